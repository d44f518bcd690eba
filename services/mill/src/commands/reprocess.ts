import { BadEnrichers, chooseEnrichers, isModulePath } from '@newsmill/enrich';
import { readSettings } from '@newsmill/runtime';
import { loadEnrichers } from '@newsmill/service-enrich';
import { pipelineVersion } from '@newsmill/service-index';
import { reprocessLibrary, type ReprocessFilter } from '../reprocess-library.ts';
import { say } from '../say.ts';
import { withPorts } from './with-ports.ts';

export interface ReprocessOptions extends ReprocessFilter {
  /** Names; none: all that are switched on and can run alone. */
  readonly names: readonly string[];
  readonly isDryRun: boolean;
}

/** `newsmill reprocess`: runs enrichers again over the articles of the library, with the code and the models of now. Throws BadEnrichers, NoMill. */
export async function reprocess(data: string, { names, isDryRun, ...filter }: ReprocessOptions): Promise<number> {
  const settings = readSettings(process.env);
  const { topicModel, vectors } = settings;
  const switchedOn = await loadEnrichers({ enrichers: settings.enrichers, topicModel, vectors });
  const own = settings.enrichers.filter(isModulePath);
  const all = await loadEnrichers({ enrichers: ['all', ...own], topicModel, vectors });
  if (names.length > 0) chooseEnrichers(all, names); // throws for a name that is none
  const enrichers = names.length > 0 ? all.filter((enricher) => names.includes(enricher.name)) : switchedOn.filter((enricher) => enricher.asksState !== true);
  if (enrichers.length === 0) throw new BadEnrichers(['none is left to run']);
  return withPorts(data, async ({ library }) => {
    const { read, changed, overtaken } = await reprocessLibrary(library, { enrichers, filter, pipelineVersion, isDryRun });
    say(`${enrichers.map(({ name }) => name).join(', ')}: ${read} articles read, ${changed} ${isDryRun ? 'would change' : 'changed'}${overtaken > 0 ? `, ${overtaken} were overtaken by a newer version` : ''}`);
    return 0;
  });
}
