import type { Source } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { formatProblem } from '@newsmill/source-files';
import { ask, pageOf, differencesOf, readRecorded, recordedPages, recordPage } from '@newsmill/operate';
import { type ExitCode, exitCodes } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { sourcesIn } from './sources-in.ts';

/** The sources of the files without a mistake; the mistakes of the others are said. */
function soundSources(directory: string): {
  readonly sources: readonly Source[];
  readonly hasMistakes: boolean;
} {
  const folder = sourcesIn(directory);
  const problems = folder?.problems() ?? [];
  for (const problem of problems) complain(formatProblem(problem));
  return { sources: folder?.sources() ?? [], hasMistakes: problems.length > 0 };
}

/** Writes the page and what is made of it beside the source file. */
export async function recordSourcePage(
  id: string,
  url: string,
  options: { readonly directory: string; readonly userAgent: string },
): Promise<ExitCode> {
  const { sources, hasMistakes } = soundSources(options.directory);
  const source = sources.find((one) => one.id === id);
  if (source === undefined) {
    complain(
      `there is no source ${id} in ${options.directory}${hasMistakes ? ', unless it is one of those with a mistake' : ''}`,
    );
    return hasMistakes ? exitCodes.configuration : exitCodes.no;
  }
  const http = createHttpClient({ userAgent: options.userAgent });
  try {
    const answer = await ask(http, url, source.allowPrivate);
    if (answer.status !== 200) {
      complain(`${answer.url} answered ${answer.status}; nothing was recorded`);
      return exitCodes.no;
    }
    const { folder, expected } = await recordPage(options.directory, source, pageOf(answer, url, Date.now()));
    say(JSON.stringify(expected, null, 2));
    say(`written: ${folder}; look at article.json, and mend in it what should be otherwise`);
    return exitCodes.done;
  } finally {
    await http.close();
  }
}

/**
 * Reads the recorded pages with the code and the rules of now. Exit code 1
 * where one differs.
 */
export async function testSources(id: string | undefined, directory: string): Promise<ExitCode> {
  const { sources, hasMistakes } = soundSources(directory);
  const chosen = sources.filter((source) => id === undefined || source.id === id);
  if (chosen.length === 0) {
    complain(
      id === undefined ? `there are no sources in ${directory}` : `there is no source ${id} in ${directory}`,
    );
    return hasMistakes ? exitCodes.configuration : exitCodes.no;
  }
  let pages = 0;
  let different = 0;
  for (const source of chosen) {
    for (const { name, recorded, body } of recordedPages(directory, source.id)) {
      const lines = differencesOf(recorded.expected, await readRecorded(source, recorded, body));
      pages += 1;
      if (lines.length === 0) continue;
      different += 1;
      complain(`${source.id}/${name} (${recorded.url})`);
      for (const line of lines) complain(`  ${line.slice(0, 300)}`);
    }
  }
  say(`${pages} recorded page${pages === 1 ? '' : 's'}, ${different} read otherwise than expected`);
  return hasMistakes ? exitCodes.configuration : different > 0 ? exitCodes.no : exitCodes.done;
}
