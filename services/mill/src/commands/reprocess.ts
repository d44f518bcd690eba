import { pino } from 'pino';
import { BadEnrichers, chooseEnrichers, isModulePath, type Enricher } from '@newsmill/enrich';
import { createMetrics, createNote, readSettings, type OpenPorts, type Settings } from '@newsmill/runtime';
import { createModelAdviser, loadEnrichers } from '@newsmill/service-enrich';
import { pipelineVersion } from '@newsmill/service-index';
import { reprocessLibrary, type Reprocessed, type ReprocessFilter } from '../reprocess-library.ts';
import { say } from '../say.ts';
import { withPorts } from './with-ports.ts';

export interface ReprocessOptions extends ReprocessFilter {
  /** Names; none: all that are switched on and can run alone. */
  readonly names: readonly string[];
  readonly isDryRun: boolean;
  /** Whether the language model that the settings name is asked too; without names it alone. */
  readonly asksModel: boolean;
}

/** A model may take its time here: nothing waits for the batch. */
const patienceMs = 3_600_000;

async function enrichersFor(
  names: readonly string[],
  { enrichers: words, topicModel, vectors }: Settings,
): Promise<readonly Enricher[]> {
  const all = await loadEnrichers({ enrichers: ['all', ...words.filter(isModulePath)], topicModel, vectors });
  if (names.length === 0)
    return (await loadEnrichers({ enrichers: words, topicModel, vectors })).filter(
      (enricher) => enricher.asksState !== true,
    );
  chooseEnrichers(all, names); // throws for a name that is none
  return all.filter((enricher) => names.includes(enricher.name));
}

/** Runs with the adviser that the settings name; what it counts and notes is told nobody else. */
async function withModel(
  { library, state }: OpenPorts,
  settings: Settings,
  work: Omit<Parameters<typeof reprocessLibrary>[1], 'advise'>,
): Promise<Reprocessed> {
  const adviser = createModelAdviser(settings, Date.now, patienceMs);
  if (adviser === undefined)
    throw new BadEnrichers([
      'no language model is named: set NEWSMILL_LLM_URL, NEWSMILL_LLM_MODEL and NEWSMILL_LLM_TASKS',
    ]);
  const metrics = createMetrics();
  const ports = {
    state,
    metrics,
    note: createNote(pino({ level: settings.logLevel }, pino.destination(2)), metrics),
    now: Date.now,
  };
  try {
    return await reprocessLibrary(library, {
      ...work,
      advise: (articles) => adviser.advise(articles, ports, AbortSignal.timeout(patienceMs)),
    });
  } finally {
    await adviser.close();
  }
}

/** `newsmill reprocess`: runs enrichers again over the articles of the library, with the code and the models of now. Throws BadEnrichers, NoMill. */
export async function reprocess(
  data: string,
  { names, isDryRun, asksModel, ...filter }: ReprocessOptions,
): Promise<number> {
  const settings = readSettings(process.env);
  const enrichers = asksModel && names.length === 0 ? [] : await enrichersFor(names, settings);
  if (enrichers.length === 0 && !asksModel) throw new BadEnrichers(['none is left to run']);
  return withPorts(data, async (ports) => {
    const work = { enrichers, filter, pipelineVersion, isDryRun };
    const { read, changed, overtaken } = await (asksModel
      ? withModel(ports, settings, work)
      : reprocessLibrary(ports.library, work));
    const what = [...enrichers.map(({ name }) => name), ...(asksModel ? ['the language model'] : [])].join(
      ', ',
    );
    say(
      `${what}: ${read} articles read, ${changed} ${isDryRun ? 'would change' : 'changed'}${overtaken > 0 ? `, ${overtaken} were overtaken by a newer version` : ''}`,
    );
    return 0;
  });
}
