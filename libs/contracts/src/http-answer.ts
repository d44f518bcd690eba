import type { ContentEncoding } from './fetched-page.ts';

/** An answer as the HTTP client gives it and the fetch stage reads it. */
export interface HttpAnswer {
  readonly status: number;
  /** Address that answered, after redirects. */
  readonly url: string;
  /** Addresses that redirected, in order. */
  readonly redirects: readonly string[];
  /** Where redirects for good (301, 308) lead, as far as no other one came before them. */
  readonly movedTo?: string;
  /** Lower-case names; several values joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes as they came over the wire, encoded as `encoding` says. */
  readonly body: Uint8Array;
  readonly encoding: ContentEncoding;
  /** Decoded bytes, when the request asked for them. */
  readonly decoded?: Uint8Array;
  /** Number of decoded bytes, when they were counted. */
  readonly decodedBytes?: number;
  /** True when only the beginning of the body is there. */
  readonly truncated: boolean;
}
