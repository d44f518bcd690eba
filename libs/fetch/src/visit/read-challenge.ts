/** The beginning of an answer, as far as a challenge shows itself there. */
export interface AnswerStart {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first characters of the decoded body; more than `challengeStart` are not looked at. */
  readonly start: string;
}

interface ChallengeMarks {
  /** A header, with what it holds, that comes with challenges alone. */
  readonly header?: readonly [name: string, value: RegExp];
  /** Words that stand in challenges alone, in lower case. */
  readonly words: readonly string[];
  /** Words that other pages of its customers have too: they count where the status refuses. */
  readonly refusedWords?: readonly string[];
  /** A header that all answers of the vendor have: it counts where the status refuses and the page is short. */
  readonly refusedHeader?: readonly [name: string, value: RegExp];
}

/** Characters of a body in which marks are looked for: challenge pages are short. */
export const challengeStart = 32_768;

// biome-ignore format: a table, read by its rows
const vendors: Readonly<Record<string, ChallengeMarks>> = {
  Cloudflare: { header: ['cf-mitigated', /challenge|block/i], words: ['window._cf_chl_opt', 'id="challenge-error-text"'], refusedWords: ['cdn-cgi/challenge-platform', 'cf-error-details', 'attention required! | cloudflare', '<title>just a moment...'] },
  DataDome: { words: ['geo.captcha-delivery.com', 'ct.captcha-delivery.com'], refusedHeader: ['x-datadome', /./], refusedWords: ['datadome'] },
  Akamai: { words: ['sec-if-cpt-container', '/_sec/cp_challenge/'], refusedWords: ['errors.edgesuite.net'] },
  'HUMAN (PerimeterX)': { words: ['id="px-captcha"', 'captcha.px-cdn.net', 'captcha.px-cloud.net'], refusedWords: ['window._pxappid', 'perimeterx'] },
  Imperva: { words: ['_incapsula_resource?swudnsai', 'incapsula incident id'], refusedWords: ['_incapsula_resource'] },
  'AWS WAF': { header: ['x-amzn-waf-action', /challenge|captcha/i], words: ['window.gokuprops'] },
  Vercel: { header: ['x-vercel-mitigated', /challenge|deny/i], words: [] },
  Kasada: { words: [], refusedHeader: ['x-kpsdk-ct', /./] },
  Sucuri: { words: ['sucuri_cloudproxy_js'], refusedHeader: ['x-sucuri-block', /./] },
  Anubis: { words: ['id="anubis_challenge"'] },
};

const refusing: ReadonlySet<number> = new Set([401, 403, 405, 406, 429, 503]);

function has(headers: AnswerStart['headers'], mark: readonly [string, RegExp] | undefined): boolean {
  return mark !== undefined && mark[1].test((headers[mark[0]] ?? '').slice(0, 200));
}

/**
 * Whose test for browsers an answer is, by its status, headers and first characters; undefined where it is
 * none. What only shows that a publisher is the vendor's customer is no sign of a test.
 */
export function readChallenge({ status, headers, start }: AnswerStart): string | undefined {
  const text = start.slice(0, challengeStart).toLowerCase();
  const isRefused = refusing.has(status);
  return Object.entries(vendors).find(
    ([, { header, words, refusedWords = [], refusedHeader }]) =>
      has(headers, header) ||
      words.some((word) => text.includes(word)) ||
      (isRefused && (has(headers, refusedHeader) || refusedWords.some((word) => text.includes(word)))),
  )?.[0];
}
