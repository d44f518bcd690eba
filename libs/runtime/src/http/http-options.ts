/** Longer than any head of a request may be. */
const longestParam = 65_536;
/** A percent sign without a byte behind it. */
const strayPercent = /%(?![0-9A-Fa-f]{2})/g;

/** Whether a path can be decoded as UTF-8. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The address with percent signs as they are, where what they stand for cannot be read. */
export function readableUrl(url: string): string {
  const [path = ''] = url.split(/[?#;]/, 1);
  if (isDecodable(path)) return url;
  const mended = path.replaceAll(strayPercent, '%25');
  return `${isDecodable(mended) ? mended : path.replaceAll('%', '%25')}${url.slice(path.length)}`;
}

/**
 * How every process takes requests. The router itself would answer a path that it cannot decode, and a long part of
 * one, before any guard has seen the request; here both are paths like others, which nothing has.
 */
export const httpOptions = {
  bodyLimit: 1_000_000,
  trustProxy: false,
  rewriteUrl: ({ url = '/' }: { readonly url?: string | undefined }): string => readableUrl(url),
  routerOptions: { maxParamLength: longestParam },
} as const;
