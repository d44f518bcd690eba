/** Why a request brought no answer. */
export type FailureKind =
  // The address cannot be parsed, or its scheme is neither http nor https.
  | 'bad-address'
  // A header of the request holds characters that HTTP does not allow.
  | 'bad-request'
  // The address, or one that its name resolves to, is not global unicast, or the port is one that is never asked.
  | 'address-blocked'
  // The redirects loop or are more than the limit.
  | 'too-many-redirects'
  // The answer is larger than the limit, on the wire or decoded.
  | 'too-large'
  // The body came more slowly than the least rate.
  | 'too-slow'
  // The answer did not come in time.
  | 'timeout'
  // The connection was refused, reset or closed before the answer began.
  | 'reset'
  // The answer ended before its end.
  | 'incomplete'
  // The name did not resolve.
  | 'dns'
  // The certificate or the TLS handshake was refused.
  | 'tls'
  // The server does not speak proper HTTP, or sent more headers than the limit.
  | 'protocol'
  // The caller gave up.
  | 'aborted';

/** Kinds that asking again would not change. */
const final: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'bad-address',
  'bad-request',
  'address-blocked',
  'too-many-redirects',
  'too-large',
]);

/**
 * A request that brought no answer. `url` is the address of the hop that failed; `retryable` says whether
 * again may help.
 */
export class HttpFailure extends Error {
  readonly kind: FailureKind;
  readonly url: string;
  readonly retryable: boolean;
  /** The code by which the system or the TLS library names the cause, such as `CERT_HAS_EXPIRED`. */
  readonly code?: string;

  constructor(
    kind: FailureKind,
    url: string,
    detail: string,
    { code, ...options }: ErrorOptions & { readonly code?: string } = {},
  ) {
    super(`${kind}: ${detail}`, options);
    if (code !== undefined) this.code = code;
    this.name = 'HttpFailure';
    this.kind = kind;
    this.url = url;
    this.retryable = !final.has(kind);
  }
}
