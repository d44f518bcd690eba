import { countWords } from '../count-words.ts';
import { pageRedirect } from './page-redirect.ts';
import { readChallenge } from './read-challenge.ts';
import { wallFacts, type WallFacts, type WallLine } from './wall-facts.ts';
import {
  adFreeWords,
  consentWords,
  cookieWords,
  loginWords,
  notFoundWords,
  parkedWords,
  payWords,
  redirectWords,
} from './wall-words.ts';

/** What stands before an article, or in its place, with the status of an article. */
export type WallKind = 'challenge' | 'login' | 'consent' | 'javascript' | 'redirect' | 'parked' | 'error';

/** A page that is a wall, and the evidence in words. */
export interface Wall {
  readonly kind: WallKind;
  readonly why: string;
}

/** A page as it was answered. */
export interface AnsweredPage {
  /** Address that answered. */
  readonly url: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decoded page. */
  readonly html: string;
}

/** Words from which a line that ends as a sentence is running text. */
const proseWords = 18;
const sentenceEnd = /[.!?…。！？।؟]["'»”’)\]]{0,2}$/;

function isProse({ text, words }: WallLine): boolean {
  return words >= proseWords && sentenceEnd.test(text);
}

/** Whether a line of running text asks for consent, and does not only have a word in common with those that do. */
function asksConsent({ text }: WallLine): boolean {
  return cookieWords.test(text) || (consentWords.test(text) && payWords.test(text));
}

function prose({ lines }: WallFacts): number {
  return lines.reduce((sum, line) => (isProse(line) ? sum + line.words : sum), 0);
}

function wordsAbout({ lines }: WallFacts, subject: RegExp): number {
  return lines.reduce((sum, line) => (subject.test(line.text) ? sum + line.words : sum), 0);
}

/** The title and the headings of a page, which say what it is. */
function isCalled({ title, lines }: WallFacts, name: RegExp): boolean {
  return name.test(title) || lines.some((line) => line.isHeading && name.test(line.text));
}

/** Marks of frameworks for consent, in small letters: files and functions that nothing else has. */
// biome-ignore format: a table, read by its rows
const consentMarks = [
  '__tcfapi', '__gpp(', '_sp_.config', '_sp_queue', 'privacy-mgmt.com', 'sp-prod.net', 'sourcepoint',
  'didomi', 'onetrust', 'cookielaw.org', 'usercentrics', 'uc-banner', 'cookiebot', 'quantcast', 'cmp.inmobi',
  'consentmanager.net', 'contentpass', 'fundingchoices', 'trustarc', 'iubenda', 'axeptio', 'sirdata', 'cookiefirst',
  'opencmp', 'ketch', 'commanders-act', 'tarteaucitron', 'civicuk.com/cookiecontrol', 'cmp2', 'cmp-wall',
] as const;
const consentHost =
  /^(?:consent|consents|cmp|guce|zustimmung|privacy|myprivacy|cookies?|datenschutz|consentement|toestemming)\./i;
const consentPath =
  /\/(?:consent|consents|collectconsent|cookie-?(?:wall|consent|accept)|cookiewall|privacy-?(?:gate|wall)|zustimmung|consentement|toestemming)(?:[/?.]|$)/i;
const loginAddress =
  /^(?:login|signin|sso|accounts?|auth|identity|id)\.|\/(?:log-?in|sign-?in|sso|auth|oauth2?|anmelden|connexion|iniciar-sesion|inloggen|logowanie|prihlaseni|giris)(?:[/?.]|$)/i;

function consentWall(facts: WallFacts, { html, url }: AnsweredPage): string | undefined {
  const { hostname, pathname } = URL.parse(url) ?? { hostname: '', pathname: '' };
  const isPlace = consentHost.test(hostname) || consentPath.test(pathname);
  const about = wordsAbout(facts, consentWords);
  const chosen = facts.buttons > 0 || facts.forms > 0;
  const beside = facts.lines.reduce(
    (sum, { text, words, isHeading }) =>
      !isHeading && (consentWords.test(text) || payWords.test(text)) ? sum : sum + words,
    0,
  );
  if (otherProse(facts) >= 40) return undefined;
  if (isPlace && about >= 3 && facts.links <= 40 && beside <= 200)
    return 'its address is one where consent is asked';
  if (facts.links > 25 || about < 12 || beside > about + 60) return undefined;
  const small = html.slice(0, 1_000_000).toLowerCase();
  const mark = consentMarks.find((name) => small.includes(name));
  const named = isCalled(facts, consentWords) || isCalled(facts, payWords);
  const isAlone = about >= 30 && (!hasOtherHeading(facts) || (beside <= 16 && facts.links <= 8));
  if (mark !== undefined && chosen && (named || isAlone))
    return `a form for consent (${mark}) and no other text`;
  return named && chosen && about >= 25 && beside <= about && !facts.declaresArticle
    ? 'it is called one that asks for consent, and has no other text'
    : undefined;
}

/** Words of running text that neither asks for consent nor offers what readers may pay instead. */
function otherProse({ lines }: WallFacts): number {
  return lines.reduce(
    (sum, line) =>
      isProse(line) && !asksConsent(line) && !adFreeWords.test(line.text) ? sum + line.words : sum,
    0,
  );
}

function hasOtherHeading({ lines }: WallFacts): boolean {
  return lines.some(
    ({ isHeading, text, words }) =>
      isHeading && words > 3 && !consentWords.test(text) && !payWords.test(text),
  );
}

function loginWall(facts: WallFacts, { url }: AnsweredPage): string | undefined {
  if (facts.passwords + facts.fields === 0 || facts.links > 40 || facts.words > 300) return undefined;
  if (prose(facts) >= 60) return undefined;
  const { host, pathname } = URL.parse(url) ?? { host: '', pathname: '' };
  const isPlace = loginAddress.test(host) || loginAddress.test(pathname);
  const isNamed = isCalled(facts, loginWords);
  const asks = isNamed || facts.lines.some(({ text, words }) => words <= 8 && loginWords.test(text));
  if (facts.passwords > 0 && (isPlace || isNamed || (asks && facts.words <= 120 && facts.links <= 15)))
    return 'a form for a password and no other text';
  const isSent = facts.addresses.some((address) =>
    loginAddress.test(`/${address.replace(/^[a-z]+:\/\/[^/]*\//i, '')}`),
  );
  return facts.forms > 0 && isNamed && (isPlace || isSent) && facts.fields <= 3
    ? 'a form that asks who the reader is and no other text'
    : undefined;
}

/** Marks of services that show names of the web for sale. */
// biome-ignore format: a table, read by its rows
const parkedMarks = [
  'sedoparking.com', 'parkingcrew.net', 'bodis.com', 'hugedomains.com', 'afternic.com', 'dan.com/', 'parklogic.com',
  'above.com/marketplace', 'domainmarket.com', 'undeveloped.com', 'sedo.com/search/details', 'window.park=', 'parking-lander',
  'img1.wsimg.com/parking', 'd38psrni17bvxu.cloudfront.net', 'adsense/domains/caf.js', 'cdnpark.com', 'uniregistry.com',
] as const;

function parkedWall(facts: WallFacts, { html }: AnsweredPage): string | undefined {
  if (facts.words > 300 || facts.links > 60 || prose(facts) >= 40 || facts.declaresArticle) return undefined;
  const small = html.slice(0, 500_000).toLowerCase();
  const mark = parkedMarks.find((name) => small.includes(name));
  const isSaid =
    parkedWords.test(facts.title) ||
    facts.lines.some(({ text, words }) => words <= 40 && parkedWords.test(text));
  if (mark !== undefined && (isSaid || facts.words <= 40)) return `a page of a name for sale (${mark})`;
  return isSaid && isCalled(facts, parkedWords) && facts.links <= 20
    ? 'it offers its own name for sale'
    : undefined;
}

function redirectWall(facts: WallFacts, { url, headers }: AnsweredPage): string | undefined {
  const { hostname, pathname } = URL.parse(url) ?? { hostname: '', pathname: '' };
  if (hostname === 'news.google.com' && /\/(?:articles|read)\//.test(pathname) && prose(facts) < 60)
    return 'the page by which Google News leads to an article';
  if (facts.words > 60 || facts.links > 5) return undefined;
  const refresh = headers['refresh'];
  const target = pageRedirect(facts, { url, ...(refresh === undefined ? {} : { refresh }) });
  if (target !== undefined) return `it only leads to ${target.url.slice(0, 200)} (${target.by})`;
  return facts.words <= 40 && isCalled(facts, redirectWords) ? 'it says that it leads elsewhere' : undefined;
}

const javaScript = /java ?script/i;
/** Scripts, and what is shown without them, may hold the text; then it is read from there. Characters, words. */
const mostInlined = 12_000;
const mostNoscript = 60;
const textOfScripts = /"(?:articleBody|body|content|text|html|bodyText|paragraphs?)"\s*:\s*[["{]/i;

function scriptWall(facts: WallFacts, { html }: AnsweredPage): string | undefined {
  if (facts.scripts === 0 || facts.declaresArticle || prose(facts) > 0) return undefined;
  if (facts.inlined > mostInlined || countWords(facts.noscript) > mostNoscript) return undefined;
  const asked = facts.lines
    .filter(({ text }) => javaScript.test(text))
    .reduce((sum, { words }) => sum + words, 0);
  if (asked > 0 && facts.words <= 80 && facts.words <= asked + 40 && facts.links <= 10)
    return 'its only text asks for JavaScript';
  if (facts.words > 15 || facts.links > 5 || textOfScripts.test(html.slice(0, 1_000_000))) return undefined;
  if (javaScript.test(facts.noscript)) return 'it shows nothing without JavaScript, and says so';
  return facts.hasShell && facts.words <= 5 ? 'the empty shell of an application' : undefined;
}

function errorWall(facts: WallFacts): string | undefined {
  if (facts.declaresArticle || prose(facts) >= 60 || facts.fields > 6) return undefined;
  const heading = facts.lines.find(({ isHeading }) => isHeading);
  const isNamed = heading !== undefined && heading.words <= 10 && notFoundWords.test(heading.text);
  const isTitled = notFoundWords.test(facts.title) && /^.{0,80}$/s.test(facts.title);
  const says = facts.lines.some(({ text, words }) => words <= 30 && notFoundWords.test(text));
  return (isNamed && (isTitled || facts.words <= 150)) || (isTitled && says)
    ? 'title and heading say that nothing was found'
    : undefined;
}

// biome-ignore format: a table, read by its rows
const judges: readonly (readonly [WallKind, (facts: WallFacts, page: AnsweredPage) => string | undefined])[] = [
  ['parked', parkedWall],
  ['redirect', redirectWall],
  ['consent', consentWall],
  ['login', loginWall],
  ['error', errorWall],
  ['javascript', scriptWall],
];

function wallOf(facts: WallFacts, page: AnsweredPage): Wall | undefined {
  for (const [kind, judge] of judges) {
    const why = judge(facts, page);
    if (why !== undefined) return { kind, why };
  }
  return undefined;
}

/** What a page is besides an article: a wall, or the way to another address, or both. */
export interface Passage {
  readonly wall?: Wall;
  /** Address to which the page sends its reader, which HTTP does not tell. */
  readonly leadsTo?: string;
}

/**
 * Whether a page is a wall and which: by its form and structure first (marks of guards and frameworks, forms,
 * how little else it shows), by words second. A page with running text of its own is none, whatever else
 * stands on it. And where it sends its reader on; a challenge leads nowhere. `setsCookie`: the page has set a
 * cookie, so that it may lead to itself.
 */
export function readPassage(page: AnsweredPage, { setsCookie = false } = {}): Passage {
  const facts = wallFacts(page.html);
  if (facts === undefined) return {};
  const challenge = readChallenge({ ...page, text: page.html });
  if (challenge !== undefined)
    return { wall: { kind: 'challenge', why: `a page of ${challenge.by} (${challenge.mark})` } };
  if (page.status !== 200) return {};
  const wall = wallOf(facts, page);
  const refresh = page.headers['refresh'];
  const way = pageRedirect(facts, {
    url: page.url,
    setsCookie,
    ...(refresh === undefined ? {} : { refresh }),
  });
  return {
    ...(wall === undefined ? {} : { wall }),
    ...(way === undefined ? {} : { leadsTo: way.url }),
  };
}
