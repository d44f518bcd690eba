/**
 * The address when a browser may follow it (http, https), else undefined: feeds and pages carry `javascript:`
 * and worse.
 */
export function safeAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
