import type { Complaint } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { AnyStage } from '../define-stage.ts';
import type { PageMessage } from '../page-message.ts';
import { attemptHeader, numberIn, withoutRetryHeaders } from '../retry-headers.ts';
import type { StagePorts } from '../stage-ports.ts';
import { buryMessage, type UnnamedDeadLetter } from '../bury-message.ts';
import { eventOf } from './event-of.ts';
import type { Handled } from './handled.ts';

function factsOf<In extends PageMessage>(
  stage: AnyStage<In>,
  { message, input }: Handled<In>,
  failure: Pick<UnnamedDeadLetter, 'topic' | 'reason' | 'detail'>,
  ports: StagePorts,
): UnnamedDeadLetter {
  return {
    stage: stage.step.stage,
    ...failure,
    attempts: numberIn(message.headers, attemptHeader) + 1,
    item: input?.item ?? message.key,
    url: input?.url,
    sourceId: input?.sourceId,
    firstSeen: input?.firstSeen,
    version: input?.fetchedAt,
    at: ports.now(),
  };
}

/** The dead letter of what came with a message that went on without it; the ledger has the event of that. */
export function complaintOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  { reason, detail, topic, headers }: Complaint,
  ports: StagePorts,
): OutgoingMessage {
  const { message } = handled;
  const original = { ...message, headers: { ...withoutRetryHeaders(message.headers), ...headers } };
  return buryMessage(original, factsOf(stage, handled, { topic, reason, detail }, ports), ports);
}

/** What is published of a message that is given up: the dead letter and its event. */
export function deadOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  reason: string,
  detail: string,
  ports: StagePorts,
): OutgoingMessage[] {
  const { message, input } = handled;
  const facts = factsOf(stage, handled, { topic: stage.from.name, reason, detail }, ports);
  const original = { ...message, headers: withoutRetryHeaders(message.headers) };
  return [
    buryMessage(original, facts, ports),
    eventOf(stage, handled, ports.now(), {
      fate: 'dead',
      reason,
      detail: detail.slice(0, 500),
      attempt: facts.attempts,
      articleId: input?.held?.articleId,
    }),
  ];
}
