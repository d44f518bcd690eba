import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  articleEnriched,
  ledger,
  ledgerGroup,
  pipeline,
  withoutFrontier,
  type LedgerEvent,
} from '@newsmill/contracts';
import { Batch, Fold, LIBRARY, STATE } from '@newsmill/runtime/nest';
import { formsOf } from '@newsmill/settings';
import type { LibraryWriter, State } from '@newsmill/store';
import { writeArrivals, type Arrival } from './write-arrivals.ts';

/** Writes what comes into the library, and keeps the view of the ledger in the state. */
@Controller()
export class IndexHandler {
  constructor(
    @Inject(LIBRARY) private readonly library: LibraryWriter,
    @Inject(STATE) private readonly state: State,
  ) {}

  /**
   * A bulk request of Elasticsearch has 250 documents, 5 MB or what came within a second; two are under way, and so
   * many more messages are in sight that no source waits behind what another one has sent before. SQLite gains
   * nothing from waiting.
   */
  @Batch<Arrival>({
    step: pipeline.index,
    from: articleEnriched,
    pace: (settings) => ({
      batch: 500,
      bulk: 250,
      bytes: 5_000_000,
      parallel: 6,
      gatherMs: formsOf(settings).library === 'sqlite' ? 50 : 1_000,
    }),
  })
  index(@Payload() arrivals: readonly Arrival[]) {
    return writeArrivals(arrivals, this.library);
  }

  /** Folds the ledger into the state, where the API and the command line look fates up. */
  @Fold<LedgerEvent>({ name: 'ledger', from: ledger, group: ledgerGroup, batch: 500, pauseMs: 30 })
  async keepLedger(@Payload() events: readonly LedgerEvent[]): Promise<void> {
    await this.state.recordEvents(events.map((event) => withoutFrontier(event)));
  }
}
