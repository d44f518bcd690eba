/** The parts of Fastify's request that the API reads. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string };
  readonly body?: unknown;
  /** Whether no route was found. */
  readonly is404?: boolean;
  readonly routeOptions?: { readonly url?: string };
}

/** The parts of Fastify's reply that the API writes. */
export interface HttpReply {
  readonly sent: boolean;
  readonly statusCode?: number;
  /** Milliseconds since the request came. */
  readonly elapsedTime?: number;
  code(status: number): this;
  header(name: string, value: string): this;
  getHeader?(name: string): string | number | string[] | undefined;
  removeHeader?(name: string): unknown;
  send(body?: string | Uint8Array | object): this;
}

/** A request header as text; the first one where it was sent more than once. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * Whether whoever asks speaks TLS, to a proxy in front of the mill. Anybody may say so: enough for what only
 * touches who says it, such as its cookies.
 */
export function isSecure(request: HttpRequest): boolean {
  return headerOf(request, 'x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}

/** Cookies by name. Values are taken as they are: ours need no decoding. */
export function cookiesOf(request: HttpRequest): ReadonlyMap<string, string> {
  const pairs = (headerOf(request, 'cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

/** Path of the request without its query. */
export function pathOf(request: HttpRequest): string {
  return request.url.split('?', 1)[0] ?? '/';
}

/** Whether someone looks at pages, and not a program. */
export function wantsPage(request: HttpRequest): boolean {
  return !pathOf(request).startsWith('/api/') && (headerOf(request, 'accept') ?? '').includes('text/html');
}
