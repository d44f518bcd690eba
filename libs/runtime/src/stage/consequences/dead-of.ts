import type { OutgoingMessage } from '@newsmill/bus';
import type { AnyStage } from '../define-stage.ts';
import type { PageMessage } from '../page-message.ts';
import { attemptHeader, numberIn, withoutRetryHeaders } from '../retry-headers.ts';
import type { StagePorts } from '../stage-ports.ts';
import { writeDeadLetter } from '../write-dead-letter.ts';
import { eventOf } from './event-of.ts';
import type { Handled } from './handled.ts';

/** What is published of a message that is given up: the dead letter and its event. */
export function deadOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  reason: string,
  detail: string,
  ports: StagePorts,
): OutgoingMessage[] {
  const { message, input } = handled;
  const name = stage.step.stage;
  const attempts = numberIn(message.headers, attemptHeader) + 1;
  ports.note('message.dead', { stage: name, key: message.key, reason, detail: detail.slice(0, 500) });
  ports.metrics.deadLetters.inc({ stage: name, reason });
  const facts = {
    stage: name,
    topic: stage.from.name,
    reason,
    detail,
    attempts,
    item: input?.item ?? message.key,
    url: input?.url,
    sourceId: input?.sourceId,
    firstSeen: input?.firstSeen,
    version: input?.fetchedAt,
    at: ports.now(),
  };
  const original = { ...message, headers: withoutRetryHeaders(message.headers) };
  return [
    writeDeadLetter(original, facts),
    eventOf(stage, handled, ports.now(), {
      fate: 'dead',
      reason,
      detail: detail.slice(0, 500),
      attempt: attempts,
      articleId: input?.held?.articleId,
    }),
  ];
}
