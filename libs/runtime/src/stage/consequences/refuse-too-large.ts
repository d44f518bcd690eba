import { deadLetters, readMessage, reject } from '@newsmill/contracts';
import type { MessageTooLarge, OutgoingMessage, StoredMessage } from '@newsmill/bus';
import type { AnyStage } from '../define-stage.ts';
import type { PageMessage } from '../page-message.ts';
import type { StagePorts } from '../stage-ports.ts';
import { deadOf } from './dead-of.ts';

/**
 * What follows when the bus refuses what would follow: the message goes to the dead letters; without its
 * bytes where these are too large even for that.
 */
export function refuseTooLarge<In extends PageMessage>(
  stage: AnyStage<In>,
  message: StoredMessage,
  error: MessageTooLarge,
  ports: StagePorts,
): OutgoingMessage[] {
  const read = readMessage(stage.from, message);
  const isDead = error.topic === deadLetters.name;
  const input = read.ok ? read.value : undefined;
  return deadOf(
    stage,
    {
      message: isDead ? { ...message, value: new Uint8Array() } : message,
      input,
      result: reject('too-large'),
    },
    'too-large',
    isDead ? `${error.message}; the letter lacks its bytes` : error.message,
    ports,
  );
}
