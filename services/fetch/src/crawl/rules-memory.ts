import { crawlDelay, mayFetch, type RobotsRules, type SiteFiles } from '@newsmill/fetch';

/** What robots.txt of a host says of one address. `unreachable`: nobody may be asked there for now. */
export interface RobotsVerdict {
  readonly verdict: 'allowed' | 'denied' | 'unreachable';
  readonly rule: string;
  readonly crawlDelayMs?: number;
}

/** Texts above which what was parsed is forgotten. */
const many = 500;

/** What the state keeps as JSON, each text parsed once. */
class ParsedOnce<T> {
  readonly #parsed = new Map<string, T>();

  of(kept: string): T {
    const known = this.#parsed.get(kept);
    if (known !== undefined) return known;
    if (this.#parsed.size >= many) this.#parsed.clear();
    const value: T = JSON.parse(kept);
    this.#parsed.set(kept, value);
    return value;
  }
}

/** Rules of robots.txt files, and other files of sites, as the state keeps them. */
export class RulesMemory {
  readonly #agent: string;
  readonly #rules = new ParsedOnce<RobotsRules>();
  readonly #files = new ParsedOnce<SiteFiles>();

  constructor(agent: string) {
    this.#agent = agent;
  }

  rulesOf(kept: string): RobotsRules {
    return this.#rules.of(kept);
  }

  filesOf(kept: string): SiteFiles {
    return this.#files.of(kept);
  }

  judge(kept: string, url: string): RobotsVerdict {
    const rules = this.rulesOf(kept);
    const { allowed, rule = '' } = mayFetch(rules, url, this.#agent);
    const crawlDelayMs = crawlDelay(rules, this.#agent);
    if (rules.verdict === 'disallow') return { verdict: 'unreachable', rule, crawlDelayMs };
    return { verdict: allowed ? 'allowed' : 'denied', rule, crawlDelayMs };
  }
}
