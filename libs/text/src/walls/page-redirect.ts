import type { WallFacts } from './wall-facts.ts';

/** Where a page sends its reader on, which HTTP does not tell. */
export interface PageRedirect {
  readonly url: string;
  readonly by: 'Refresh header' | 'meta refresh' | 'script';
}

/** Longest wait of a refresh that is a redirect, seconds; those that wait longer reload a page. */
const longestWait = 5;
/** Words beside which a redirect may stand: a page with more is read as it is. */
const mostWords = { refresh: 200, script: 40 } as const;
/** Characters of the scripts of a page whose only business is a redirect. */
const longestCode = 3_000;

/**
 * The target of the value of a Refresh, by the steps of the HTML standard ("shared declarative refresh
 * steps"); undefined where it waits longer than five seconds or names no address.
 */
function refreshTarget(value: string): string | undefined {
  const text = value.slice(0, 4_000).trim();
  const wait = /^(\d{0,4})(?:\.[\d.]{0,10})?(?=[;,\s])/.exec(text);
  if (wait === null || Number(wait[1]) > longestWait) return undefined;
  const target = text
    .slice(wait[0].length)
    .replace(/^[;,\s]+/, '')
    .replace(/^url\s{0,20}=\s{0,20}/i, '');
  const quote = /^["']/.exec(target)?.[0];
  const end = quote === undefined ? -1 : target.indexOf(quote, 1);
  return quote === undefined ? target : target.slice(1, end < 0 ? undefined : end);
}

const assignment =
  /\b(?:location(?:\.href)?\s{0,20}=|location\.(?:replace|assign)\s{0,20}\()\s{0,20}(?:"((?:[^"\\\n]|\\.){1,2000})"|'((?:[^'\\\n]|\\.){1,2000})')/g;

/** A string of a script as it is meant. */
function unescaped(text: string): string {
  return text
    .replace(
      /\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi,
      (_, wide: string | undefined, narrow: string | undefined) =>
        String.fromCharCode(Number.parseInt(wide ?? narrow ?? '', 16)),
    )
    .replace(/\\(.)/g, '$1');
}

/** The one address that the scripts of a page lead to. */
function scriptTarget(code: string): string | undefined {
  if (code.length > longestCode || !code.includes('location')) return undefined;
  const targets = new Set(
    [...code.matchAll(assignment)].map(([, double, single]) => unescaped(double ?? single ?? '')),
  );
  const [target] = targets;
  return targets.size === 1 ? target : undefined;
}

/** A web address other than that of the page, absolute and without fragment. */
function otherAddress(target: string | undefined, base: string): string | undefined {
  if (target === undefined || target === '') return undefined;
  const url = URL.parse(target.trim(), base);
  const own = URL.parse(base);
  if (url === null || own === null || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  own.hash = '';
  return url.href === own.href ? undefined : url.href;
}

/**
 * Where a page sends its reader on: by the header Refresh or a meta refresh of at most five seconds to another
 * address, or by a script that does nothing else on a page without text. `isAgain`: the page has set a cookie,
 * so that it may also send the reader to itself.
 */
export function pageRedirect(
  facts: WallFacts,
  {
    url,
    refresh,
    setsCookie,
  }: { readonly url: string; readonly refresh?: string; readonly setsCookie?: boolean },
): PageRedirect | undefined {
  const addressOf = (target: string | undefined): string | undefined =>
    otherAddress(target, url) ??
    (setsCookie === true && target !== undefined ? ownAddress(target, url) : undefined);
  if (facts.words <= mostWords.refresh) {
    const byHeader = refresh === undefined ? undefined : addressOf(refreshTarget(refresh));
    if (byHeader !== undefined) return { url: byHeader, by: 'Refresh header' };
    for (const value of facts.refresh) {
      const target = addressOf(refreshTarget(value));
      if (target !== undefined) return { url: target, by: 'meta refresh' };
    }
  }
  if (facts.words > mostWords.script || facts.forms > 0) return undefined;
  const target = addressOf(scriptTarget(facts.code));
  return target === undefined ? undefined : { url: target, by: 'script' };
}

/** The address of the page itself, where that is what the target names. */
function ownAddress(target: string, base: string): string | undefined {
  const url = URL.parse(target.trim() === '' ? base : target.trim(), base);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  return url.href;
}
