import type { OutgoingMessage } from '@newsmill/bus';
import type { AnyStage } from '../define-stage.ts';
import type { PageMessage } from '../page-message.ts';
import { attemptHeader, numberIn, withoutRetryHeaders } from '../retry-headers.ts';
import type { StagePorts } from '../stage-ports.ts';
import { buryMessage } from '../bury-message.ts';
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
    buryMessage(original, facts, ports),
    eventOf(stage, handled, ports.now(), {
      fate: 'dead',
      reason,
      detail: detail.slice(0, 500),
      attempt: attempts,
      articleId: input?.held?.articleId,
    }),
  ];
}
