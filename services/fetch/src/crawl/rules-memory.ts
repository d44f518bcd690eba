import { z } from 'zod';
import { readJson } from '@newsmill/contracts';
import { crawlDelay, mayFetch, type RobotsRules, type SiteFiles } from '@newsmill/fetch';

/** What robots.txt of a host says of one address. `unreachable`: nobody may be asked there for now. */
export interface RobotsVerdict {
  readonly verdict: 'allowed' | 'denied' | 'unreachable';
  readonly rule: string;
  readonly crawlDelayMs?: number;
  /** Why the host is not asked at all: its address is refused. */
  readonly blocked?: string;
}

/** Texts above which what was parsed is forgotten. */
const many = 500;

const KeptRules = z.custom<RobotsRules>(
  (value) =>
    z
      .looseObject({
        verdict: z.enum(['rules', 'allow', 'disallow']),
        groups: z.array(z.looseObject({ rules: z.array(z.looseObject({ path: z.string() })) })),
        sitemaps: z.array(z.string()),
      })
      .safeParse(value).success,
);
const KeptFiles = z.custom<SiteFiles>(
  (value) => z.looseObject({ tdm: z.array(z.unknown()), rsl: z.array(z.unknown()) }).safeParse(value).success,
);

/** What the state keeps as JSON, each text parsed once. */
class ParsedOnce<T> {
  readonly #schema: z.ZodType<T>;
  readonly #parsed = new Map<string, T>();

  constructor(schema: z.ZodType<T>) {
    this.#schema = schema;
  }

  /** Undefined for what is cut short or another's: it counts as if it were not there. */
  find(kept: string | undefined): T | undefined {
    const known = this.#parsed.get(kept ?? '');
    if (known !== undefined || kept === undefined) return known;
    if (this.#parsed.size >= many) this.#parsed.clear();
    const value = readJson(this.#schema, kept);
    if (value !== undefined) this.#parsed.set(kept, value);
    return value;
  }
}

/** Rules of robots.txt files, and other files of sites, as the state keeps them. */
export class RulesMemory {
  readonly #agent: string;
  readonly #rules = new ParsedOnce(KeptRules);
  readonly #files = new ParsedOnce(KeptFiles);

  constructor(agent: string) {
    this.#agent = agent;
  }

  /** Undefined where the text says nothing that could be used. */
  rulesOf(kept: string | undefined): RobotsRules | undefined {
    return this.#rules.find(kept);
  }

  filesOf(kept: string | undefined): SiteFiles | undefined {
    return this.#files.find(kept);
  }

  judge(rules: RobotsRules, url: string): RobotsVerdict {
    const { allowed, rule = '' } = mayFetch(rules, url, this.#agent);
    const crawlDelayMs = crawlDelay(rules, this.#agent);
    if (rules.verdict === 'disallow') {
      const { blocked } = rules;
      return { verdict: 'unreachable', rule, crawlDelayMs, ...(blocked === undefined ? {} : { blocked }) };
    }
    return { verdict: allowed ? 'allowed' : 'denied', rule, crawlDelayMs };
  }
}
