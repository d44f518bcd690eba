import type { Source } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { formatProblem } from '@newsmill/fetch';
import { ask, pageOf } from '../preview-url.ts';
import { differencesOf, readRecorded, recordedPages, recordPage } from '../recorded-pages.ts';
import { complain, say } from '../say.ts';
import { sourcesIn } from './sources-exchange.ts';
import { badConfiguration } from './validate.ts';

/** The sources of a folder as its files are now; undefined, and said, where they hold mistakes. */
function soundSources(directory: string): readonly Source[] | undefined {
  const folder = sourcesIn(directory);
  const problems = folder?.problems() ?? [];
  for (const problem of problems) complain(formatProblem(problem));
  return problems.length > 0 ? undefined : (folder?.sources() ?? []);
}

/** `newsmill sources record ID URL`: writes the page and what is made of it beside the source file. */
export async function recordSourcePage(
  id: string,
  url: string,
  options: { readonly directory: string; readonly userAgent: string },
): Promise<number> {
  const sources = soundSources(options.directory);
  if (sources === undefined) return badConfiguration;
  const source = sources.find((one) => one.id === id);
  if (source === undefined) {
    complain(`there is no source ${id} in ${options.directory}`);
    return 1;
  }
  const http = createHttpClient({ userAgent: options.userAgent });
  try {
    const answer = await ask(http, url, source.allowPrivate);
    if (answer.status !== 200) {
      complain(`${answer.url} answered ${answer.status}; nothing was recorded`);
      return 1;
    }
    const { folder, expected } = recordPage(options.directory, source, pageOf(answer, url, Date.now()));
    say(JSON.stringify(expected, null, 2));
    say(`written: ${folder}; look at article.json, and mend in it what should be otherwise`);
    return 0;
  } finally {
    await http.close();
  }
}

/** `newsmill sources test [ID]`: reads the recorded pages with the code and the rules of now. Exit code 1 where one differs. */
export function testSources(id: string | undefined, directory: string): number {
  const sources = soundSources(directory);
  if (sources === undefined) return badConfiguration;
  const chosen = sources.filter((source) => id === undefined || source.id === id);
  if (chosen.length === 0) {
    complain(
      id === undefined ? `there are no sources in ${directory}` : `there is no source ${id} in ${directory}`,
    );
    return 1;
  }
  let pages = 0;
  let different = 0;
  for (const source of chosen) {
    for (const { name, recorded, body } of recordedPages(directory, source.id)) {
      const lines = differencesOf(recorded.expected, readRecorded(source, recorded, body));
      pages += 1;
      if (lines.length === 0) continue;
      different += 1;
      complain(`${source.id}/${name} (${recorded.url})`);
      for (const line of lines) complain(`  ${line.slice(0, 300)}`);
    }
  }
  say(`${pages} recorded page${pages === 1 ? '' : 's'}, ${different} read otherwise than expected`);
  return different > 0 ? 1 : 0;
}
