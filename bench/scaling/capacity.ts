/** What one article takes of the distributed form, measured. */
export interface Costs {
  /** CPU milliseconds by service and by server. */
  readonly cpuMs: Readonly<Record<string, number>>;
  /** Bytes that its messages have in all topics, uncompressed, one copy. */
  readonly busBytes: number;
  readonly archiveBytes: number;
  /** Of the state in Redis, while the article is fresh. */
  readonly stateBytes: number;
  /** Of its document in Elasticsearch, one copy. */
  readonly libraryBytes: number;
}

/** What the model assumes besides; each line of it is in the page. */
export const assumptions = {
  /** The busiest hour over the mean. */
  peak: 3,
  /** Share of a core that is planned with. */
  use: 0.6,
  busDays: 7,
  busCopies: 3,
  archiveDays: 30,
  /** Copies of texts are looked for among articles of so many days; then the state keeps next to nothing. */
  stateDays: 14,
  libraryDays: 365,
  libraryCopies: 2,
  /** A machine of the bill. */
  cores: 16,
  memoryGb: 64,
} as const;

/** What a number of articles a day takes. */
export interface Capacity {
  readonly articlesPerDay: number;
  readonly peakPerSecond: number;
  /** Cores at the busiest hour, by service and by server. */
  readonly cores: Readonly<Record<string, number>>;
  readonly busMbPerSecond: number;
  readonly busTb: number;
  readonly archiveTb: number;
  readonly stateGb: number;
  readonly libraryTb: number;
  /** Machines for the cores alone, and for the state to lie in memory. */
  readonly machines: number;
}

const daySeconds = 86_400;

/** What so many articles a day take by the costs of one: everything is linear in them. */
export function capacityFor(articlesPerDay: number, costs: Costs): Capacity {
  const a = assumptions;
  const peakPerSecond = (articlesPerDay / daySeconds) * a.peak;
  const cores = Object.fromEntries(
    Object.entries(costs.cpuMs).map(([part, ms]) => [part, (peakPerSecond * ms) / 1_000 / a.use]),
  );
  const allCores = Object.values(cores).reduce((sum, one) => sum + one, 0);
  const stateGb = (articlesPerDay * costs.stateBytes * a.stateDays) / 1e9;
  return {
    articlesPerDay,
    peakPerSecond,
    cores,
    busMbPerSecond: (peakPerSecond * costs.busBytes) / 1e6,
    busTb: (articlesPerDay * costs.busBytes * a.busDays * a.busCopies) / 1e12,
    archiveTb: (articlesPerDay * costs.archiveBytes * a.archiveDays) / 1e12,
    stateGb,
    libraryTb: (articlesPerDay * costs.libraryBytes * a.libraryDays * a.libraryCopies) / 1e12,
    machines: Math.max(1, Math.ceil(allCores / a.cores), Math.ceil(stateGb / a.memoryGb)),
  };
}
