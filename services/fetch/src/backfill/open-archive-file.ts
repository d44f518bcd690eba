import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { durationMs, type Source } from '@newsmill/contracts';
import type { HttpClient } from '@newsmill/http';
import type { SourceUsage } from '@newsmill/runtime';
import type { OpenAt } from '@newsmill/store';
import { isOwnSite } from '@newsmill/fetch';
import { accessOf, type Secrets } from '@newsmill/source-files';

/** The server of an archive does not hand it out in parts. */
export class NoRanges extends Error {
  override readonly name = 'NoRanges';
  constructor(url: string, detail: string) {
    super(`${url} cannot be read in parts (${detail}); download it, and name the file as file:///…`);
  }
}

const pieceBytes = 2_097_152;
/** A server that sends the whole file whatever is asked for is put up with up to here. */
const largestWhole = 16_777_216;

export interface ArchiveFileOptions {
  readonly http: HttpClient;
  readonly source: Source;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  /** Counts what is downloaded. */
  readonly usage: Pick<SourceUsage, 'spent'>;
}

async function* ranges(
  url: string,
  from: number,
  { http, source, secrets, signal, usage }: ArchiveFileOptions,
): AsyncGenerator<Uint8Array> {
  const { access, headers } = accessOf(source, secrets, isOwnSite(source, url));
  for (let at = from; ; ) {
    const answer = await http.send({
      url,
      access,
      headers: {
        ...headers,
        accept: '*/*',
        'accept-encoding': 'identity',
        range: `bytes=${at}-${at + pieceBytes - 1}`,
      },
      allowPrivate: source.allowPrivate,
      maxBytes: largestWhole,
      verify: false,
      admit: (bytes) => {
        usage.spent(source.id, { bytes });
        return undefined;
      },
      totalTimeoutMs: Math.max(60_000, durationMs(source.limits.timeout)),
      signal,
    });
    if (answer.status === 416) return;
    if (answer.status === 200) {
      yield answer.body.subarray(at);
      return;
    }
    if (answer.status !== 206) throw new NoRanges(url, `answered ${answer.status}`);
    const begins = /^bytes (\d+)-/.exec(answer.headers['content-range'] ?? '')?.[1];
    if (Number(begins) !== at)
      throw new NoRanges(url, `content-range is ${answer.headers['content-range'] ?? 'missing'}`);
    yield answer.body;
    at += answer.body.length;
    if (answer.body.length < pieceBytes) return;
    await sleep(durationMs(source.limits.delay), undefined, { signal });
  }
}

/**
 * Opens an archive on the disk, or at an address in parts, at any offset. Errors of disk and network come out
 * of the reading.
 */
export function openArchiveFile(url: string, options: ArchiveFileOptions): OpenAt {
  if (url.startsWith('file:'))
    return (offset) => createReadStream(new URL(url), { start: offset, highWaterMark: 262_144 });
  return (offset) => ranges(url, offset, options);
}
