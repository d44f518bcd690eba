import { crawlDelay, mayFetch, type RobotsRules, type SiteFiles } from '@newsmill/fetch';

/** What robots.txt of a host says of one address. `unreachable`: nobody may be asked there for now. */
export interface RobotsVerdict {
  readonly verdict: 'allowed' | 'denied' | 'unreachable';
  readonly rule: string;
  readonly crawlDelayMs?: number;
}

/** Rules above which those that were parsed are forgotten. */
const manyRules = 500;

/**
 * Rules of robots.txt files, and other files of sites, as the state keeps them, which is as JSON; each is parsed
 * once.
 */
export class RulesMemory {
  readonly #agent: string;
  readonly #parsed = new Map<string, RobotsRules>();
  readonly #files = new Map<string, SiteFiles>();

  constructor(agent: string) {
    this.#agent = agent;
  }

  rulesOf(kept: string): RobotsRules {
    const known = this.#parsed.get(kept);
    if (known !== undefined) return known;
    if (this.#parsed.size >= manyRules) this.#parsed.clear();
    const rules: RobotsRules = JSON.parse(kept);
    this.#parsed.set(kept, rules);
    return rules;
  }

  filesOf(kept: string): SiteFiles {
    const known = this.#files.get(kept);
    if (known !== undefined) return known;
    if (this.#files.size >= manyRules) this.#files.clear();
    const files: SiteFiles = JSON.parse(kept);
    this.#files.set(kept, files);
    return files;
  }

  judge(kept: string, url: string): RobotsVerdict {
    const rules = this.rulesOf(kept);
    const { allowed, rule = '' } = mayFetch(rules, url, this.#agent);
    const crawlDelayMs = crawlDelay(rules, this.#agent);
    if (rules.verdict === 'disallow') return { verdict: 'unreachable', rule, crawlDelayMs };
    return { verdict: allowed ? 'allowed' : 'denied', rule, crawlDelayMs };
  }
}
