import type { FetchItem, HttpAnswer, Source } from '@newsmill/contracts';
import { channelItem, ruleAgainst, rulesOf } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import type { Secrets } from '@newsmill/source-files';
import { failureWords } from './failure-words.ts';
import { ownRequest } from './own-settings.ts';
import { ask } from './preview-url.ts';
import type { RulesPreview } from './preview-view.ts';

/** What asking for channels needs. */
interface ChannelPorts {
  readonly http: HttpClient;
  readonly thread: ReadingThread;
  /** Epoch milliseconds. */
  now(): number;
  /** Values that headers of sources refer to. */
  readonly secrets?: Secrets;
}

const mostExamples = 3;
const policy = { retryLadder: [], revisits: [], pollMin: 60_000, pollMax: 3_600_000, agent: 'newsmill' };

function titleOf({ data, url }: FetchItem): string {
  const { entry } = data;
  const title = typeof entry === 'object' && entry !== null && 'title' in entry ? entry.title : undefined;
  return typeof title === 'string' ? title : url;
}

function count(pages: readonly FetchItem[], source: Source, channel: string): RulesPreview {
  const against = pages.map((page) => ({ page, rule: ruleAgainst(page, source) }));
  return {
    channel,
    entries: pages.length,
    rules: rulesOf(source, channel).map((name) => {
      const left = against.filter(({ rule }) => rule === name).map(({ page }) => titleOf(page));
      return { rule: name, leftOut: left.length, examples: left.slice(0, mostExamples) };
    }),
  };
}

/** What one channel shows; throws HttpFailure and Unreadable. */
async function pagesOf(
  { http, thread, now, secrets = {} }: ChannelPorts,
  source: Source,
  channel: Source['channels'][number],
): Promise<readonly FetchItem[] | string> {
  const own = await ownRequest(source, secrets, channel.url);
  const answer: HttpAnswer = await ask(http, channel.url, source.allowPrivate, own);
  const { body, decoded: _decoded, ...head } = answer;
  const moment = { now: now(), chance: 0, delayMs: 0 };
  const item = channelItem(source, channel, moment.now);
  const visit = await thread.read('channel', { body, head, item, source, policy, moment });
  return visit.settlement.data.lastError ?? visit.found.filter(({ kind }) => kind === 'page');
}

/**
 * Asks for the channels of a source, or for one of them, and tells what each rule would leave out of their
 * entries; nothing is kept. A rule that needs the page (its words, what the entry leaves open) shows no entry.
 */
export async function previewRules(
  ports: ChannelPorts,
  source: Source,
  only?: string,
): Promise<readonly RulesPreview[]> {
  const found: RulesPreview[] = [];
  for (const channel of source.channels.filter(({ url }) => only === undefined || url === only)) {
    const { url } = channel;
    try {
      const pages = await pagesOf(ports, source, channel);
      found.push(
        typeof pages === 'string'
          ? { channel: url, entries: 0, rules: [], problem: pages }
          : count(pages, source, url),
      );
    } catch (error) {
      if (!(error instanceof HttpFailure) && !(error instanceof Unreadable)) throw error;
      const problem = error instanceof HttpFailure ? failureWords(error, url) : error.message;
      found.push({ channel: url, entries: 0, rules: [], problem });
    }
  }
  return found;
}
