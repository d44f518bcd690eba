import { sourceStateNames, sourceStates, type SourceState } from '@newsmill/contracts';
import { readSources } from '@newsmill/operate';
import { Inject, Injectable } from '@nestjs/common';
import type { Metrics } from '@newsmill/runtime';
import { Every, METRICS, PORTS, SETTINGS, type Ports } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';
import type { SourceFolder } from '@newsmill/source-files';
import { Seldom, SOURCE_FOLDER } from '@newsmill/service';

/** What is shown of one source. Times in epoch milliseconds. */
export interface MeasuredSource {
  readonly id: string;
  readonly state: SourceState;
  readonly recent: { readonly articles: number };
  readonly channels: readonly { readonly lastSuccessAt?: number | undefined }[];
}

/** Whether somebody has to do something, now (bad) or some time (warn). */
const toneOf = ({ state }: MeasuredSource) => sourceStates[state].tone;

/**
 * Which sources have metrics of their own: all, where there are no more than `most`; else as many with most articles.
 * Those that need somebody at once have them besides, since it is they that are looked for.
 */
export function chooseSources<T extends MeasuredSource>(sources: readonly T[], most: number): readonly T[] {
  if (sources.length <= most) return sources;
  const busiest = sources.toSorted((a, b) => b.recent.articles - a.recent.articles).slice(0, most);
  return [...new Set([...busiest, ...sources.filter((source) => toneOf(source) === 'bad')])];
}

type SourceMetrics = Pick<Metrics, 'sourceStates' | 'sourceTrouble' | 'sourceSuccess' | 'sourceArticles'>;

/**
 * Shows how many sources are in which state, and what is so of `most` of them; whoever has gone is not shown any more.
 */
export function showSources(metrics: SourceMetrics, sources: readonly MeasuredSource[], most: number): void {
  for (const state of sourceStateNames)
    metrics.sourceStates.set({ state }, sources.filter((source) => source.state === state).length);
  for (const name of ['sourceTrouble', 'sourceSuccess', 'sourceArticles'] as const) metrics[name].reset();
  for (const one of chooseSources(sources, most)) {
    const { id: source, state, recent, channels } = one;
    const tone = toneOf(one);
    if (tone === 'bad' || tone === 'warn') metrics.sourceTrouble.set({ source, state }, 1);
    metrics.sourceArticles.set({ source }, recent.articles);
    const successes = channels.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
    if (successes.length > 0) metrics.sourceSuccess.set({ source }, Math.max(...successes) / 1_000);
  }
}

/** The metrics of each source, as the page Sources judges them. */
@Injectable()
export class SourceMeasures {
  /** All sources are read for no more than a hundredth of the time. */
  readonly #seldom = new Seldom({ leastMs: 15_000, factor: 100 });

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(SOURCE_FOLDER) private readonly folder: SourceFolder,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  @Every('30s', 'source-measures')
  async measure(): Promise<void> {
    const { state, library, now } = this.ports;
    await this.#seldom.do(async () => {
      const { sources } = await readSources({ state, library, folder: this.folder, now });
      showSources(this.metrics, sources, this.settings.metricsSources);
    });
  }
}
