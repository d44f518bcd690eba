import { setTimeout as sleep } from 'node:timers/promises';
import { BusFull, type OutgoingMessage } from '@newsmill/bus';
import type { StagePorts } from './stage-ports.ts';

/** Publishes; while the disk is full, intake pauses and says so, and goes on by itself. */
export async function publishDurably(
  messages: readonly OutgoingMessage[],
  ports: Pick<StagePorts, 'bus' | 'health' | 'note'>,
  stopped: () => boolean,
): Promise<void> {
  for (;;) {
    try {
      await ports.bus.publish(messages);
      return void ports.health.clear('disk-full');
    } catch (error) {
      if (!(error instanceof BusFull) || stopped()) throw error;
      if (!ports.health.problems().some((problem) => problem.name === 'disk-full'))
        ports.note('intake.paused', { reason: error.message });
      ports.health.block('disk-full', error.message);
      await sleep(1_000);
    }
  }
}
