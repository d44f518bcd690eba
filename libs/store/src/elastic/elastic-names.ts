/** A monthly index: of which build, and of which month (`2026.10`, of firstSeen). */
export interface MonthName {
  readonly index: string;
  readonly build: number;
  readonly month: string;
}

/** Names of everything that a namespace has in Elasticsearch. */
export interface ElasticNames {
  /** Read alias over the monthly indices: what search clients ask. */
  readonly articles: string;
  readonly links: string;
  readonly tombstones: string;
  /** Which sources told of items and articles. */
  readonly tellings: string;
  /** Earlier versions of articles. */
  readonly versions: string;
  readonly registry: string;
  /** Pattern of all monthly indices: `<namespace>-articles-v<build>-<yyyy.MM>`. */
  readonly months: string;
  /** Template of the months that a reindex builds, while it does. */
  readonly building: string;
  /** What a reindex at work says of itself. */
  readonly reindex: string;
  /** The monthly index of an article. */
  monthOf(firstSeen: string, build?: number): string;
  /** Undefined for an index that is no month. */
  readMonth(index: string): MonthName | undefined;
}

export function elasticNames(namespace: string): ElasticNames {
  const stem = `${namespace}-articles-v`;
  return {
    articles: `${namespace}-articles`,
    links: `${namespace}-links`,
    tombstones: `${namespace}-tombstones`,
    tellings: `${namespace}-tellings`,
    versions: `${namespace}-versions`,
    registry: `${namespace}-registry`,
    months: `${stem}*`,
    building: `${namespace}-articles-building`,
    reindex: `${namespace}-reindex`,
    monthOf: (firstSeen, build = 1) => `${stem}${build}-${firstSeen.slice(0, 7).replace('-', '.')}`,
    readMonth(index) {
      const [, build, month] =
        (index.startsWith(stem) ? /^(\d+)-(\d{4}\.\d{2})$/.exec(index.slice(stem.length)) : null) ?? [];
      return build === undefined || month === undefined ? undefined : { index, build: Number(build), month };
    },
  };
}
