import type { Source } from '@newsmill/contracts';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import { apart } from './preview-url.ts';
import {
  differencesOf,
  fieldsOf,
  missingOf,
  recordedPage,
  recordedPages,
  type RecordedPage,
} from './recorded-pages.ts';

/** A recorded page, or one of the `tests` of a source file, read again. */
export interface TestedPage {
  /** Of the recorded page; `tests[0]` of what the file says. */
  readonly name: string;
  readonly url?: string;
  readonly result: 'same' | 'different' | 'unrecorded';
  /** Line by line: `-` expected, `+` found; or why it could not be read. */
  readonly differences: readonly string[];
}

/** What came of the tests of a source. */
export interface SourceTest {
  readonly id: string;
  readonly name: string;
  readonly tests: readonly TestedPage[];
}

/** Characters of a line, and lines of a page, that are told. */
const longestLine = 300;
const mostLines = 100;

function judged(name: string, url: string | undefined, lines: readonly string[]): TestedPage {
  const told = lines.slice(0, mostLines).map((line) => line.slice(0, longestLine));
  const rest = lines.length - told.length;
  const differences = rest > 0 ? [...told, `~ ${rest} more lines`] : told;
  return { name, url, result: lines.length === 0 ? 'same' : 'different', differences };
}

type Reading = Readonly<Record<string, unknown>>;

async function readNow(
  thread: ReadingThread,
  source: Source,
  { recorded, body }: RecordedPage,
): Promise<Reading | { readonly error: string }> {
  try {
    return fieldsOf(await thread.read('article', apart(recordedPage(source, recorded, body))));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { error: error.message };
  }
}

function testOfFile(
  source: Source,
  { test, index, found }: { test: Source['tests'][number]; index: number; found: Reading | undefined },
): TestedPage {
  const name = `tests[${index}]`;
  if (found !== undefined) return judged(name, test.url, missingOf(test, found));
  const line = `is not recorded; record it: ./newsmill sources record ${source.id} ${test.url}`;
  return { name, url: test.url, result: 'unrecorded', differences: [line] };
}

/**
 * Reads the recorded pages of a source with the code and the rules of now, against the articles recorded with
 * them and the `tests` of its file. Sends nothing. `directory`: folder of the source files.
 */
export async function testSource(
  thread: ReadingThread,
  source: Source,
  directory: string,
): Promise<SourceTest> {
  const tests: TestedPage[] = [];
  const found = new Map<string, Reading>();
  for (const page of recordedPages(directory, source.id)) {
    const now = 'error' in page ? page : await readNow(thread, source, page);
    if ('error' in page || 'error' in now) {
      const url = 'error' in page ? undefined : page.recorded.url;
      tests.push(judged(page.name, url, [`cannot be read: ${String(now['error'])}`]));
      continue;
    }
    found.set(page.recorded.url, now);
    tests.push(judged(page.name, page.recorded.url, differencesOf(page.recorded.expected, now)));
  }
  for (const [index, test] of source.tests.entries())
    tests.push(testOfFile(source, { test, index, found: found.get(test.url) }));
  return { id: source.id, name: source.name, tests };
}
