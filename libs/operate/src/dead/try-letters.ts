import {
  articleCleaned,
  dropReasons,
  articleEnriched,
  pageFetched,
  readMessage,
  type CleanArticle,
  type DeadLetterFacts,
  type EnrichedArticle,
  type FetchedPage,
  type Source,
  type WireMessage,
} from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { Unreadable, type ReadingThread, type Rehearsal } from '@newsmill/reading';
import { ArchiveDamaged, type Archive } from '@newsmill/store';
import { Refusal } from '../refusal.ts';
import { extractAddress } from '../sources/extract-address.ts';
import { chooseDead, takeLetter, takeLetters, type DeadChoice, type WholeLetter } from './read-dead.ts';
import type { LetterTrial, TrialsView } from './dead-view.ts';

export interface TrialPorts {
  readonly bus: Bus;
  readonly archive: Pick<Archive, 'get'>;
  /** Reads what publishers send, in a thread with a budget. */
  readonly thread: ReadingThread;
}

/** What asks for the page of a request too. */
export type RequestPorts = TrialPorts &
  Parameters<typeof extractAddress>[0] & { readonly folder: { sources(): readonly Source[] } };

/** Letters of a choice that are tried. */
export const usualSample = 20;

type Told = Omit<LetterTrial, 'id'>;

function fails(stage: string, reason: string, detail?: string): Told {
  return { outcome: 'fails', stage, reason, ...(detail === undefined ? {} : { detail }) };
}

function shown({ title, text, finalUrl, authors, published, language }: CleanArticle): Told['article'] {
  return { title, text: text.slice(0, 4_000), finalUrl, authors, published, language };
}

function toldOf({ stage, outcome, article }: Rehearsal): Told {
  const with_ = article === undefined ? {} : { article: shown(article) };
  if (outcome.kind === 'accept') return { outcome: 'passes', stage, ...with_ };
  const detail = outcome.detail === undefined ? {} : { detail: outcome.detail };
  return {
    outcome: outcome.kind === 'drop' ? 'dropped' : 'fails',
    stage,
    reason: outcome.reason,
    ...detail,
    ...with_,
  };
}

/** A page that travels by reference has its bytes in the archive; undefined where they are gone or damaged. */
async function withBody(page: FetchedPage, archive: TrialPorts['archive']): Promise<FetchedPage | undefined> {
  if (page.archive === undefined || page.body.byteLength > 0) return page;
  try {
    const body = (await archive.get(page.archive))?.body;
    return body === undefined ? undefined : { ...page, body };
  } catch (error) {
    if (error instanceof ArchiveDamaged) return undefined;
    throw error;
  }
}

async function tryMessage(
  { archive, thread }: TrialPorts,
  { topic }: DeadLetterFacts,
  message: WireMessage,
): Promise<Told> {
  if (topic === pageFetched.name) {
    const read = readMessage(pageFetched, message);
    if (!read.ok) return fails('clean', read.reason, read.detail);
    const page = await withBody(read.value, archive);
    if (page === undefined)
      return fails(
        'clean',
        'body-missing',
        `${read.value.archive?.file ?? ''} at ${read.value.archive?.offset ?? 0}`,
      );
    const { body, ...facts } = page;
    return toldOf(await thread.read('rehearsal', { body, page: facts }));
  }
  if (topic === articleCleaned.name) {
    const read = readMessage(articleCleaned, message);
    return read.ok
      ? toldOf(await thread.read('rehearsal', { cleaned: read.value }))
      : fails('enrich', read.reason, read.detail);
  }
  const read = readMessage(articleEnriched, message);
  if (!read.ok) return fails('index', read.reason, read.detail);
  return isArticle(read.value)
    ? toldOf(await thread.read('rehearsal', { enriched: read.value }))
    : { outcome: 'passes', stage: 'index', detail: 'It says that an article is gone, or who told of one.' };
}

function isArticle(value: object): value is EnrichedArticle {
  return !('gone' in value) && !('told' in value);
}

/** Topics whose messages a trial can handle. */
const triedTopics: ReadonlySet<string> = new Set(
  [pageFetched, articleCleaned, articleEnriched].map(({ name }) => name),
);

/** What today's code makes of a letter; nothing is written, and nobody is asked. */
export async function tryLetter(ports: TrialPorts, { facts, message }: WholeLetter): Promise<LetterTrial> {
  const { id, stage, topic } = facts;
  if (stage === 'alert') return { id, outcome: 'unknown', stage, detail: 'A replay sends the alert again.' };
  if (topic === '')
    return { id, outcome: 'asks', stage, detail: `A replay requests ${facts.url ?? 'its page'} again.` };
  if (!triedTopics.has(topic))
    return { id, outcome: 'unknown', stage, detail: `A replay sends it to ${topic}.` };
  try {
    return { id, ...(await tryMessage(ports, facts, message)) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { id, ...fails(stage, 'budget-exceeded', error.message) };
  }
}

/** `count` of a list, evenly from its whole length. */
function sampleOf(ids: readonly string[], count: number): readonly string[] {
  if (ids.length <= count) return ids;
  return Array.from({ length: count }, (_, place) => ids[Math.floor((place * ids.length) / count)] ?? '');
}

/**
 * What today's code would make of letters: of one, or of a sample of many, from the oldest to the newest. Refuses with
 * unknown-dead-letter.
 */
export async function tryLetters(
  ports: TrialPorts,
  choice: DeadChoice,
  sample = usualSample,
): Promise<TrialsView> {
  const ids = await chooseDead(ports, choice);
  const trials: LetterTrial[] = [];
  for (const letter of await takeLetters(ports.bus, sampleOf(ids, sample)))
    trials.push(await tryLetter(ports, letter));
  const of = (...outcomes: readonly LetterTrial['outcome'][]) =>
    trials.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    found: ids.length,
    tried: trials.length,
    passes: of('passes'),
    dropped: of('dropped'),
    fails: of('fails'),
    untold: of('asks', 'unknown'),
    trials,
  };
}

/**
 * Makes the request of a letter as a preview does, and shows what it gives; keeps nothing. Refuses with
 * unknown-dead-letter, and with not-supported where the letter is no request.
 */
export async function tryRequest(ports: RequestPorts, id: string): Promise<LetterTrial> {
  const { facts } = await takeLetter(ports.bus, id);
  const { url, sourceId, stage } = facts;
  if (facts.topic !== '' || stage === 'alert' || url === undefined)
    throw new Refusal('not-supported', 'The letter is no request of a page; try it without asking.');
  const source = ports.folder.sources().some((one) => one.id === sourceId) ? { source: sourceId } : {};
  const { article, reason, problem, status } = await extractAddress(ports, url, {
    ...source,
    allowPrivate: [],
  });
  if (article !== undefined) return { id, outcome: 'passes', stage: 'clean', article: shown(article) };
  const isRefused = reason !== undefined && Object.hasOwn(dropReasons, reason);
  return {
    id,
    outcome: isRefused ? 'dropped' : 'fails',
    stage: status === 200 ? 'clean' : stage,
    ...(reason === undefined ? {} : { reason }),
    ...(problem === undefined ? {} : { detail: problem }),
  };
}
