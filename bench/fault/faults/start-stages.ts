import { chooseArticle, siteLookUp } from '@newsmill/clean';
import {
  articleCleaned,
  articleEnriched,
  ledger,
  ledgerGroup,
  pageFetched,
  pipeline,
  withoutFrontier,
  type LedgerEvent,
} from '@newsmill/contracts';
import { enrichArticle, enrichLookUp, listEnrichers } from '@newsmill/enrich';
import {
  defineSink,
  defineStage,
  runStage,
  type OpenPorts,
  type ProcessPorts,
  type Running,
} from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { runFold } from '../../../libs/runtime/src/nest/run-fold.ts';
import { writeArrivals, type Arrival } from '../../../services/index/src/write-arrivals.ts';
import { quietTelling } from '../../../libs/runtime/src/testing/quiet-telling.ts';

/** Starts the stages behind fetch, and the ledger, in this process; `around` may put something around each port. */
export async function startStages(
  open: OpenPorts,
  around: <T extends object>(port: T, name: string) => T = (port) => port,
): Promise<Running[]> {
  const telling = quietTelling();
  const ports = {
    ...telling,
    settings: readSettings({}),
    bus: around(open.bus, 'bus'),
    state: around(open.state, 'state'),
    library: around(open.library, 'library'),
    archive: around(open.archive, 'archive'),
    registry: open.registry,
    now: Date.now,
    random: () => 0,
    retryLadder: [30, 60, 120],
    bytesInFlight: 10_000_000,
    note: () => undefined,
    // What runs below takes no threads and no plan.
  } as unknown as ProcessPorts;
  const clean = defineStage({
    step: pipeline.clean,
    from: pageFetched,
    to: articleCleaned,
    lookUp: siteLookUp,
    isForgetful: true,
    run: (page, work) => chooseArticle(page, work.known()),
  });
  const enrichers = listEnrichers().filter(({ name }) => name === 'duplicates' || name === 'language');
  const enrich = defineStage({
    step: pipeline.enrich,
    from: articleCleaned,
    to: articleEnriched,
    lookUp: enrichLookUp,
    run: (article, work) => enrichArticle(article, work.known(), enrichers),
  });
  const index = defineSink<Arrival>({
    step: pipeline.index,
    from: articleEnriched,
    deliver: (arrivals, { library }) => writeArrivals(arrivals, library),
  });
  return [
    await runStage(clean, ports, { batch: 4, parallel: 2, gatherMs: 0 }),
    await runStage(enrich, ports, { batch: 4, parallel: 2, gatherMs: 0 }),
    await runStage(index, ports, { batch: 500, bulk: 250, parallel: 6, gatherMs: 50 }),
    await runFold(
      { name: 'ledger', from: ledger, group: ledgerGroup, batch: 500, pauseMs: 30 },
      // the messages of the ledger
      (events) => ports.state.recordEvents((events as LedgerEvent[]).map((event) => withoutFrontier(event))),
      ports,
    ),
  ];
}

/** Whether nothing is under way in the stages. */
export async function isAtRest({ bus }: OpenPorts): Promise<boolean> {
  const stages = [pipeline.clean, pipeline.enrich, pipeline.index];
  const groups = [...stages.map(({ group }) => group), ledgerGroup];
  const lags = (await Promise.all(groups.map((group) => bus.lag(group)))).flat();
  return lags.every(({ messages }) => messages === 0);
}
