import { Source, type FetchedPage, type SourceInput } from '@newsmill/contracts';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import { decodeBody } from '@newsmill/text';
import { apart, maxBytes } from './preview-url.ts';
import { fieldsOf, recordedPage, writeRecorded, type Recorded } from './recorded-pages.ts';
import { writeSource } from './write-source.ts';

/** A source that was written. */
export interface WrittenSource {
  readonly source: Source;
  /** Its YAML file. */
  readonly file: string;
  /** Folder of the page that was recorded with it; absent where none could be read. */
  readonly test?: string;
}

/** What the source makes of a page now; undefined where that is no article. */
async function recordingOf(
  thread: ReadingThread,
  source: Source,
  page: FetchedPage,
): Promise<{ readonly recorded: Recorded; readonly body: Uint8Array } | undefined> {
  const body = decodeBody(page.body, page.encoding, maxBytes).bytes;
  const facts = { url: page.finalUrl, contentType: page.contentType, fetchedAt: page.fetchedAt };
  try {
    const outcome = await thread.read('article', apart(recordedPage(source, facts, body)));
    return outcome.kind === 'accept'
      ? { recorded: { ...facts, expected: fieldsOf(outcome) }, body }
      : undefined;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return undefined;
  }
}

/**
 * Writes the file of a new source with its first test: one of its pages, recorded beside the file, and what
 * must be found in it. Refuses with already-there.
 */
export async function writeWithTest(
  thread: ReadingThread,
  directory: string,
  input: SourceInput,
  pages: readonly FetchedPage[],
): Promise<WrittenSource> {
  const source = Source.parse(input);
  const [page] = pages;
  const recording = page === undefined ? undefined : await recordingOf(thread, source, page);
  if (recording === undefined) return { source, file: await writeSource(directory, input) };
  const { recorded, body } = recording;
  const title = recorded.expected['title'];
  const tests = [{ url: recorded.url, ...(typeof title === 'string' ? { title } : {}) }];
  const file = await writeSource(directory, { ...input, tests });
  const test = writeRecorded(directory, source.id, recorded, body);
  return { source: Source.parse({ ...input, tests }), file, test };
}
