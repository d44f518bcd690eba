import type { Source } from '@newsmill/contracts';
import { createHttpClient, type HttpClientOptions } from '@newsmill/http';
import { formatProblem, type Secrets } from '@newsmill/source-files';
import { recordPage, requestPage, type SourceTest, testSource } from '@newsmill/operate';
import { openReadingThread } from '@newsmill/reading';
import { type ExitCode, exitCodes, answer, complain, say } from '@newsmill/service';
import { sourcesIn } from './sources-in.ts';

/** Most CPU time for reading one page, milliseconds. */
const readingMs = 30_000;

/** The sources of the files without a mistake; the mistakes of the others are said. */
function soundSources(directory: string): {
  readonly sources: readonly Source[];
  readonly hasMistakes: boolean;
} {
  const folder = sourcesIn(directory);
  const problems = folder.problems();
  for (const problem of problems) complain(formatProblem(problem));
  return { sources: folder.sources(), hasMistakes: problems.length > 0 };
}

/** Writes the page and what is made of it beside the source file. */
export async function recordSourcePage(
  id: string,
  url: string,
  options: { readonly directory: string; readonly web: HttpClientOptions; readonly secrets: Secrets },
): Promise<ExitCode> {
  const { sources, hasMistakes } = soundSources(options.directory);
  const source = sources.find((one) => one.id === id);
  if (source === undefined) {
    complain(
      `there is no source ${id} in ${options.directory}${hasMistakes ? ', unless it is one of those with a mistake' : ''}`,
    );
    return hasMistakes ? exitCodes.configuration : exitCodes.no;
  }
  const http = createHttpClient(options.web);
  try {
    const { secrets } = options;
    const request = { source, secrets, allowPrivate: source.allowPrivate, now: Date.now() };
    const { answer: answered, page } = await requestPage(http, url, request);
    if (answered.status !== 200) {
      complain(`${answered.url} answered ${answered.status}; nothing was recorded`);
      return exitCodes.no;
    }
    const { folder, expected } = await recordPage(options.directory, source, page);
    answer({ folder, expected });
    say(JSON.stringify(expected, null, 2));
    say(`written: ${folder}; look at article.json, and mend in it what should be otherwise`);
    return exitCodes.done;
  } finally {
    await http.close();
  }
}

function tell({ id, tests }: SourceTest): void {
  for (const { name, url, result, differences } of tests.filter(({ result: one }) => one !== 'same')) {
    if (result === 'unrecorded') complain(`${id}/${name}: ${url} ${differences.join(' ')}`);
    else complain([`${id}/${name}${url === undefined ? '' : ` (${url})`}`, ...differences].join('\n  '));
  }
}

/**
 * Reads the recorded pages with the code and the rules of now, against the articles recorded with them and
 * the `tests` of the source files. Exit code 1 where one differs, or a test has no recorded page.
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
  const thread = openReadingThread({ budgetMs: readingMs });
  const all: SourceTest['tests'][number][] = [];
  try {
    for (const source of chosen) {
      const tested = await testSource(thread, source, directory);
      tell(tested);
      all.push(...tested.tests);
    }
  } finally {
    await thread.close();
  }
  const count = (result: (typeof all)[number]['result']) => all.filter((one) => one.result === result).length;
  answer({ tests: all });
  const [different, unrecorded] = [count('different'), count('unrecorded')];
  const read = all.length - unrecorded;
  say(
    `${read} test${read === 1 ? '' : 's'} of recorded pages, ${different} read otherwise than expected${unrecorded === 0 ? '' : `, ${unrecorded} without a recorded page`}`,
  );
  if (hasMistakes) return exitCodes.configuration;
  return different + unrecorded > 0 ? exitCodes.no : exitCodes.done;
}
