import { mostSiteArticles, withSightings, type SiteArticle, type SiteSighting } from '@newsmill/contracts';

interface Recent extends SiteSighting {
  readonly toldAt: number;
  /** When the state had it; undefined: not yet. */
  recordedAt: number | undefined;
}

/** Longer than a batch takes: then the look-ups of all that are under way know of it. Milliseconds. */
const keptMs = 60_000;
/** Sites and other memories that are kept at a time; of each at most 16 KB. */
const mostSites = 1_000;

/**
 * What a process has seen of sites since the batches under way looked them up: the first poll of a site comes
 * as one batch, and its articles have nothing in common with those of before.
 */
export class RecentSightings {
  readonly #sites = new Map<string, Recent[]>();

  /** Takes in what an article showed. Times in epoch milliseconds. */
  tell(sighting: SiteSighting, now: number): void {
    const { site, item, replaces } = sighting;
    const others = (this.#sites.get(site) ?? []).filter(
      (one) => one.item !== item && !replaces.includes(one.item) && one.toldAt > now - keptMs,
    );
    this.#sites.delete(site);
    const recent = [...others, { ...sighting, toldAt: now, recordedAt: undefined }];
    this.#sites.set(site, recent.slice(-mostSiteArticles));
    for (const name of this.#sites.keys()) {
      if (this.#sites.size <= mostSites) break;
      this.#sites.delete(name);
    }
  }

  /** Says that the state has these. */
  recorded(sightings: readonly SiteSighting[], now: number): void {
    for (const { site, item, lines } of sightings)
      for (const one of this.#sites.get(site) ?? [])
        if (one.item === item && one.lines === lines) one.recordedAt ??= now;
  }

  /** The memory of a site that was looked up at `since`, with what was seen meanwhile. */
  with(site: string, known: readonly SiteArticle[], since: number): readonly SiteArticle[] {
    const later = (this.#sites.get(site) ?? []).filter(
      ({ recordedAt }) => recordedAt === undefined || recordedAt >= since,
    );
    return later.length === 0 ? known : withSightings(known, later);
  }
}
