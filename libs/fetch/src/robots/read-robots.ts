/**
 * One rule: an allowed or forbidden beginning of paths, normalised; `*` stands for anything, `$` at the end
 * for the end.
 */
export interface RobotsRule {
  readonly allow: boolean;
  readonly path: string;
}

/** A line `Content-Usage` or `Content-Signal` of a group: what its words, as written, say of paths. */
export interface RobotsUsage {
  readonly kind: 'content-usage' | 'content-signal';
  /** Normalised, as that of a rule; `/` where the line names none. */
  readonly path: string;
  readonly words: string;
}

/** Rules of one or more agents, by their product tokens in lower case. */
export interface RobotsGroup {
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
  readonly usage?: readonly RobotsUsage[];
  /** Seconds between requests. */
  readonly crawlDelay?: number;
}

/** What a robots.txt says; plain JSON, so that it can be kept. */
export interface RobotsRules {
  /** `rules`: as listed. `allow`, `disallow`: for everything, since the file could not be had. */
  readonly verdict: 'rules' | 'allow' | 'disallow';
  readonly groups: readonly RobotsGroup[];
  readonly sitemaps: readonly string[];
  /** Addresses of licences (Really Simple Licensing 1.0, `License`), as written. */
  readonly licences?: readonly string[];
  /** Why nothing of its host is ever asked, where its address is one that is refused. */
  readonly blocked?: string;
}

/** Bytes and characters of a robots.txt that are read (RFC 9309, 2.5, asks for at least this). */
export const robotsLimit = 512_000;

/** Characters of a line that are read. */
const longestLine = 8_192;

type Key = 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap' | 'licence' | RobotsUsage['kind'];
const keys: readonly (readonly [RegExp, Key])[] = [
  [/^user[-\s]?agents?$/i, 'agent'],
  [/^all?ow$/i, 'allow'],
  [/^(?:dis?s?all?[oae]w|disal+ow|diasllow|dis\s?allow|disalllow|dsallow)$/i, 'disallow'],
  [/^crawl[-\s]?delay$/i, 'delay'],
  [/^site[-\s]?map$/i, 'sitemap'],
  [/^licen[cs]e$/i, 'licence'],
  [/^content-usage$/i, 'content-usage'],
  [/^content-signal$/i, 'content-signal'],
];
/** Lines about licences and usage that are read, of a file and of a group. */
const mostLicences = 10;
const mostUsages = 100;
const splitLine = /^([a-z][a-z-]*(?:\s(?:agent|delay|map))?)(?:\s*:\s*|\s+)(.*)/is;

/**
 * Paths in one form: escapes in capitals, unreserved characters plain, everything beyond ASCII escaped as
 * UTF-8 (RFC 9309, 2.2.2).
 */
function normalisePath(path: string): string {
  return path
    .replace(/[\s\u0080-\uffff]+/g, (part) => encodeURIComponent(part.toWellFormed()))
    .replace(/%([0-9a-fA-F]{2})/g, (escape, digits: string) => {
      const char = String.fromCharCode(Number.parseInt(digits, 16));
      return /[A-Za-z0-9\-._~]/.test(char) ? char : escape.toUpperCase();
    });
}

/**
 * A rule's path from its beginning at the root; a whole address, which some publishers write, becomes
 * `/https://host/…`.
 */
function rulePath(value: string): string {
  return normalisePath(/^[/*]/.test(value) ? value : `/${value}`).replace(/\$(?!$)/g, '%24');
}

const severalNames = /^[a-z][\w-]*(?:\s+[a-z][\w-]*)+$/;

function agentTokens(value: string): string[] {
  const text = value.trim().toLowerCase();
  if (text.startsWith('*') && !/^\*[\w-]/.test(text)) return ['*'];
  const parts = text.includes(',') ? text.split(',') : [text];
  // Several plain names on one line are as many agents; of anything else the first word is the name.
  return parts.flatMap((part) =>
    severalNames.test(part.trim()) ? part.trim().split(/\s+/) : (/^[^\s/]+/.exec(part.trim())?.[0] ?? []),
  );
}

interface OpenGroup {
  agents: string[];
  rules: RobotsRule[];
  usage?: RobotsUsage[];
  crawlDelay?: number;
}

/** A line about usage: its path, where it begins with one (AIPREF: `/a train-ai=n`), and its words. */
function usageOf(kind: RobotsUsage['kind'], value: string): RobotsUsage {
  const [first = ''] = value.split(/\s/, 1);
  const hasPath = /^[/*]/.test(first);
  return {
    kind,
    path: rulePath(hasPath ? first : '/'),
    words: value
      .slice(hasPath ? first.length : 0)
      .trim()
      .slice(0, 500),
  };
}

/**
 * Reads a robots.txt by RFC 9309, as tolerantly as the large crawlers do: byte order marks, any line end,
 * missing colons, misspelt keys. Reads at most 500 KiB.
 */
export function readRobots(text: string): RobotsRules {
  const groups: OpenGroup[] = [];
  const sitemaps = new Set<string>();
  const licences = new Set<string>();
  let group: OpenGroup | undefined;
  let isNaming = false;
  for (const raw of text
    .slice(0, robotsLimit)
    .replace(/^(?:\ufeff|ï»¿|[\ufffd\u0000]+)+/, '')
    .split(/\r\n|\n|\r/)) {
    const line = raw
      .slice(0, longestLine)
      .replace(/#.*/s, '')
      .replace(/^\s*<[^<>]*>|<\/?[a-z][^<>]*>\s*$/gi, '');
    const [, name = '', value = ''] = splitLine.exec(line.trim()) ?? [];
    const key = keys.find(([pattern]) => pattern.test(name))?.[1];
    if (key === undefined) continue;
    if (key === 'sitemap') {
      if (sitemaps.size < 1_000 && value !== '') sitemaps.add(value);
    } else if (key === 'licence') {
      if (licences.size < mostLicences && value !== '') licences.add(value.slice(0, 2_000));
    } else if (key === 'content-usage' || key === 'content-signal') {
      // As every line that crawling does not know, it ends no list of agents.
      if (group !== undefined && (group.usage?.length ?? 0) < mostUsages)
        (group.usage ??= []).push(usageOf(key, value));
    } else if (key === 'agent') {
      if (!isNaming || group === undefined) {
        group = { agents: [], rules: [] };
        groups.push(group);
      }
      group.agents.push(...agentTokens(value));
      isNaming = true;
    } else {
      isNaming = false;
      if (group === undefined) continue;
      if (key === 'delay') {
        const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
        if (seconds >= 0 && group.crawlDelay === undefined) group.crawlDelay = seconds;
      } else if (value !== '' && value.isWellFormed())
        group.rules.push({ allow: key === 'allow', path: rulePath(value) });
    }
  }
  return {
    verdict: 'rules',
    groups,
    sitemaps: [...sitemaps],
    ...(licences.size === 0 ? {} : { licences: [...licences] }),
  };
}

/**
 * Whether a token of the file (`said`) names an agent: as written, as the beginning of a longer name, by its
 * letters alone, or with `*` inside.
 */
function namesAgent(said: string, token: string): boolean {
  if (said === token || /^[a-z_-]+/.exec(said)?.[0] === token) return true;
  if (/[a-z0-9]$/.test(said) && token.startsWith(said) && !/[a-z]/.test(token.charAt(said.length)))
    return true;
  return said.includes('*') && /[a-z0-9]/.test(said) && matchesPath(`${said}$`, token);
}

/**
 * Groups that hold for an agent: those of the longest token that it bears, merged; else those of `*`. Of a
 * whole User-Agent header each product counts.
 */
function findGroups(rules: RobotsRules, agent: string): readonly RobotsGroup[] {
  const tokens = agent.toLowerCase().match(/[^\s/;()]+/g) ?? [];
  let best = '';
  for (const group of rules.groups)
    for (const said of group.agents)
      if (said !== '*' && said.length > best.length && tokens.some((token) => namesAgent(said, token)))
        best = said;
  const wanted = best === '' ? '*' : best;
  return rules.groups.filter((group) => group.agents.includes(wanted));
}

/**
 * The groups of a file are looked for once: it may name tens of thousands of agents, and is asked for each
 * page.
 */
const found = new WeakMap<RobotsRules, { readonly agent: string; readonly groups: readonly RobotsGroup[] }>();

function groupsFor(rules: RobotsRules, agent: string): readonly RobotsGroup[] {
  const known = found.get(rules);
  if (known?.agent === agent) return known.groups;
  const groups = findGroups(rules, agent);
  found.set(rules, { agent, groups });
  return groups;
}

/**
 * Whether a pattern matches a path from its beginning. Each piece is looked for once from left to right, so
 * time is linear.
 */
function matchesPath(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  // A dollar sign may also stand in the address itself.
  if (isWhole && path.startsWith(`${pattern.slice(0, -1)}%24`)) return true;
  const pieces = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces[0] ?? '';
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (let index = 1; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? '';
    if (isWhole && index === pieces.length - 1)
      return path.length - piece.length >= at && path.endsWith(piece);
    const next = path.indexOf(piece, at);
    if (next === -1) return false;
    at = next + piece.length;
  }
  return !isWhole || at === path.length;
}

function pathOf(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/#.*/s, '');
  return normalisePath(path.startsWith('/') ? path : `/${path}`)
    .replace(/\$/g, '%24')
    .replace(/\*/g, '%2A');
}

/**
 * How exactly a pattern as robots.txt has them (RFC 9309, 2.2.2), or a whole address with one, matches an address:
 * the length of the pattern; undefined where it does not match.
 */
export function matchLength(pattern: string, url: string): number | undefined {
  const origin = /^https?:\/\/[^/?#]*/i.exec(pattern)?.[0];
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== new URL(url).origin))
    return undefined;
  const rule = rulePath(pattern.slice(origin?.length ?? 0));
  return matchesPath(rule, pathOf(url)) ? rule.length : undefined;
}

/** What lines of a kind in the groups of an agent say of an address: that of the longest path, as written. */
export function usageFor(
  rules: RobotsRules,
  { kind, url, agent }: { readonly kind: RobotsUsage['kind']; readonly url: string; readonly agent: string },
): string | undefined {
  const path = pathOf(url);
  return groupsFor(rules, agent)
    .flatMap(({ usage = [] }) => usage)
    .filter((line) => line.kind === kind && matchesPath(line.path, path))
    .toSorted((a, b) => b.path.length - a.path.length)[0]?.words;
}

const wholeAddress = /^\/https?:\/\/([^/]*)(.*)/is;

/**
 * The path that a rule means for a host: a rule that names the host holds for its paths; one that names
 * another host is a path like any other.
 */
function pathFor(rule: RobotsRule, host: string): string {
  const [, named, path] = wholeAddress.exec(rule.path) ?? [];
  return named !== undefined && path !== undefined && named.toLowerCase() === host ? path : rule.path;
}

export interface RobotsAnswer {
  readonly allowed: boolean;
  /** The rule that decided, for the operator. */
  readonly rule?: string;
}

/**
 * Whether an agent may fetch an address: the longest rule wins, allow wins ties; robots.txt itself is always
 * allowed.
 */
export function mayFetch(rules: RobotsRules, url: string, agent: string): RobotsAnswer {
  if (rules.verdict === 'allow') return { allowed: true };
  const path = pathOf(url);
  if (path === '/robots.txt') return { allowed: true };
  if (rules.verdict === 'disallow') return { allowed: false, rule: 'robots.txt could not be fetched' };
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  let best: RobotsRule | undefined;
  for (const group of groupsFor(rules, agent)) {
    for (const written of group.rules) {
      const rule = written.path.startsWith('/http') ? { ...written, path: pathFor(written, host) } : written;
      const length = rule.path.length;
      const isBetter =
        best === undefined ||
        length > best.path.length ||
        (length === best.path.length && rule.allow && !best.allow);
      // Google's reading, kept by publishers: who allows index.html allows its directory.
      const directory = rule.allow ? /^(.*\/)index\.html?\$?$/.exec(rule.path)?.[1] : undefined;
      if (
        isBetter &&
        (matchesPath(rule.path, path) || (directory !== undefined && matchesPath(`${directory}$`, path)))
      )
        best = rule;
    }
  }
  return best === undefined
    ? { allowed: true }
    : { allowed: best.allow, rule: `${best.allow ? 'Allow' : 'Disallow'}: ${best.path}` };
}

/**
 * Milliseconds that robots.txt asks an agent to leave between requests, between 0.1 and 60 seconds; undefined
 * when it asks for none.
 */
export function crawlDelay(rules: RobotsRules, agent: string): number | undefined {
  const seconds = groupsFor(rules, agent)
    .map((group) => group.crawlDelay)
    .find((delay) => delay !== undefined);
  return seconds === undefined || seconds === 0
    ? undefined
    : Math.min(60_000, Math.max(100, seconds * 1_000));
}
