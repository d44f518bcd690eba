import type { RuleName } from '@newsmill/contracts';
import { readTimeLimit } from './read-time-limit.ts';
import type { RobotsDirective } from './robots-directives.ts';

/** A rule as it was found. `value`: its number or time, as read; `words`: as the page writes it. */
export interface FoundRule {
  readonly name: RuleName;
  readonly source: string;
  readonly words: string;
  readonly value?: number | string | undefined;
}

/** Longer texts are cut: a header or an attribute says what it has to say in fewer. */
const longest = 2_000;
// biome-ignore format: a table, read by its rows
const plainRules = [
  'noindex', 'none', 'noarchive', 'nosnippet', 'nofollow', 'noimageindex', 'notranslate', 'noai',
  'noimageai',
] as const satisfies readonly RuleName[];
const valueRules = [
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
] as const satisfies readonly RuleName[];
/** Directives with a value: what stands before their colon names nobody. */
const withValue = /^(?:unavailable_after|max-snippet|max-image-preview|max-video-preview)$/i;
const named = /^([A-Za-z_][\w-]*)\s*:(.*)$/s;
const timeLimit = 'unavailable_after';

/** Rules of one part between commas. */
function rulesOf(part: string, next: string | undefined, source: string): FoundRule[] {
  if (part.toLowerCase().startsWith(timeLimit)) {
    const limit = part.slice(timeLimit.length).replace(/^[\s:=]+/, '');
    // The comma behind the name of a weekday belongs to the date.
    const texts = [limit, `${limit}, ${(next ?? '').trim()}`];
    const text = texts.find((one) => readTimeLimit(one) !== undefined);
    return text === undefined
      ? []
      : [
          {
            name: 'unavailable_after',
            source,
            words: `unavailable_after: ${text}`,
            value: readTimeLimit(text),
          },
        ];
  }
  const [, name = '', given = ''] = named.exec(part) ?? [];
  const valued = valueRules.find((one) => one === name.toLowerCase());
  if (valued !== undefined) {
    const [first = ''] = given.trim().split(/\s/, 1);
    const value = valued === 'max-snippet' ? readNumber(first) : first;
    return value === undefined ? [] : [{ name: valued, source, words: `${valued}: ${first}`, value }];
  }
  return part.split(/\s+/).flatMap((word) => {
    const known = plainRules.find((one) => one === word.toLowerCase());
    return known === undefined ? [] : [{ name: known, source, words: known }];
  });
}

function readNumber(text: string): number | undefined {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/**
 * The rules in one text of directives, which commas or semicolons part. `agent`: a name before a colon says
 * for whom what follows is, as in X-Robots-Tag; rules for others are left out. Without it names mean nothing,
 * as in the content of a meta element.
 */
function readRules(text: string, source: string, agent?: string): FoundRule[] {
  const parts = text.slice(0, longest).split(/[,;]/);
  let holds = true;
  return parts.flatMap((whole, place) => {
    const [, name, rest = ''] = named.exec(whole.trim()) ?? [];
    const isNamed = agent !== undefined && name !== undefined && !withValue.test(name);
    if (isNamed) holds = name.toLowerCase() === agent || name.toLowerCase() === 'robots';
    return holds ? rulesOf((isNamed ? rest : whole).trim(), parts[place + 1], source) : [];
  });
}

/**
 * What a page says to robots, in its meta elements and its X-Robots-Tag header (several headers joined by
 * commas), to all or to `agent` (the product token). Written down by Google ("Robots meta tag, data-nosnippet,
 * and X-Robots-Tag specifications"); `noai` and `noimageai` by DeviantArt.
 */
export function readRobotsRules(
  directives: readonly RobotsDirective[],
  header: string | undefined,
  agent: string | undefined,
): FoundRule[] {
  const name = agent?.toLowerCase() ?? '';
  const ofHeader = header === undefined ? [] : readRules(header, 'X-Robots-Tag', name);
  const ofMeta = directives.flatMap((one) =>
    one.agent === 'robots' || (name !== '' && one.agent === name)
      ? readRules(one.content, `meta ${one.agent}`)
      : [],
  );
  return [...ofMeta, ...ofHeader];
}
