const failureKinds = {
  'bad-address': 'The address cannot be parsed, or its scheme is neither http nor https.',
  'bad-request': 'A header of the request holds characters that HTTP does not allow.',
  'address-blocked':
    'The address, or one that its name resolves to, is not global unicast, or the port is one that is never asked.',
  'too-many-redirects': 'The redirects loop or are more than the limit.',
  'too-large': 'The answer is larger than the limit, on the wire or decoded.',
  'too-slow': 'The body came more slowly than the least rate.',
  timeout: 'The answer did not come in time.',
  reset: 'The connection was refused, reset or closed before the answer began.',
  incomplete: 'The answer ended before its end.',
  dns: 'The name did not resolve.',
  tls: 'The certificate or the TLS handshake was refused.',
  protocol: 'The server does not speak proper HTTP, or sent more headers than the limit.',
  aborted: 'The caller gave up.',
} as const;
export type FailureKind = keyof typeof failureKinds;

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

  constructor(kind: FailureKind, url: string, detail: string, options?: ErrorOptions) {
    super(`${kind}: ${detail}`, options);
    this.name = 'HttpFailure';
    this.kind = kind;
    this.url = url;
    this.retryable = !final.has(kind);
  }
}
