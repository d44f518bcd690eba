import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  allTopics,
  articleCleaned,
  articleEnriched,
  carriedFields,
  deadLetters,
  pageFetched,
  readDeadLetterFacts,
  schemaVersion,
  writeMessage,
  type ArticleDocument,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { toArticle } from '@newsmill/search';
import { readSettings } from '@newsmill/settings';
import { judge } from '../../../test/oracle/judge.ts';
import { outcomeOf } from '../../../test/oracle/read-outcome.ts';
import { startServers } from '../../../test/servers/start-servers.ts';
import { settingsOf } from '../../../test/servers/settings-of-servers.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { fedMessage, fedPage } from './fed-page.ts';
import { isAtRest, startStages } from './start-stages.ts';

/** A hang guard, milliseconds. */
const mostMs = 120_000;
const schema = { schema: String(schemaVersion) };

/** Bytes and headers that no stage can read, and why. */
const poisons: readonly {
  readonly reason: 'bad-message' | 'future-schema';
  readonly value: () => string;
  readonly headers?: Readonly<Record<string, string>>;
}[] = [
  { reason: 'bad-message', value: () => '' },
  { reason: 'bad-message', value: () => '<html>', headers: { ...schema, page: '<html>' } },
  { reason: 'bad-message', value: () => '{"item":', headers: { ...schema, page: '{"item":' } },
  {
    reason: 'bad-message',
    value: () => '{"fate":"passed"}',
    headers: { ...schema, page: '{"fate":"passed"}' },
  },
  { reason: 'bad-message', value: () => '{"__proto__":{"item":"x"}}', headers: { ...schema, page: '[]' } },
  { reason: 'bad-message', value: () => '['.repeat(100_000), headers: { ...schema, page: 'null' } },
  { reason: 'bad-message', value: () => '\u0000\ufffd\u0001', headers: { ...schema, page: '7' } },
  {
    reason: 'future-schema',
    value: () => '{"from":"a later release"}',
    headers: { schema: String(schemaVersion + 1), page: '{}' },
  },
];
const topics = [pageFetched, articleCleaned, articleEnriched].map(({ name }) => name);

interface Fed {
  readonly poison: ReadonlyMap<string, string>;
  readonly messages: readonly OutgoingMessage[];
}

function poisonMessages(count: number): Fed {
  const poison = new Map<string, string>();
  const messages = Array.from({ length: count }, (_, number) => {
    const {
      reason,
      value,
      headers = {},
    } = poisons[number % poisons.length] ?? { reason: '', value: () => '' };
    const key = `poison-${number}`;
    poison.set(key, reason);
    const topic = topics[Math.floor(number / poisons.length) % topics.length] ?? pageFetched.name;
    return { topic, key, value: Buffer.from(value()), headers };
  });
  return { poison, messages };
}

/** A page as an earlier release wrote it (no field that came later), or a later one (a field that we do not know). */
function otherRelease(message: OutgoingMessage, isLater: boolean): OutgoingMessage {
  const facts: Record<string, unknown> = JSON.parse(message.headers['page'] ?? '{}');
  const { tags: _tags, redirects: _redirects, ...older } = facts;
  const page = isLater ? { ...facts, ofALaterRelease: { kept: true } } : older;
  return { ...message, headers: { ...message.headers, page: JSON.stringify(page) } };
}

async function wrongLettersOf({ bus }: OpenPorts, poison: Fed['poison']): Promise<readonly string[]> {
  const found = new Map<string, string[]>();
  for await (const { key, headers } of bus.browse(deadLetters.name))
    found.set(key, [...(found.get(key) ?? []), readDeadLetterFacts(headers)?.reason ?? 'no facts']);
  return [
    ...[...poison].flatMap(([key, reason]) => {
      const letters = found.get(key) ?? [];
      return letters.length === 1 && letters[0] === reason
        ? []
        : [`${key}: ${reason} was wanted, ${letters.join(' and ') || 'nothing'} lies there`];
    }),
    ...[...found.keys()].filter((key) => !poison.has(key)).map((key) => `${key} is no poison`),
  ];
}

/** Waits until nothing is under way; a hang guard, since what is left is judged. */
async function untilAtRest(open: OpenPorts): Promise<void> {
  for (const end = Date.now() + mostMs; !(await isAtRest(open)) && Date.now() < end; ) await sleep(50);
  await sleep(500);
}

/** The article of a document as each stage would hand it on, some milliseconds newer than its page. */
const handedOn = [
  { topic: articleCleaned, newer: 1, article: (document: ArticleDocument) => toArticle(document) },
  {
    topic: articleEnriched,
    newer: 2,
    article: (document: ArticleDocument) => ({
      ...toArticle(document),
      ...carriedFields(['enrich'], document),
      id: document.id,
      copies: [],
      facts: document.facts,
    }),
  },
];

/**
 * Sends each article once more as a later release would, cleaned and then enriched, with a field that this one does not
 * know; answers what of it has not come to the library.
 */
async function sendLater(open: OpenPorts): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { topic, newer, article } of handedOn) {
    const { documents } = await outcomeOf(open);
    const later = documents.map((document): OutgoingMessage => {
      const time = document.version + newer;
      const value = { ...article(document), fetchedAt: time, ofALaterRelease: { newer } };
      const context = { key: document.ingest.item, source: 'fetch', time } as const;
      return { topic: topic.name, ...writeMessage<unknown>(topic, value, context) };
    });
    await open.bus.publish(later);
    await untilAtRest(open);
    const { documents: found } = await outcomeOf(open);
    const kept = found.filter(({ ingest }) =>
      isDeepStrictEqual(ingest.evidence?.['ofALaterRelease'], { newer }),
    );
    if (kept.length !== later.length || later.length === 0)
      broken.push(
        `${kept.length} of ${later.length} articles kept what a later release had added in ${topic.name}`,
      );
  }
  return broken;
}

/** What goes through the stages. */
interface Sent {
  readonly good: number;
  readonly bad: Fed;
  /** How a good page is sent. */
  readonly change: (message: OutgoingMessage, number: number) => OutgoingMessage;
  /** What is done when all has come to rest; answers what must hold and does not. */
  readonly after?: (open: OpenPorts) => Promise<readonly string[]>;
}

/** Sends good pages and what is given beside them through the stages, and judges what came of both. */
async function send(run: FaultRun, what: Sent): Promise<FaultFindings> {
  const servers =
    run.form === 'embedded'
      ? undefined
      : await startServers(['kafka', 'redis', 'elasticsearch'], { own: true });
  try {
    const found = servers === undefined ? {} : settingsOf(servers);
    return await sendThrough(run, what, { ...found, NEWSMILL_DATA: join(run.folder, 'data') });
  } finally {
    await servers?.close();
  }
}

async function sendThrough(
  { seed }: FaultRun,
  { good, bad, change, after }: Sent,
  settings: Readonly<Record<string, string>>,
): Promise<FaultFindings> {
  const open = await openPorts(readSettings(settings));
  const broken: string[] = [];
  const unhandled = (error: unknown): void =>
    void broken.push(`a rejection was left alone: ${String(error)}`);
  process.on('unhandledRejection', unhandled);
  try {
    await open.bus.createTopics(allTopics());
    await open.library.prepare();
    // A state that has never been filled counts as lost until it is emptied on purpose.
    await open.state.clear();
    const running = await startStages(open);
    const pages = Array.from({ length: good }, (_, number) => fedPage(seed, number, 1));
    const messages = pages.map(({ told: _, ...page }, number) => change(fedMessage(page), number));
    for (let place = 0; place < Math.max(messages.length, bad.messages.length); place += 1)
      await open.bus.publish(
        [bad.messages[place], messages[place]].filter((message) => message !== undefined),
      );
    await untilAtRest(open);
    broken.push(...((await after?.(open)) ?? []));
    for (const one of running) await one.stop();
    const told = pages.map((page) => page.told);
    const { letters: _letters, ...outcome } = await outcomeOf(open, told);
    const verdict = judge(told, {
      ...outcome,
      // What cannot be read has no address: the ledger knows it by its key alone.
      fates: new Map([...outcome.fates].filter(([url]) => url.startsWith('http'))),
    });
    return {
      articles: good,
      verdict: { ...verdict, wrongDeadLetters: await wrongLettersOf(open, bad.poison) },
      broken,
    };
  } finally {
    process.off('unhandledRejection', unhandled);
    await open.close();
  }
}

/** F10: messages that nobody can read among those of good pages, in the topic of every stage. */
export function poison(run: FaultRun): Promise<FaultFindings> {
  const good = Math.min(run.dose, 100);
  return send(run, { good, bad: poisonMessages(run.dose), change: (message) => message });
}

/**
 * F11: pages as the release before and the one after would write them, some of a future schema, and articles with a field
 * that a later release has added: it is kept to the end.
 */
export function schemas(run: FaultRun): Promise<FaultFindings> {
  const key = 'of-a-future-schema';
  const bad: Fed = {
    poison: new Map([[key, 'future-schema']]),
    messages: [
      {
        topic: pageFetched.name,
        key,
        value: Buffer.from('later'),
        headers: { schema: String(schemaVersion + 1), page: '{}' },
      },
    ],
  };
  const change: Sent['change'] = (message, number) => otherRelease(message, number % 2 === 0);
  return send(run, { good: run.dose, bad, change, after: sendLater });
}
