import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readOpml, writeOpml } from '@newsmill/fetch';
import { openSourceFolder } from '@newsmill/service-fetch';
import { feedsOf, planImport } from '../import-sources.ts';
import { complain, say } from '../say.ts';
import { writeSource } from '../write-source.ts';

/** The sources of a folder; a folder that is not there has none. */
export function sourcesIn(directory: string) {
  return existsSync(directory) ? openSourceFolder(directory, [], process.env) : undefined;
}

/** `newsmill sources import FILE`: one source file for each feed of an OPML file that no source has yet. Asks nobody; the mill reads the feeds when it polls them. */
export function importSources(
  file: string,
  options: { readonly directory: string; readonly dryRun: boolean },
): number {
  const feeds = readOpml(readFileSync(file))?.feeds ?? [];
  if (feeds.length === 0) {
    complain(`${file} holds no feeds: an OPML file has <outline xmlUrl="…"> for each`);
    return 1;
  }
  const folder = sourcesIn(options.directory);
  if (folder !== undefined && folder.problems().length > 0) {
    complain(
      `the sources in ${options.directory} hold mistakes, so it is not known which feeds are there already; see ./newsmill validate`,
    );
    return 1;
  }
  const plan = planImport(feeds, folder?.sources() ?? []);
  for (const source of plan.sources)
    say(
      `${options.dryRun ? 'would write' : 'written:'} ${options.dryRun ? `${source.id}.yaml` : writeSource(options.directory, source)}  ${source.name}`,
    );
  for (const { address, reason } of plan.refused) complain(`left out: ${address}: ${reason}`);
  say(
    `${plan.sources.length} ${options.dryRun ? 'would be added' : 'added'}, ${plan.known.length} known already, ${plan.refused.length} left out`,
  );
  return plan.refused.length > 0 && plan.sources.length === 0 ? 1 : 0;
}

/** `newsmill sources export [FILE]`: the feeds of all sources as OPML 2.0. */
export function exportSources(file: string | undefined, directory: string, now: number): number {
  const sources = sourcesIn(directory)?.sources() ?? [];
  const feeds = feedsOf(sources);
  const opml = writeOpml(feeds, { title: 'newsmill sources', created: now });
  if (file === undefined) say(opml.trimEnd());
  else writeFileSync(file, opml);
  const others = sources.reduce((sum, { channels }) => sum + channels.length, 0) - feeds.length;
  if (others > 0) complain(`${others} channels are no feeds (sitemaps, list pages) and were left out`);
  return 0;
}
