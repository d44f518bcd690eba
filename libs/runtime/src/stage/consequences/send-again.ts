import { retryRungs, retryTopic } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { AnyStage } from '../define-stage.ts';
import type { PageMessage } from '../page-message.ts';
import {
  attemptHeader,
  brakedHeader,
  brakedUntilHeader,
  dueHeader,
  numberIn,
  tryHeader,
} from '../retry-headers.ts';
import type { StagePorts } from '../stage-ports.ts';
import { deadOf } from './dead-of.ts';
import { eventOf } from './event-of.ts';
import type { Handled } from './handled.ts';

/** A try has failed: the message climbs the retry ladder, and is given up at its end. */
export function retryOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  error: Error,
  ports: StagePorts,
): OutgoingMessage[] {
  const { message } = handled;
  const rung = numberIn(message.headers, tryHeader);
  const wait = ports.retryLadder[rung];
  if (wait === undefined)
    return deadOf(stage, handled, 'tries-exhausted', error.stack ?? error.message, ports);
  const attempt = numberIn(message.headers, attemptHeader) + 1;
  ports.note('message.retrying', {
    stage: stage.step.stage,
    key: message.key,
    attempt,
    error: error.message.slice(0, 300),
  });
  const due = Math.round(ports.now() + wait * (1 + ports.random() * 0.2));
  const headers = {
    ...message.headers,
    [attemptHeader]: String(attempt),
    [tryHeader]: String(rung + 1),
    [dueHeader]: String(due),
  };
  const again: OutgoingMessage = {
    topic: retryTopic(stage.step.stage, Math.min(rung, retryRungs - 1)).name,
    key: message.key,
    value: message.value,
    headers,
  };
  return [
    again,
    eventOf(stage, handled, ports.now(), { fate: 'retrying', detail: error.message.slice(0, 300), attempt }),
  ];
}

/** Brakes that a message waits for before it becomes a dead letter. */
const mostWaits = 4;

/**
 * The source is braked: the message waits in a delay topic until it may be tried, or for as long as the last rung is,
 * and is looked at again: a delay topic is read in its order, so that what waits there longer than its rung says
 * would hold up what others have behind it. That is no try of its own.
 */
export function waitForBrake<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  until: number,
  ports: StagePorts,
): OutgoingMessage[] {
  const { message } = handled;
  const isNew = until > numberIn(message.headers, brakedUntilHeader);
  const waits = numberIn(message.headers, brakedHeader) + (isNew ? 1 : 0);
  const detail = `its source is braked until ${new Date(until).toISOString()}`;
  if (waits > mostWaits)
    return deadOf(stage, handled, 'source-braked', `${detail}; it has waited ${waits - 1} times`, ports);
  const now = ports.now();
  const rungs = ports.retryLadder.slice(0, retryRungs);
  const wait = Math.min(until - now, Math.max(...rungs));
  const rung = rungs.findIndex((waitMs) => waitMs >= wait);
  const headers = {
    ...message.headers,
    [brakedHeader]: String(waits),
    [brakedUntilHeader]: String(Math.round(until)),
    [dueHeader]: String(Math.round(now + wait * (1 + ports.random() * 0.2))),
  };
  const again: OutgoingMessage = {
    topic: retryTopic(stage.step.stage, rung).name,
    key: message.key,
    value: message.value,
    headers,
  };
  return [again, eventOf(stage, handled, now, { fate: 'retrying', detail })];
}

/**
 * The turn of its source is far: the message goes to the end of its topic, out of the way of those behind it.
 * That is no try.
 */
export function putBehind<In extends PageMessage>(
  stage: AnyStage<In>,
  { message: { key, value, headers } }: Handled<In>,
): OutgoingMessage[] {
  return [{ topic: stage.from.name, key, value, headers }];
}
