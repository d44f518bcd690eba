import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { Pool } from 'undici';
import { tlsProblem, type ConnectionNames, type TlsFiles } from '@newsmill/contracts';
import { ArchiveUnreachable } from '../archive.ts';
import { tlsConnector } from '../../tls-connector.ts';
import { readXmlTexts } from './s3-xml.ts';
import { oneLine } from '@newsmill/text';

export interface S3ArchiveOptions {
  /** Address of the server, `https://s3.eu-central-1.amazonaws.com` or a path below one. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** The keys are read again for each request. */
  readonly accessKey: string;
  readonly secretKey: string;
  readonly tls?: TlsFiles;
  /** How errors call what people set. */
  readonly names?: ConnectionNames;
  /** Folder of the bucket that the archive keeps to; nothing outside of it is read or written. */
  readonly prefix?: string;
  /** Whether the bucket stands in the path (true, which every server understands) or before the host name. */
  readonly pathStyle?: boolean;
  /**
   * Names this writer among others of the bucket; a random name without it. Lower-case letters, digits, `_`.
   */
  readonly shard?: string;
  /** Greatest time for one request, milliseconds. */
  readonly timeoutMs?: number;
  /** Tries of one request before it fails. */
  readonly attempts?: number;
  /** Objects in a list from which on it is taken for one without end. */
  readonly mostObjects?: number;
  /** Objects of one day that are put in order at once, in memory. */
  readonly mostInOrder?: number;
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Name below the prefix; without it the bucket itself is asked. */
  readonly name?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Statuses, besides 2xx, that are an answer and no failure. */
  readonly expected?: readonly number[];
  /** Greatest size of a good answer; what goes on behind it fails, or is left where `isCut` says so. */
  readonly maxBytes?: number;
  readonly isCut?: boolean;
}

/** An answer that was read whole. */
export interface S3Answer {
  readonly status: number;
  /** By its name in lower case. */
  header(name: string): string | undefined;
  readonly body: Buffer;
}

/** A list of 1,000 names, each of the 1,024 bytes that S3 allows, written as entities. */
const answerBytes = 16 * 1_024 * 1_024;
/** What is read of an answer that is no good one. */
const refusalBytes = 65_536;
const longestSaid = 300;
/** Words of the server, for a message. */
const toldBy = (words: string): string => oneLine(words.slice(0, longestSaid));
const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** Error codes of a 4xx that pass by themselves. */
const passing = new Set([
  'SlowDown',
  'RequestTimeout',
  'OperationAborted',
  'ConditionalRequestConflict',
  'TooManyRequests',
]);

/** A hundred and more each second, kept for thirty days: far beyond what fits into an archive of the usual size. */
const mostObjects = 500_000_000;
/** About 200 MB of names. */
const mostInOrder = 1_000_000;

const plainNames: ConnectionNames = {
  address: 'the endpoint',
  login: 'the access key and the secret key',
  ca: 'the setting of the authority',
};

class TransientFailure extends Error {
  override readonly name = 'TransientFailure';
}

/**
 * Signed requests to one bucket, each with a time limit; what may pass by itself is tried again with growing
 * pauses. Throws ArchiveUnreachable.
 */
export class S3Client {
  readonly prefix: string;
  /** Where the archive is, for messages. */
  readonly place: string;
  readonly mostObjects: number;
  readonly mostInOrder: number;
  readonly #base: string;
  readonly #options: S3ArchiveOptions;
  readonly #names: ConnectionNames;
  readonly #pool: Pool;
  #signer: AwsClient | undefined;
  readonly #timeoutMs: number;
  readonly #attempts: number;

  constructor(options: S3ArchiveOptions) {
    this.prefix = prefixOf(options.prefix ?? '');
    this.#base = baseOf(options);
    this.place = `${withoutUser(options.endpoint)}, bucket ${options.bucket}`;
    this.mostObjects = options.mostObjects ?? mostObjects;
    this.mostInOrder = options.mostInOrder ?? mostInOrder;
    this.#options = options;
    this.#names = options.names ?? plainNames;
    this.#pool = new Pool(new URL(this.#base).origin, { connect: tlsConnector(options.tls ?? {}) });
    this.#timeoutMs = options.timeoutMs ?? 30_000;
    this.#attempts = options.attempts ?? 5;
  }

  /** Asks, and reads the whole answer. */
  async send(request: S3Request): Promise<S3Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(request);
      } catch (error) {
        if (error instanceof ArchiveUnreachable) throw error;
        const tls = tlsProblem(error, this.#names);
        if (tls !== undefined) throw this.failure(tls.reason, tls.remedy, error);
        if (attempt >= this.#attempts) {
          // A connection that ends may end because of TLS: worth several tries, unlike what is surely so.
          const ended = tlsProblem(error, this.#names, this.#base.startsWith('https:'));
          throw this.failure(
            `${ended?.reason ?? detailOf(error)} (${attempt} tries)`,
            ended?.remedy ??
              'check that the server runs and can be reached from here; newsmill tries again by itself',
            error,
          );
        }
        await sleep(Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs) * (0.5 + Math.random() / 2));
      }
    }
  }

  async #once(request: S3Request): Promise<S3Answer> {
    const timeout = new AbortController();
    const timer = setTimeout(
      () => timeout.abort(new TransientFailure(`no answer within ${this.#timeoutMs} ms`)),
      this.#timeoutMs,
    );
    try {
      const { url, headers } = await this.#sign(request);
      const { pathname, search } = new URL(url);
      const answer = await this.#pool.request({
        method: request.method,
        path: `${pathname}${search}`,
        headers: Object.fromEntries(headers),
        body: request.body,
        signal: timeout.signal,
      });
      const status = answer.statusCode;
      const isGood = status >= 200 && status <= 299;
      const most = isGood ? (request.maxBytes ?? answerBytes) : refusalBytes;
      const { body, isWhole } = await readUpTo(answer.body, most);
      if (!isGood) this.#refuse(request, status, body.toString('utf8'));
      else if (!isWhole && request.isCut !== true)
        throw this.failure(
          `it answers more than the ${most} bytes that ${request.name ?? 'its list'} can have`,
          'check that the endpoint is an S3 server',
        );
      return { status, header: (name) => [answer.headers[name]].flat()[0], body };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Signs with the keys as they are now; what it has worked out for a key it keeps. */
  #signerOf({ accessKey, secretKey, region }: S3ArchiveOptions): AwsClient {
    const known = this.#signer;
    if (known?.accessKeyId === accessKey && known.secretAccessKey === secretKey) return known;
    this.#signer = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      service: 's3',
    });
    return this.#signer;
  }

  /** Ends the connections. */
  async close(): Promise<void> {
    if (!this.#pool.closed) await this.#pool.close();
  }

  #sign(request: S3Request): Promise<Request> {
    const url = new URL(
      request.name === undefined ? this.#base : `${this.#base}/${this.prefix}${request.name}`,
    );
    for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
    const digest = createHash('sha256')
      .update(request.body ?? '')
      .digest('hex');
    return this.#signerOf(this.#options).sign(url, {
      method: request.method,
      headers: { ...request.headers, 'x-amz-content-sha256': digest },
      body: request.body,
    });
  }

  /** Throws, unless the status is an answer that the request expects. */
  #refuse(request: S3Request, status: number, text: string): void {
    const said = readXmlTexts(text, ['Code', 'Message']);
    const code = toldBy(said.Code?.[0] ?? '');
    if (request.expected?.includes(status) === true && code !== 'NoSuchBucket') return;
    const detail = `it answered ${status}${code === '' ? '' : ` ${code}`}${said.Message?.[0] === undefined ? '' : ` (${toldBy(said.Message[0])})`}`;
    if ((status >= 500 && status !== 501) || status === 429 || status === 408 || passing.has(code))
      throw new TransientFailure(detail);
    throw this.failure(detail, remedyOf(status, code, this.#names));
  }

  /** The error for a failure that again does not mend, or not soon. */
  failure(detail: string, remedy: string, cause?: unknown): ArchiveUnreachable {
    return new ArchiveUnreachable(this.place, detail, remedy, { cause });
  }
}

/** The beginning of a body; reading ends behind `most` bytes, and the connection with it. */
async function readUpTo(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly body: Buffer; readonly isWhole: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) break;
  }
  return { body: Buffer.concat(pieces).subarray(0, most), isWhole: size <= most };
}

function prefixOf(given: string): string {
  const parts = given.split('/').filter((part) => part !== '');
  if (!parts.every((part) => /^[A-Za-z0-9._-]+$/.test(part) && !/^\.+$/.test(part)))
    throw new RangeError(`prefix: ${JSON.stringify(given)}; letters, digits, . _ - and / are allowed`);
  return parts.map((part) => `${part}/`).join('');
}

function baseOf({ endpoint, bucket, pathStyle = true }: S3ArchiveOptions): string {
  if (!/^[a-z0-9][a-z0-9._-]+$/i.test(bucket))
    throw new RangeError(`bucket: ${JSON.stringify(bucket)} is no name of one`);
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint))
    throw new RangeError(
      `endpoint: ${JSON.stringify(endpoint)}; an address with http:// or https:// is needed`,
    );
  const url = new URL(withoutUser(endpoint));
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  const base = url.href.replace(/(?<!\/)\/+$/, '');
  return pathStyle ? `${base}/${bucket}` : base;
}

/** An address without what should not be in it: a user, a password, a query. */
function withoutUser(endpoint: string): string {
  if (!URL.canParse(endpoint)) return 'an address that cannot be read';
  const url = new URL(endpoint);
  return `${url.protocol}//${url.host}${url.pathname}`.replace(/(?<!\/)\/+$/, '');
}

/**
 * The reason within the error of `fetch`, or its code. No instanceof: the error may come from another realm.
 */
function detailOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('cause' in error && error.cause !== undefined) return detailOf(error.cause);
  if ('message' in error && error.message !== '') return String(error.message);
  return 'code' in error ? String(error.code) : 'the connection failed';
}

function remedyOf(status: number, code: string, { login }: ConnectionNames): string {
  if (code === 'NoSuchBucket') return 'make the bucket, or correct its name';
  if (status === 501)
    return 'take a server that knows uploads in parts, deleting many objects at once and conditional writes (If-Match)';
  if (code === 'RequestTimeTooSkewed') return 'set the clock of this machine';
  if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed')
    return 'correct the region and the endpoint of the bucket';
  if (status === 401 || status === 403)
    return `check ${login}, and that they may list, read, write and delete in the bucket`;
  return 'check the endpoint, the bucket and the region';
}
