import type { Source } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { formatProblem, type Secrets } from '@newsmill/source-files';
import {
  ask,
  ownRequest,
  pageOf,
  differencesOf,
  missingOf,
  readRecorded,
  recordedPages,
  recordPage,
} from '@newsmill/operate';
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
  options: { readonly directory: string; readonly userAgent: string; readonly secrets: Secrets },
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
    const own = await ownRequest(source, options.secrets, url);
    const answer = await ask(http, url, source.allowPrivate, own);
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

interface Tested {
  /** `tests` that could be read, and recorded pages. */
  readonly read: number;
  readonly different: number;
  /** `tests` of which no page is recorded. */
  readonly unrecorded: number;
}

function tellDifferences(name: string, url: string, lines: readonly string[]): void {
  complain(`${name} (${url})`);
  for (const line of lines) complain(`  ${line.slice(0, 300)}`);
}

/** The recorded pages of one source against their articles, and against the `tests` of its file. */
async function testSource(source: Source, directory: string): Promise<Tested> {
  const pages = recordedPages(directory, source.id);
  const found = new Map<string, Record<string, unknown>>();
  let different = 0;
  for (const { name, recorded, body } of pages) {
    const now = await readRecorded(source, recorded, body);
    found.set(recorded.url, now);
    const lines = differencesOf(recorded.expected, now);
    if (lines.length > 0) different += 1;
    if (lines.length > 0) tellDifferences(`${source.id}/${name}`, recorded.url, lines);
  }
  let unrecorded = 0;
  for (const [index, test] of source.tests.entries()) {
    const now = found.get(test.url);
    const lines = now === undefined ? [] : missingOf(test, now);
    if (lines.length > 0) different += 1;
    if (lines.length > 0) tellDifferences(`${source.id}/tests[${index}]`, test.url, lines);
    if (now !== undefined) continue;
    unrecorded += 1;
    complain(
      `${source.id}/tests[${index}]: ${test.url} is not recorded; record it: ./newsmill sources record ${source.id} ${test.url}`,
    );
  }
  return { read: pages.length + source.tests.length - unrecorded, different, unrecorded };
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
  const all: Tested[] = [];
  for (const source of chosen) all.push(await testSource(source, directory));
  const sum = (name: keyof Tested) => all.reduce((total, one) => total + one[name], 0);
  const [read, different, unrecorded] = [sum('read'), sum('different'), sum('unrecorded')];
  say(
    `${read} test${read === 1 ? '' : 's'} of recorded pages, ${different} read otherwise than expected${unrecorded === 0 ? '' : `, ${unrecorded} without a recorded page`}`,
  );
  if (hasMistakes) return exitCodes.configuration;
  return different + unrecorded > 0 ? exitCodes.no : exitCodes.done;
}
