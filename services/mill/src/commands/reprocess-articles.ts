import { BadEnrichers, chooseEnrichers, isModulePath } from '@newsmill/enrich';
import { createOutages, openTelling, type AdvicePorts, type OpenPorts } from '@newsmill/runtime';
import { formsOf, readSettings, type Settings } from '@newsmill/settings';
import { createModelAdviser, loadEnrichers } from '@newsmill/service-enrich';
import { pipelineVersion } from '@newsmill/service-index';
import {
  loadExtend,
  loadReprocess,
  noteChange,
  type Extending,
  type Reprocessed,
  type ReprocessFilter,
  type Reprocessing,
} from '@newsmill/operate';
import { type ExitCode, exitCodes, answer, say } from '@newsmill/service';
import { Progress } from './telling/progress.ts';
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

/** The enrichers that run again: those named, or all that are switched on and can run alone. */
export async function enrichersFor(
  names: readonly string[],
  { enrichers: words, topicModel, vectors }: Settings,
): Promise<Pick<Reprocessing, 'enrichers' | 'list'>> {
  const list = await loadEnrichers({
    enrichers: ['all', ...words.filter(isModulePath)],
    topicModel,
    vectors,
  });
  if (names.length > 0) {
    chooseEnrichers(list, names); // throws for a name that is none
    return { list, enrichers: list.filter((enricher) => names.includes(enricher.name)) };
  }
  const chosen = new Set(
    (await loadEnrichers({ enrichers: words, topicModel, vectors })).map(({ name }) => name),
  );
  return {
    list,
    enrichers: list.filter((enricher) => chosen.has(enricher.name) && enricher.asksState !== true),
  };
}

/** Runs with the adviser that the settings name; what it counts and notes is told nobody else. */
async function withModel(
  { library, state }: Pick<OpenPorts, 'library'> & Pick<AdvicePorts, 'state'>,
  settings: Settings,
  work: Omit<Reprocessing, 'advisory'>,
): Promise<Reprocessed> {
  const adviser = createModelAdviser(settings, Date.now, patienceMs);
  if (adviser === undefined)
    throw new BadEnrichers([
      'no language model is named: set NEWSMILL_LLM_URL, NEWSMILL_LLM_MODEL and NEWSMILL_LLM_TASKS',
    ]);
  const telling = openTelling({ settings, service: 'reprocess', environment: process.env });
  const ports = {
    state,
    ...telling,
    outages: createOutages(telling.note, formsOf(settings), Date.now),
    now: Date.now,
  };
  try {
    const { reprocessLibrary } = await loadReprocess();
    return await reprocessLibrary(library, {
      ...work,
      advisory: {
        advise: (articles) => adviser.advise(articles, ports, AbortSignal.timeout(patienceMs)),
        hasAdvised: (article) => adviser.hasAdvised(article),
      },
    });
  } finally {
    await adviser.close();
  }
}

/** Names that are extensions of the settings, in the order of these; the others are those of enrichers. */
function byKind(
  names: readonly string[],
  settings: Pick<Settings, 'extensions'>,
): { readonly extensions: readonly string[]; readonly enricherNames: readonly string[] } {
  const known = settings.extensions.flatMap(({ name, isSkipped }) => (isSkipped ? [] : [name]));
  return {
    extensions: known.filter((name) => names.includes(name)),
    enricherNames: names.filter((name) => !known.includes(name)),
  };
}

/** Sends articles to extensions again; the services write them when they come back. */
async function extendArticles(data: string, extending: Extending): Promise<ExitCode> {
  const { extendLibrary } = await loadExtend();
  const names = extending.extensions.join(', ');
  const sent = await withPorts(data, async ({ bus, library }) => {
    const articles = await extendLibrary({ bus, library, now: Date.now }, extending);
    if (!extending.isDryRun && articles > 0)
      await noteChange({ what: 'articles-reprocessed', subject: names, detail: String(articles) });
    return articles;
  });
  answer({ extensions: extending.extensions, sent, isDryRun: extending.isDryRun });
  say(
    extending.isDryRun
      ? `${names}: ${sent} articles would be sent`
      : `${names}: ${sent} articles sent; each is written again when it comes back (newsmill processes says whether that stands still)`,
  );
  return exitCodes.done;
}

/**
 * Runs enrichers again over the articles of the library, with the code and the models
 * of now. Throws BadEnrichers, NoMill.
 */
export async function reprocessArticles(
  data: string,
  { names, isDryRun, asksModel, ...filter }: ReprocessOptions,
): Promise<ExitCode> {
  const settings = readSettings(process.env);
  const { extensions, enricherNames } = byKind(names, settings);
  if (extensions.length > 0 && enricherNames.length === 0 && !asksModel)
    return extendArticles(data, { extensions, filter, isDryRun });
  const { list, enrichers: found } = await enrichersFor(enricherNames, settings);
  const enrichers = asksModel && enricherNames.length === 0 ? [] : found;
  if (enrichers.length === 0 && !asksModel) throw new BadEnrichers(['none is left to run']);
  const done = await withPorts(data, async (ports) => {
    const progress = new Progress({ what: 'reprocess', unit: 'articles' });
    const report = (read: number, total: number) => progress.at(read, total);
    const work = { report, enrichers, list, filter, pipelineVersion, isDryRun };
    const { read, changed, overtaken, kept } = await (asksModel
      ? withModel(ports, settings, work)
      : (await loadReprocess()).reprocessLibrary(ports.library, work)
    ).finally(() => progress.end());
    const what = [...enrichers.map(({ name }) => name), ...(asksModel ? ['the language model'] : [])].join(
      ', ',
    );
    if (!isDryRun && changed > 0)
      await noteChange({ what: 'articles-reprocessed', subject: what, detail: `${changed} of ${read}` });
    answer({
      enrichers: enrichers.map(({ name }) => name),
      asksModel,
      read,
      changed,
      overtaken,
      kept,
      isDryRun,
    });
    say(
      `${what}: ${read} articles read, ${changed} ${isDryRun ? 'would change' : 'changed'}${overtaken > 0 ? `, ${overtaken} were overtaken by a newer version` : ''}`,
    );
    if (kept > 0)
      say(
        `${kept} articles are of an older version and do not hold what page and feed claimed: the language that was found at first stands there`,
      );
    return exitCodes.done;
  });
  return extensions.length === 0 ? done : extendArticles(data, { extensions, filter, isDryRun });
}
