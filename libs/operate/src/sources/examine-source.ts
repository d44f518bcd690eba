import { setTimeout as sleep } from 'node:timers/promises';
import {
  channelFacts,
  channelFaults,
  dropReasons,
  durationMs,
  rejectReasons,
  type Channel,
  type ChannelFault,
  type FaultName,
  type FetchItem,
  type HttpAnswer,
  type Source,
} from '@newsmill/contracts';
import {
  channelItem,
  faultOfAnswer,
  faultOfFailure,
  faultOfPage,
  mayFetch,
  productToken,
  startOf,
  troubleWithDates,
} from '@newsmill/fetch';
import { HttpFailure, type HttpRequest } from '@newsmill/http';
import { Unreadable } from '@newsmill/reading';
import type { Secrets } from '@newsmill/source-files';
import { accessTo, pageForSource } from './own-settings.ts';
import type { AskingPorts } from './preview-address.ts';
import { pageOf } from './preview-url.ts';
import { withDetail } from './sentences.ts';

/** One thing that is found: what is so, and what to do. */
export interface Finding {
  readonly fault: FaultName;
  readonly says: string;
  readonly next: string;
  /** The line of the source file that would mend it. */
  readonly line?: string;
}

/** What was found at one address. */
export interface Examined {
  readonly url: string;
  readonly kind: string;
  /** What came, in a sentence. */
  readonly came: string;
  readonly findings: readonly Finding[];
}

export interface Examination {
  readonly id: string;
  readonly name: string;
  readonly examined: readonly Examined[];
}

export interface ExaminingPorts extends AskingPorts {
  readonly settings: { readonly userAgent: string };
  /** Values that headers of source files refer to. */
  readonly secrets?: Secrets;
}

/** Channels of a source that are asked for at most. */
const mostChannels = 10;
/** Longest pause between two requests; what a source asks for beyond it is for its polls. */
const longestPauseMs = 5_000;
/** Names the doctor honestly, in the form that most crawlers use. */
const otherAgent = 'Mozilla/5.0 (compatible; newsmill-doctor)';

function findingOf({ name, detail, line }: ChannelFault): Finding {
  const { says, remedy } = channelFaults[name];
  return {
    fault: name,
    says: withDetail(says, detail),
    next: remedy,
    ...(line === undefined ? {} : { line }),
  };
}

/** Asks for what one source names, one request at a time. */
class Examiner {
  readonly #ports: ExaminingPorts;
  readonly #source: Source;
  #hasAsked = false;

  constructor(ports: ExaminingPorts, source: Source) {
    this.#ports = ports;
    this.#source = source;
  }

  /** A failure is an answer too. */
  async #send(
    url: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer | HttpFailure> {
    const { limits, allowPrivate } = this.#source;
    if (this.#hasAsked) await sleep(Math.min(durationMs(limits.delay), longestPauseMs));
    this.#hasAsked = true;
    const request: HttpRequest = {
      url,
      allowPrivate,
      maxBytes: limits.maxBytes,
      onTooLarge: 'truncate',
      totalTimeoutMs: Math.min(30_000, durationMs(limits.timeout)),
      ...(await this.#accessTo(url, headers)),
    };
    try {
      return await this.#ports.http.send(request);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return error;
    }
  }

  /** As the mill asks: by the access of the source, and with its headers, as far as they are known here. */
  async #accessTo(
    url: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Pick<HttpRequest, 'access' | 'headers'>> {
    const own = await accessTo(this.#source, this.#ports.secrets ?? {}, url);
    return { access: own.access, headers: { ...own.headers, ...headers } };
  }

  /** The fault of an answer; of a refusal, whether another user agent is let in. */
  async #faultOf(url: string, answer: HttpAnswer): Promise<ChannelFault | undefined> {
    const fault = faultOfAnswer(answer, startOf(answer), this.#ports.now());
    if (fault?.name !== 'forbidden') return fault;
    const other = await this.#send(url, { 'user-agent': otherAgent });
    return other instanceof HttpFailure || other.status !== 200
      ? fault
      : { name: 'agent-refused', detail: `${fault.detail}; ${otherAgent} got 200` };
  }

  /** What is found at a channel, and the first pages that it names. */
  async channel(
    channel: Channel,
  ): Promise<{ readonly examined: Examined; readonly pages: readonly FetchItem[] }> {
    const { url, kind } = channel;
    const of = (came: string, faults: readonly ChannelFault[], pages: readonly FetchItem[] = []) => ({
      examined: { url, kind: channelFacts[kind].name, came, findings: faults.map(findingOf) },
      pages,
    });
    const answer = await this.#send(url);
    if (answer instanceof HttpFailure) return of('No answer.', [faultOfFailure(answer, url)]);
    const refused = await this.#faultOf(url, answer);
    if (refused !== undefined) return of(`Answered ${answer.status}.`, [refused]);
    const item = channelItem(this.#source, channel, this.#ports.now());
    const read = await this.#read(item, answer);
    if ('fault' in read) return of(`Answered ${answer.status}.`, [read.fault]);
    const { entries, pages } = read;
    const faults: ChannelFault[] = [
      ...(entries === 0 ? [{ name: 'empty' as const }] : []),
      ...(answer.movedTo === undefined
        ? []
        : [{ name: 'moved' as const, detail: answer.movedTo, line: `url: ${answer.movedTo}` }]),
      ...troubleWithDates(answer.headers, pages, this.#ports.now()),
    ];
    return of(
      `Answered ${answer.status} with ${entries} ${entries === 1 ? 'entry' : 'entries'}.`,
      faults,
      pages,
    );
  }

  /** Reads an answer as the fetch stage does. */
  async #read(
    item: FetchItem,
    { body, decoded: _decoded, ...head }: HttpAnswer,
  ): Promise<
    { readonly fault: ChannelFault } | { readonly entries: number; readonly pages: readonly FetchItem[] }
  > {
    const agent = productToken(this.#ports.settings.userAgent);
    const policy = { retryLadder: [], revisits: [], pollMin: 60_000, pollMax: 60_000, agent };
    const moment = { now: this.#ports.now(), chance: 0, delayMs: 0 };
    try {
      const { settlement, found } = await this.#ports.thread.read('channel', {
        body,
        head,
        item,
        source: this.#source,
        policy,
        moment,
      });
      const { fault, entries = 0 } = settlement.data;
      if (fault !== undefined) return { fault };
      return {
        entries: entries + found.filter(({ kind }) => kind === 'channel').length,
        pages: found.filter(({ kind }) => kind === 'page'),
      };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { fault: { name: 'unreadable', detail: error.message } };
    }
  }

  /** What is found at a page, which robots.txt is asked for first. */
  async page({ url }: FetchItem): Promise<Examined> {
    const of = (came: string, fault?: ChannelFault): Examined => ({
      url,
      kind: 'page',
      came,
      findings: fault === undefined ? [] : [findingOf(fault)],
    });
    const denied = await this.#robotsOf(url);
    if (denied !== undefined) return of('Not asked for.', denied);
    const answer = await this.#send(url, { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' });
    if (answer instanceof HttpFailure) return of('No answer.', faultOfFailure(answer, url));
    const came = `Answered ${answer.status}.`;
    const fault = (await this.#faultOf(url, answer)) ?? faultOfPage(answer.url, startOf(answer));
    return of(came, fault ?? (await this.#articleOf(url, answer)));
  }

  async #robotsOf(url: string): Promise<ChannelFault | undefined> {
    if (this.#source.robots === 'ignore') return undefined;
    const answer = await this.#send(`${new URL(url).origin}/robots.txt`);
    if (answer instanceof HttpFailure) return { name: 'robots-unreachable', detail: answer.message };
    const { body, encoding, status } = answer;
    const rules = await this.#ports.thread.read('robots', { body, encoding, status });
    if (rules.verdict === 'disallow') return { name: 'robots-unreachable', detail: `status ${status}` };
    const { allowed, rule } = mayFetch(rules, url, productToken(this.#ports.settings.userAgent));
    return allowed ? undefined : { name: 'denied-by-robots', detail: rule };
  }

  async #articleOf(url: string, answer: HttpAnswer): Promise<ChannelFault | undefined> {
    const { body, ...page } = pageForSource(pageOf(answer, url, this.#ports.now()), this.#source);
    try {
      const outcome = await this.#ports.thread.read('article', { page, body });
      if (outcome.kind === 'accept')
        return outcome.value.paywalled === true ? { name: 'paywall' } : undefined;
      const meanings: Readonly<Record<string, string>> = { ...dropReasons, ...rejectReasons };
      return {
        name: 'no-article',
        detail: `${outcome.reason}: ${meanings[outcome.reason]?.replace(/\.$/, '')}`,
      };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { name: 'no-article', detail: error.message };
    }
  }
}

/**
 * Asks now for the channels of a source and for one page that they name, as the mill does, and says of each
 * why it does not come and what can be done. Keeps nothing.
 */
export async function examineSource(ports: ExaminingPorts, source: Source): Promise<Examination> {
  const examiner = new Examiner(ports, source);
  const examined: Examined[] = [];
  let hasPage = false;
  for (const channel of source.channels
    .filter(({ kind }) => !channelFacts[kind].isArchive)
    .slice(0, mostChannels)) {
    const { examined: one, pages } = await examiner.channel(channel);
    examined.push(one);
    const [first] = pages;
    if (first === undefined || hasPage) continue;
    hasPage = true;
    examined.push(await examiner.page(first));
  }
  return { id: source.id, name: source.name, examined };
}
