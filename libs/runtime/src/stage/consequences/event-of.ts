import { ledger, writeMessage, type LedgerEvent } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { AnyStage } from '../define-stage.ts';
import type { PageMessage } from '../page-message.ts';
import { readTraceparent } from '../../tracing/trace.ts';
import { attemptHeader, numberIn } from '../retry-headers.ts';
import type { Handled } from './handled.ts';

/** The message to the ledger that tells what became of an item at a stage. */
export function eventOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  now: number,
  rest: Pick<LedgerEvent, 'fate'> & Partial<LedgerEvent>,
): OutgoingMessage {
  const { message, input } = handled;
  const event: LedgerEvent = {
    item: input?.item ?? message.key,
    url: input?.url ?? '',
    sourceId: input?.sourceId ?? '',
    stage: stage.step.stage,
    version: input?.fetchedAt ?? 0,
    attempt: numberIn(message.headers, attemptHeader),
    firstSeen: input?.firstSeen ?? message.time,
    at: now,
    traceId: readTraceparent(message.headers['traceparent'])?.traceId,
    ...rest,
  };
  return {
    topic: ledger.name,
    ...writeMessage(ledger, event, {
      key: `${event.item}/${event.stage}`,
      source: stage.step.stage,
      time: now,
    }),
  };
}
