import { once } from 'node:events';
import { open, type FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { exportChanges, type ExportOptions } from './export-changes.ts';
import type { Library } from '@newsmill/store';
import { z } from 'zod';
import { jsonOf, readIfThere, writeInOneStep } from '../one-step-file.ts';
import { Refusal } from '../refusal.ts';

/**
 * How far an export file has got, beside it in `<file>.cursor`: what lies beyond `bytes` was cut off and is
 * written again.
 */
const Progress = z.object({ cursor: z.string(), bytes: z.int().nonnegative(), format: z.string() });

/** The export cannot go on from this file. */
export class BadExport extends Refusal {
  override readonly name = 'BadExport';
  constructor(detail: string, options?: ErrorOptions) {
    super('bad-export', detail, [], options);
  }
}

export interface Exported {
  readonly bytes: number;
  /** Goes on after what was written; undefined when nothing was there. */
  readonly cursor?: string;
}

/** Writes everything that changed into a stream, no faster than it takes it. */
export async function exportToStream(
  library: Pick<Library, 'changes'>,
  options: ExportOptions,
  out: Writable,
): Promise<Exported> {
  let bytes = 0;
  let cursor: string | undefined;
  for await (const piece of exportChanges(library, options)) {
    bytes += Buffer.byteLength(piece.text);
    if (piece.text !== '' && !out.write(piece.text)) await once(out, 'drain');
    ({ cursor } = piece);
  }
  return { bytes, cursor };
}

/**
 * Writes everything that changed into a file, and how far it got beside it. `isContinued`: goes on after what
 * the file holds, and appends; a file that was cut off in the middle is mended. Throws BadExport where the
 * file is of another format or not an export.
 */
export async function exportToFile(
  library: Pick<Library, 'changes'>,
  path: string,
  { isContinued, ...options }: ExportOptions & { readonly isContinued: boolean },
): Promise<Exported> {
  const before = isContinued ? await readProgress(path, options.format) : undefined;
  const file = await open(path, before === undefined ? 'w' : 'r+');
  try {
    if (before !== undefined) await keepFirst(file, path, before.bytes);
    let bytes = before?.bytes ?? 0;
    let cursor = before?.cursor ?? options.since;
    for await (const piece of exportChanges(library, {
      ...options,
      since: cursor,
      isContinued: before !== undefined,
    })) {
      const text = Buffer.from(piece.text);
      await file.write(text, 0, text.length, bytes);
      await file.datasync();
      bytes += text.length;
      ({ cursor } = piece);
      await writeProgress(path, { cursor, bytes, format: options.format });
    }
    return { bytes: bytes - (before?.bytes ?? 0), cursor };
  } finally {
    await file.close();
  }
}

async function keepFirst(file: FileHandle, path: string, bytes: number): Promise<void> {
  if ((await file.stat()).size < bytes)
    throw new BadExport(`${path} is shorter than ${path}.cursor says; export it again without --continue`);
  await file.truncate(bytes);
}

async function readProgress(path: string, format: string): Promise<z.output<typeof Progress> | undefined> {
  const text = await readIfThere(`${path}.cursor`);
  if (text === undefined) return undefined;
  const parsed = Progress.safeParse(jsonOf(text));
  if (!parsed.success)
    throw new BadExport(
      `${path}.cursor was not written by an export; move it away to export from the beginning`,
    );
  if (parsed.data.format !== format)
    throw new BadExport(`${path} is ${parsed.data.format}, not ${format}; name another file`);
  return parsed.data;
}

function writeProgress(path: string, progress: z.output<typeof Progress>): Promise<void> {
  return writeInOneStep(`${path}.cursor`, `${JSON.stringify(progress)}\n`);
}
