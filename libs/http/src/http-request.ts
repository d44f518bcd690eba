import type { HttpAnswer } from '@newsmill/contracts';
import type { SecureContextOptions } from 'node:tls';

/** By what a server is reached, where it is not reached as all others are. Holds secrets. */
export interface Access {
  /** Address of a proxy, `http:` or `https:`, with user and password where it asks for them. */
  readonly proxy?: string;
  /** Certificate of the client with its key, both as PEM; shown to the origin of the request alone. */
  readonly certificate?: Pick<SecureContextOptions, 'cert' | 'key'>;
}

export interface HttpRequest {
  readonly url: string;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /**
   * Extra headers. They stay with the origin they were meant for: a redirect to another one leaves all but
   * the harmless behind.
   */
  readonly headers?: Readonly<Record<string, string>>;
  readonly requestBody?: string | Uint8Array;
  /**
   * Private `host:port` pairs, exactly as in the address, that this request may reach. A redirect to another
   * host is not covered.
   */
  readonly allowPrivate?: readonly string[];
  /** A proxy, and a certificate of the client, where the server is reached by them. */
  readonly access?: Access | undefined;
  /** Greatest size of the body, as it comes and decoded, in bytes. */
  readonly maxBytes: number;
  /**
   * What to do at that size: fail with `too-large` (default), or answer with the beginning and `truncated`.
   */
  readonly onTooLarge?: 'truncate' | 'fail';
  /** Greatest number of decoded bytes for each encoded one, beyond the first megabyte; 300 by default. */
  readonly maxRatio?: number;
  /**
   * A body that brings less than this through a whole stretch of `seconds` is ended with `too-slow`; 64 bytes
   * a second through 15 s by default.
   */
  readonly minRate?: { readonly bytesPerSecond: number; readonly seconds: number };
  /** Greatest time for everything, redirects included, in milliseconds. */
  readonly totalTimeoutMs: number;
  /** Greatest time until the headers of one hop, in milliseconds; the whole time by default. */
  readonly headersTimeoutMs?: number;
  /** 5 by default; what `leadsTo` follows counts too. */
  readonly maxRedirects?: number;
  /**
   * Where an answer 200 sends its reader on, which HTTP does not tell; undefined where it stays. It is followed
   * as a redirect is. `setsCookie`: the answer has set a cookie, so that its own address may be one to go to.
   */
  readonly leadsTo?: (
    answer: HttpAnswer,
    given: { readonly setsCookie: boolean },
  ) => Promise<string | undefined>;
  /**
   * Whether status and headers alone are wanted: the body is waited for a second at most, may break off, and is empty
   * in the answer. Of use where the server has done what it was asked for once it answers.
   */
  readonly skipsBody?: boolean;
  /** Whether the decoded body is wanted in the answer. */
  readonly decode?: boolean;
  /** Whether an encoded body is inflated to see that it is whole and within the limit; true by default. */
  readonly verify?: boolean;
  /**
   * Told of the bytes of the body as they come; what it answers is waited for before more is read. Such waits
   * are not held against the sender, but the total time runs on.
   */
  readonly admit?: (bytes: number) => Promise<void> | undefined;
  readonly signal?: AbortSignal;
}

export interface HttpClient {
  /** Sends a request; rejects with HttpFailure. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}
