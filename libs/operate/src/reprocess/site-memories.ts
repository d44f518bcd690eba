import { withSightings, type SiteArticle, type SiteSighting } from '@newsmill/contracts';
import type { StateReader } from '@newsmill/store';

/** Sites that are remembered at a time; of each at most 16 KB. */
const mostSites = 2_000;

/**
 * What the articles of a site have in common, as a walk through its articles learns it: it begins with what
 * the state remembers and tells the state nothing, for what is old would push out what is new.
 */
export class SiteMemories {
  readonly #state: Pick<StateReader, 'readSites'>;
  readonly #sites = new Map<string, readonly SiteArticle[]>();
  /** Articles of each site that the walk has seen. */
  readonly #seen = new Map<string, number>();

  constructor(state: Pick<StateReader, 'readSites'>) {
    this.#state = state;
  }

  seenOf(site: string): number {
    return this.#seen.get(site) ?? 0;
  }

  /** What is known of a site, oldest sight first. */
  async of(site: string): Promise<readonly SiteArticle[]> {
    const known = this.#sites.get(site);
    if (known !== undefined) return known;
    const read = (await this.#state.readSites([site])).get(site) ?? [];
    for (const name of this.#sites.keys()) {
      if (this.#sites.size < mostSites) break;
      this.#sites.delete(name);
      this.#seen.delete(name);
    }
    this.#sites.set(site, read);
    return read;
  }

  /** Other memories, as the state has them. */
  async read(names: readonly string[]): Promise<ReadonlyMap<string, readonly SiteArticle[]>> {
    return new Map(await Promise.all(names.map(async (name) => [name, await this.of(name)] as const)));
  }

  async tell(sighting: SiteSighting): Promise<void> {
    const { site } = sighting;
    const known = await this.of(site);
    // As the one that is used last, the site is forgotten last.
    this.#sites.delete(site);
    this.#sites.set(site, withSightings(known, [sighting]));
    this.#seen.set(site, this.seenOf(site) + 1);
  }
}
