import {
  heldArticleOf,
  ledger,
  writeMessage,
  type DeadLetterFacts,
  type LedgerEvent,
  type StageName,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { ItemFate } from '@newsmill/store';

/** A letter of a stage; those of alerts are of no item of the ledger. */
export type StageLetter = DeadLetterFacts & { readonly stage: StageName };

/** Whether the ledger knows what the letter is of. */
export function isOfStage(facts: DeadLetterFacts): facts is StageLetter {
  return facts.stage !== 'alert';
}

function eventOf(facts: StageLetter, key: string, now: number): LedgerEvent {
  return {
    item: facts.item ?? key,
    url: facts.url ?? '',
    sourceId: facts.sourceId ?? '',
    stage: facts.stage,
    version: facts.version ?? 0,
    attempt: facts.attempts,
    firstSeen: facts.firstSeen ?? now,
    at: now,
    fate: 'replayed',
  };
}

/**
 * The ledger learns of the replay; the count of attempts goes on, so that what follows wins over the old fate.
 */
export function replayEvent(facts: StageLetter, key: string, now: number, detail?: string): LedgerEvent {
  return { ...eventOf(facts, key, now), ...(detail === undefined ? {} : { detail }) };
}

/**
 * The ledger learns that a letter is discarded, by whom and why: its item is dropped, or has the article of an earlier
 * visit. undefined where the item has gone on since, or never was dead for it.
 */
export function discardEvent(
  facts: StageLetter,
  {
    key,
    fate,
    detail,
    now,
  }: {
    readonly key: string;
    readonly fate: ItemFate | undefined;
    readonly detail: string;
    readonly now: number;
  },
): LedgerEvent | undefined {
  const current = fate?.current;
  if (
    current?.fate !== 'dead' ||
    current.stage !== facts.stage ||
    (facts.version !== undefined && current.version !== facts.version)
  )
    return undefined;
  const articleId = heldArticleOf(fate?.events ?? []);
  return {
    ...eventOf(facts, key, now),
    url: current.url === '' ? (facts.url ?? '') : current.url,
    version: current.version,
    // A letter whose replay failed once more has the greater count in the ledger.
    attempt: Math.max(current.attempt, facts.attempts),
    fate: articleId === undefined ? 'dropped' : 'indexed',
    reason: 'discarded',
    detail,
    ...(articleId === undefined ? {} : { articleId }),
    firstSeen: current.firstSeen,
  };
}

/** The event as the ledger takes it. */
export function ledgerMessage(event: LedgerEvent, source: string): OutgoingMessage {
  const key = `${event.item}/${event.stage}`;
  return { topic: ledger.name, ...writeMessage(ledger, event, { key, source, time: event.at }) };
}
