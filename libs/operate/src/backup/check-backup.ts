import { z } from 'zod';
import { grantOf, type Grant } from './backup-grants.ts';
import {
  BadBackup,
  backupFormat,
  NewerBackup,
  type BackupCounts,
  type BackupFrame,
  type BackupManifest,
  type FrameWithBytes,
} from './backup-format.ts';
import { hasSigned } from './backup-key.ts';
import { FrameCutter } from './backup-reader.ts';
import { frameSchemas } from './backup-schemas.ts';
import { trustedSigner, type BackupTrust } from './backup-trust.ts';

export interface CheckedBackup {
  readonly manifest: BackupManifest;
  readonly counts: BackupCounts;
  readonly sha256: string;
  /** Fingerprint of who has signed it; absent of one without signature. */
  readonly signer?: string | undefined;
  /** What it would let somebody do, in the order of the file. */
  readonly grants: readonly Grant[];
}

/** Keys, webhooks and the like are set up by people, one by one. */
const mostGrants = 20_000;

function isKnown(kind: string): kind is BackupFrame['kind'] {
  return Object.hasOwn(frameSchemas, kind);
}

/** Throws BadBackup for a frame that no mill writes, or where none writes it. */
function checkFrame(path: string, { frame, bytes }: FrameWithBytes, before: BackupFrame['kind']): void {
  if (!isKnown(frame.kind))
    throw new BadBackup(
      path,
      `it holds ${JSON.stringify(String(frame.kind).slice(0, 40))}, which does not belong in a backup`,
    );
  const read = z.safeParse<z.ZodType>(frameSchemas[frame.kind], frame);
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.join('.') ?? '';
    throw new BadBackup(
      path,
      `it has something that no mill writes: ${frame.kind}${place === '' ? '' : `, ${place}`}: ${(issue?.message ?? '').slice(0, 300)}`,
    );
  }
  const isWithin = before === 'file' || before === 'piece';
  const belongsThere = frame.kind === 'piece' || frame.kind === 'file-end';
  if (isWithin !== belongsThere)
    throw new BadBackup(path, `a file of the archive has ${belongsThere ? 'no beginning' : 'no end'}`);
  const hasPayload =
    frame.kind === 'piece' || frame.kind === 'message' || frame.kind === 'dead' || frame.kind === 'ledger';
  if (hasPayload !== (bytes !== undefined))
    throw new BadBackup(
      path,
      `a frame of the kind ${frame.kind} ${hasPayload ? 'lacks its bytes' : 'has bytes'}`,
    );
}

/**
 * Reads a backup to its end, in bounded memory, and proves all of it: who signed it, that it is whole and
 * unchanged, and that every name and record in it is one that a mill writes. Throws UntrustedBackup,
 * BadBackup, NewerBackup.
 */
export async function checkBackup(path: string, trust: BackupTrust): Promise<CheckedBackup> {
  const cutter = new FrameCutter(path);
  try {
    const first = await cutter.next();
    if (first?.frame.kind !== 'manifest') throw new BadBackup(path, 'it is not a newsmill backup');
    checkFrame(path, first, 'manifest');
    if (first.frame.format > backupFormat) throw new NewerBackup(path, first.frame);
    const signer = trustedSigner(path, first.frame, trust);
    const counts: Partial<Record<BackupFrame['kind'], number>> = { manifest: 1 };
    const grants: Grant[] = [];
    for (let before: BackupFrame['kind'] = 'manifest'; ; ) {
      const next = await cutter.next();
      if (next === undefined) throw new BadBackup(path, 'it is cut off');
      const { frame } = next;
      checkFrame(path, next, before);
      if (frame.kind === 'trailer')
        return await checkTrailer(path, cutter, {
          manifest: first.frame,
          counts,
          trailer: frame,
          signer,
          grants,
        });
      if (frame.kind === 'manifest') throw new BadBackup(path, 'it begins twice');
      counts[frame.kind] = (counts[frame.kind] ?? 0) + 1;
      before = frame.kind;
      const grant = grantOf(frame);
      if (grant !== undefined) grants.push(grant);
      if (grants.length > mostGrants)
        throw new BadBackup(path, `it has more than ${mostGrants} keys, webhooks and other powers`);
    }
  } finally {
    await cutter.close();
  }
}

interface Read extends Omit<CheckedBackup, 'sha256'> {
  readonly trailer: Extract<BackupFrame, { kind: 'trailer' }>;
}

async function checkTrailer(
  path: string,
  cutter: FrameCutter,
  { trailer, ...read }: Read,
): Promise<CheckedBackup> {
  const { manifest, counts, signer } = read;
  const { sha256 } = trailer;
  if (cutter.digest() !== sha256) throw new BadBackup(path, 'its checksum is wrong');
  if (signer !== undefined && !hasSigned(manifest.signer ?? '', sha256, trailer.signature ?? ''))
    throw new BadBackup(
      path,
      trailer.signature === undefined
        ? 'its signature was removed'
        : 'its signature is wrong: it was changed after it was signed, or signed by somebody else',
    );
  const told = new Map(Object.entries(trailer.counts));
  for (const [kind, count] of Object.entries(counts))
    if (told.get(kind) !== count)
      throw new BadBackup(
        path,
        `it has ${count} frames of the kind ${kind}, but states ${told.get(kind) ?? 0}`,
      );
  if (Object.keys(counts).length !== told.size) throw new BadBackup(path, 'frames are missing');
  if ((await cutter.next()) !== undefined) throw new BadBackup(path, 'there is something after its end');
  return { ...read, sha256 };
}
