import { Inject, Injectable } from '@nestjs/common';
import type { Note } from '@newsmill/contracts';
import { findStranded, findUnburied, ledgerBehind, mendStranded } from '@newsmill/operate';
import { topicsMadeKey } from '@newsmill/runtime';
import { Every, NOTE, PORTS, SETTINGS, type Ports } from '@newsmill/runtime/nest';
import { formsOf, type Settings } from '@newsmill/settings';

/** What was told in the last minute may be on its way; and readers need a while to find a new topic. */
const settledMs = 75_000;
/** Looks without a finding until it is over. */
const calmLooks = 2;

/**
 * After topics were made, at a start or while services run: what waited in the old ones, and what lay in the
 * dead letters, is fetched again. It looks until nothing more is found. A queue in a file loses no topic.
 */
@Injectable()
export class TopicMending {
  #calm = 0;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(NOTE) private readonly note: Note,
  ) {}

  @Every('20s', 'mend-topics')
  async mend(): Promise<void> {
    if (formsOf(this.settings).bus !== 'kafka') return;
    const { ports } = this;
    const { bus, state, now } = ports;
    const madeAt = (await state.read([topicsMadeKey], now())).get(topicsMadeKey);
    if (madeAt === undefined || now() < Number(madeAt) + settledMs || (await ledgerBehind(bus)) > 0) return;
    const events = [...(await findStranded(ports, now())), ...(await findUnburied(ports, now()))];
    const items = await mendStranded(state, events, now());
    if (items > 0) this.note('topics.mended', { items });
    this.#calm = items > 0 ? 0 : this.#calm + 1;
    if (this.#calm < calmLooks) return;
    this.#calm = 0;
    await state.write([{ key: topicsMadeKey, value: null }]);
  }
}
