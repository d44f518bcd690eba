/** The beginning of an answer, as it came. */
export interface AnswerBeginning {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The beginning of the decoded body; bytes above ASCII do not matter. */
  readonly text: string;
}

/** A page that asks whether its reader is a person, or says that it takes him for none. */
export interface Challenge {
  /** Who guards the site. */
  readonly by: string;
  /** The mark by which it was known. */
  readonly mark: string;
}

/** Characters of a body among which marks are looked for. */
const readLength = 131_072;

/** Headers by which a guard itself calls its answer a challenge, with a value or its beginning. */
// biome-ignore format: a table, read by its rows
const headerMarks: readonly (readonly [by: string, header: string, values: readonly string[]])[] = [
  ['Cloudflare', 'cf-mitigated', ['challenge']],
  ['AWS WAF', 'x-amzn-waf-action', ['challenge', 'captcha']],
  ['Vercel', 'x-vercel-mitigated', ['challenge', 'deny']],
];

/**
 * Marks of the pages themselves, in small letters; all of a row must be there. The scripts by which a guard
 * watches ordinary pages are no marks: they stand on articles too.
 */
// biome-ignore format: a table, read by its rows
const textMarks: readonly (readonly [by: string, ...marks: string[]])[] = [
  ['Cloudflare', '_cf_chl_opt'],
  ['Cloudflare', 'cf-error-details', '/cdn-cgi/'],
  ['Cloudflare', 'cf-wrapper', 'ray id'],
  ['Cloudflare', 'id="challenge-form"', '__cf_chl'],
  ['DataDome', 'captcha-delivery.com/c.js'],
  ['DataDome', 'captcha-delivery.com/i.js'],
  ['DataDome', 'captcha-delivery.com/captcha'],
  ['DataDome', 'captcha-delivery.com/interstitial'],
  ['Akamai', 'errors.edgesuite.net', 'reference'],
  ['Akamai', '<title>access denied', 'reference&#32;&#35;'],
  ['Akamai', 'sec-if-cpt-container'],
  ['Akamai', '/_sec/cp_challenge/'],
  ['Akamai', 'bm-verify=', 'http-equiv="refresh"'],
  ['HUMAN', 'id="px-captcha"'],
  ['HUMAN', 'px-captcha', '_pxappid'],
  ['HUMAN', '/captcha/captcha.js', '_pxuuid'],
  ['Imperva', '_incapsula_resource', 'incident'],
  ['Imperva', 'id="main-iframe"', '_incapsula_resource'],
  ['Imperva', 'reeseskipexpirationcheck', 'interstitial'],
  ['Imperva', 'pardon our interruption', 'distil'],
  ['AWS WAF', 'awswafintegration.', 'challenge'],
  ['AWS WAF', 'awswafcaptcha.', '.captcha.awswaf.com'],
  ['Kasada', 'kpsdk', '/ips.js'],
  ['Sucuri', 'sucuri_cloudproxy_js'],
  ['Sucuri', 'sucuri website firewall', 'access denied'],
  ['DDoS-Guard', '/.well-known/ddos-guard/js-challenge'],
  ['Anubis', 'id="anubis_challenge"'],
  ['Radware', 'validate.perfdrive.com', 'captcha'],
  ['Fastly', '/_fs-ch-', 'challenge'],
  ['Vercel', 'vercel security checkpoint'],
];

/**
 * What stands on ordinary answers of their customers too: with a status that refuses it says who refused.
 */
// biome-ignore format: a table, read by its rows
const refusalHeaders: readonly (readonly [by: string, header: string])[] = [
  ['DataDome', 'x-datadome'], ['Kasada', 'x-kpsdk-ct'], ['Sucuri', 'x-sucuri-block'],
];
// biome-ignore format: a table, read by its rows
const refusalMarks: readonly (readonly [by: string, mark: string])[] = [
  ['Cloudflare', 'cdn-cgi/challenge-platform'], ['Cloudflare', 'attention required! | cloudflare'], ['Cloudflare', '<title>just a moment...'],
  ['Akamai', 'errors.edgesuite.net'], ['HUMAN', 'window._pxappid'], ['Imperva', '_incapsula_resource'],
  ['Imperva', 'incapsula incident id'], ['AWS WAF', 'window.gokuprops'],
];

const refusals: ReadonlySet<number> = new Set([401, 403, 405, 406, 418, 429, 503]);
/** Statuses with which guards turn readers away; any other page of theirs answers 200. */
const guardStatuses: ReadonlySet<number> = new Set([202, ...refusals]);
/** Paragraphs that the page of a guard has at most. */
const mostParagraphs = 12;

/** Whether a page is as bare as those of guards are: of a whole one, marks may be what it writes about. */
function isBare(text: string): boolean {
  if (/<article[\s>]/.test(text)) return false;
  let count = 0;
  for (let at = text.indexOf('<p'); at >= 0; at = text.indexOf('<p', at + 2)) {
    if (/[\s>]/.test(text.charAt(at + 2))) count += 1;
    if (count > mostParagraphs) return false;
  }
  return true;
}

/**
 * The guard against robots (Cloudflare, DataDome, Akamai, HUMAN, Imperva, AWS WAF and others) whose page an
 * answer is; undefined where it is none. Known by headers and marks that stand on such pages alone, with the
 * statuses that guards use and 200.
 */
export function readChallenge({ status, headers, text }: AnswerBeginning): Challenge | undefined {
  for (const [by, header, values] of headerMarks) {
    const value = headers[header]?.toLowerCase();
    if (value !== undefined && values.some((start) => value.startsWith(start)))
      return { by, mark: `${header}: ${value.slice(0, 40)}` };
  }
  if (status !== 200 && !guardStatuses.has(status)) return undefined;
  const beginning = text.slice(0, readLength).toLowerCase();
  const found = textMarks.find(([, ...marks]) => marks.every((mark) => beginning.includes(mark)));
  if (found !== undefined && isBare(beginning)) return { by: found[0], mark: found.slice(1).join(', ') };
  return refusals.has(status) ? refusalOf(headers, beginning) : undefined;
}

function refusalOf(headers: AnswerBeginning['headers'], beginning: string): Challenge | undefined {
  const [by, mark] =
    refusalHeaders.find(([, header]) => headers[header] !== undefined) ??
    refusalMarks.find(([, text]) => beginning.includes(text)) ??
    [];
  return by === undefined || mark === undefined ? undefined : { by, mark };
}
