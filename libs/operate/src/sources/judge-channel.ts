import { channelFaults, type ChannelMemory, type ChannelState, type FrontierItem } from '@newsmill/contracts';
import { fewEntriesOf, silenceOf } from '@newsmill/fetch';
import { sentence, spanWords, timeWords, withDetail } from './sentences.ts';
import type { Judgement } from './source-view.ts';

type Judged = Judgement<ChannelState>;

/** What a channel is judged from. */
export interface ChannelFacts extends Pick<FrontierItem, 'attempt' | 'dueAt' | 'firstSeen' | 'host'> {
  readonly data: ChannelMemory;
  readonly now: number;
  /** Until when a server of its domain asked to wait. */
  readonly pausedUntil: number | undefined;
}

/** A channel that is due for longer than this waits for something. */
const overdueMs = 15 * 60_000;

function failureReason(data: ChannelMemory, attempt: number): string {
  const tries = attempt > 1 ? `The last ${attempt} tries failed` : 'The last try failed';
  const never = data.lastSuccessAt === undefined ? ' It has not worked yet.' : '';
  if (data.fault !== undefined) {
    const since =
      attempt > 1 && data.failingSince !== undefined ? ` since ${timeWords(data.failingSince)}` : '';
    return `${withDetail(channelFaults[data.fault.name].says, data.fault.detail)} ${tries}${since}.${never}`;
  }
  const error =
    data.lastError ??
    (data.lastStatus === undefined ? 'no answer' : `the server answered ${data.lastStatus}`);
  return `${tries}: ${sentence(error)}${never}`;
}

function failureOf({ data, attempt }: ChannelFacts): Judged | undefined {
  if (attempt === 0 && (data.lastError ?? '') === '') return undefined;
  const reason = failureReason(data, attempt);
  if (data.fault === undefined)
    return {
      state: 'failing',
      reason,
      next: 'Run `newsmill sources doctor ID`: it asks now and names the cause.',
    };
  const { state, remedy } = channelFaults[data.fault.name];
  return { state, reason, next: remedy, ...(data.fault.line === undefined ? {} : { line: data.fault.line }) };
}

function waitOf({ data, dueAt, now, host, pausedUntil }: ChannelFacts): Judged | undefined {
  if (pausedUntil !== undefined && pausedUntil > now)
    return {
      state: 'waiting',
      reason: `A server of its domain asked for a pause, so all hosts of the domain wait until ${timeWords(pausedUntil)}.`,
      next: channelFaults['rate-limited'].remedy,
    };
  if (dueAt === null || now - dueAt <= overdueMs) return undefined;
  const last = data.lastAt === undefined ? '' : ` It was polled last ${timeWords(data.lastAt)}.`;
  return {
    state: 'waiting',
    reason: `Due since ${timeWords(dueAt)}: its host ${host} is busy with other requests, or no fetch service runs.${last}`,
    next: 'See `newsmill processes` for a fetch service; where one runs, a shorter limits.delay lets the host answer more, if its publisher agrees.',
  };
}

/** What waits for later polls, what is not read, what became no item and why; empty where all is taken. */
function restReason(data: ChannelMemory): string {
  const wait = (data.waiting ?? 0) > 0 ? ` ${data.waiting} of them wait for later polls.` : '';
  const cut =
    data.isCut === true
      ? ' The answer goes on behind what is read (limits.maxBytes, 50,000 entries, limits.maxItemsPerPoll sitemaps).'
      : '';
  return `${wait}${cut}${leftOutReason(data)}`;
}

function leftOutReason({ leftOut = {} }: ChannelMemory): string {
  const parts = Object.entries(leftOut).map(
    ([reason, { count, example }]) =>
      `${count} as ${reason}${example === undefined ? '' : ` (such as ${example})`}`,
  );
  return parts.length === 0 ? '' : ` Left out besides: ${parts.join(', ')}.`;
}

function successReason(data: ChannelMemory): string {
  if (data.lastStatus === 304) return 'The server answered 304: nothing has changed.';
  const status =
    data.lastStatus === undefined ? 'The server answered' : `The server answered ${data.lastStatus}`;
  if (data.entries === undefined) return `${status}.`;
  const fresh =
    data.newEntries === undefined ? '' : data.newEntries === 0 ? ', none new' : `, ${data.newEntries} new`;
  return `${status} with ${data.entries} ${data.entries === 1 ? 'entry' : 'entries'}${fresh}.${restReason(data)}`;
}

function emptyReason({ data }: ChannelFacts): Judged | undefined {
  if (data.entries !== 0) return undefined;
  return {
    state: 'silent',
    reason: 'The server answers, but the channel holds no entries.',
    next: 'Look at it in a browser; `newsmill sources add URL --dry-run` with the front page looks for a channel that has entries.',
  };
}

/** Far fewer entries than usual, as where a selector of a list page fits no more, or a feed was cut. */
function fewReason({ data }: ChannelFacts): Judged | undefined {
  const few = data.isSubscribed === true ? undefined : fewEntriesOf(data);
  if (few?.isAlarm !== true) return undefined;
  const { entries = 0 } = data;
  return {
    state: 'drifting',
    reason: `It lists ${entries} ${entries === 1 ? 'entry' : 'entries'} since ${timeWords(few.since)}, where it usually lists ${few.usual}. ${successReason(data)}`,
    next: 'Look at its address in a browser. Where it shows more, `newsmill sources try ID` shows what is read: correct select or url in the source file. Where the publisher lists so few now, nothing: some weeks later that is the usual number.',
  };
}

function silenceReason({ data, now, firstSeen }: ChannelFacts): Judged | undefined {
  const silence = silenceOf(data, now - firstSeen);
  if (silence?.isSilent !== true) return undefined;
  return {
    state: 'silent',
    reason: `Nothing new for ${spanWords(silence.quietMs)} (last ${timeWords(data.lastNewAt ?? 0)}); its longest pause of late was ${spanWords(data.quietMs ?? 0)}. ${successReason(data)}`,
    next: 'Look whether the publisher still publishes there: a channel that was given up often goes on answering. `newsmill sources add URL --dry-run` with the front page looks for others.',
  };
}

function moveOf({ data, now }: ChannelFacts): Judged | undefined {
  const { movedTo, movedSince } = data;
  if (movedTo === undefined || movedSince === undefined) return undefined;
  const isTaken = now - movedSince >= 7 * 86_400_000;
  return {
    state: 'moved',
    reason: `Its address redirects to ${movedTo} for good, since ${timeWords(movedSince)}; ${isTaken ? 'the mill asks there by itself' : 'after a week the mill asks there by itself'}. ${successReason(data)}`,
    next: 'Change the line in the source file.',
    line: `url: ${movedTo}`,
  };
}

/**
 * The state of a channel by what came of it, with what shows it and what can be done. Pure: the same memory
 * gives the same judgement.
 */
export function judgeChannel(facts: ChannelFacts): Judged {
  const { data } = facts;
  const failure = failureOf(facts);
  const wait = waitOf(facts);
  // A pause explains a failure; other faults explain the wait.
  if (failure !== undefined && (failure.state !== 'waiting' || wait === undefined)) return failure;
  if (wait !== undefined && (data.lastAt !== undefined || facts.pausedUntil !== undefined)) return wait;
  if (data.lastAt === undefined) return { state: 'new', reason: 'Not polled yet.' };
  if (data.channel?.kind === 'warc')
    return { state: 'delivering', reason: data.why === undefined ? successReason(data) : sentence(data.why) };
  const trouble = emptyReason(facts) ?? fewReason(facts) ?? silenceReason(facts) ?? moveOf(facts);
  return trouble ?? { state: 'delivering', reason: successReason(data) };
}
