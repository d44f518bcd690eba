import { uses, type Rights, type Use, type UseDecision } from './rights.ts';

/** Ways on which articles leave the library, and the uses that each part of an article needs to go along. */
export interface WayFacts {
  readonly says: string;
  /** Whether it is a copy of the library: it has also what is hidden (hiddenFlags). */
  readonly isCopy?: boolean;
  /** Without these the article does not appear at all. */
  readonly entry: readonly Use[];
  /** Summary, standfirst and found words. */
  readonly snippet: readonly Use[];
  /** Text, blocks, HTML, and what quotes them. */
  readonly text: readonly Use[];
}

/** The one policy: what each way gives out. */
export const waysOut = {
  search: {
    says: 'search, related articles, console lists',
    entry: ['index'],
    snippet: ['snippet'],
    text: ['fullText'],
  },
  article: {
    says: 'one article: API in every form, console',
    entry: ['index'],
    snippet: ['snippet'],
    text: ['fullText'],
  },
  feed: {
    says: 'searches as RSS, Atom, JSON Feed',
    entry: ['index'],
    snippet: ['snippet'],
    text: ['snippet', 'fullText'],
  },
  notice: {
    says: 'webhooks and event streams',
    entry: ['index'],
    snippet: ['snippet'],
    text: ['snippet', 'fullText'],
  },
  export: {
    says: 'exports: NDJSON, ninjs, CSV',
    isCopy: true,
    entry: ['index'],
    snippet: ['snippet', 'export'],
    text: ['fullText', 'export'],
  },
  agents: {
    says: 'agents (MCP)',
    entry: ['index'],
    snippet: ['snippet', 'agents'],
    text: ['fullText', 'agents'],
  },
  training: {
    says: 'exports for training, topics learned from the library',
    entry: ['index'],
    snippet: ['snippet', 'export', 'training'],
    text: ['fullText', 'export', 'training'],
  },
} as const satisfies Readonly<Record<string, WayFacts>>;
export type WayOut = keyof typeof waysOut;

/** Whether what goes out on a way is a copy of the library: it has also what is hidden (hiddenFlags). */
export function isCopyOut(way: WayOut): boolean {
  const { isCopy = false }: WayFacts = waysOut[way];
  return isCopy;
}

/** What the operator has allowed of one source, and on what ground. */
export interface RightsGrant {
  readonly ground: string;
  readonly allow: readonly Use[];
}

/** Whether a part may go out: whole, not at all, or so many characters of it. `why`: the rules, in words. */
export type Serving =
  | { readonly kind: 'whole' }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'cut'; readonly limit: number; readonly why: string };

/**
 * The rights as they hold with what the source file allows; what was overridden keeps its rules, and gains the ground.
 */
export function withGrant(rights: Rights, grant: RightsGrant | undefined): Rights {
  if (grant === undefined) return rights;
  const overridden = grant.allow.filter((use) => (rights[use]?.decision ?? 'allowed') !== 'allowed');
  const decisions = overridden.map((use): [Use, UseDecision] => [
    use,
    {
      decision: 'allowed',
      rules: [...(rights[use]?.rules ?? []), { source: 'source file', value: grant.ground }],
    },
  ]);
  return {
    ...rights,
    ...Object.fromEntries(decisions),
    reserved: rights.reserved.filter((name) => !overridden.some((use) => use === name)),
  };
}

/** The words of a refusal: the use, and each rule with its place. */
function reasonOf(use: Use, { rules }: UseDecision): string {
  const named = rules.map(({ source, value }) => `${value} (${source})`).join(', ');
  return `${use} (${uses[use]}) is reserved by ${named === '' ? 'its publisher' : named}`;
}

/** What the rules leave of a part that needs several uses; the strictest holds. */
function servingOf(needed: readonly Use[], rights: Rights): Serving {
  const decided = needed.flatMap((use) => {
    const found = rights[use];
    return found === undefined ? [] : [{ use, found }];
  });
  const denied = decided.filter(({ found }) => found.decision === 'denied');
  if (denied.length > 0)
    return { kind: 'none', why: denied.map(({ use, found }) => reasonOf(use, found)).join('; ') };
  const limited = decided.filter(({ found }) => found.decision === 'limited');
  if (limited.length === 0) return { kind: 'whole' };
  return {
    kind: 'cut',
    limit: Math.min(...limited.map(({ found }) => found.limit ?? 0)),
    why: limited.map(({ use, found }) => reasonOf(use, found)).join('; '),
  };
}

/** What may go out on a way at `now` (epoch milliseconds), part by part. `rights` hold already with any grant. */
export function mayServe(
  way: WayOut,
  rights: Rights | undefined,
  now: number,
): { readonly entry: Serving; readonly snippet: Serving; readonly text: Serving } {
  const whole: Serving = { kind: 'whole' };
  if (rights === undefined) return { entry: whole, snippet: whole, text: whole };
  const { entry, snippet, text } = waysOut[way];
  const end = rights.unavailableAfter === undefined ? Number.NaN : Date.parse(rights.unavailableAfter);
  const isOver = now >= end;
  return {
    entry: isOver
      ? {
          kind: 'none',
          why: `it is not to be shown after ${rights.unavailableAfter ?? ''} (unavailable_after)`,
        }
      : servingOf(entry, rights),
    snippet: servingOf(snippet, rights),
    text: servingOf(text, rights),
  };
}
