import { Inject, Injectable } from '@nestjs/common';
import type { Note } from '@newsmill/contracts';
import type { Metrics } from '@newsmill/runtime';
import { Every, METRICS, NOTE, PORTS, SETTINGS, type Ports } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';

/** Keeps state and registry small, and counts sources. */
@Injectable()
export class StateUpkeep {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(NOTE) private readonly note: Note,
  ) {}

  /** What is settled and old takes little room in the state. Each sweep walks over all that waits for its revisits. */
  @Every('1h', 'settled')
  async retireSettled(): Promise<void> {
    const { retireAll } = await import('@newsmill/operate');
    const { state, now } = this.ports;
    const items = await retireAll(state, now() - this.settings.settledAfter);
    if (items > 0) this.note('items.settled', { items });
  }

  /** Records of the registry that have expired. */
  @Every('5m', 'registry-limits')
  async pruneRegistry(): Promise<void> {
    await this.ports.registry.prune(this.ports.now());
  }

  @Every('10s', 'sources')
  async countSources(): Promise<void> {
    const { all, failing } = await this.ports.state.countChannels();
    this.metrics.sources.set({ state: 'failing' }, failing);
    this.metrics.sources.set({ state: 'fine' }, all - failing);
  }
}
