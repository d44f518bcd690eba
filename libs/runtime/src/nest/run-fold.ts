import { setTimeout as sleep } from 'node:timers/promises';
import { readMessage } from '@newsmill/contracts';
import type { StoredMessage } from '@newsmill/bus';
import type { ProcessPorts } from '../process/process-ports.ts';
import type { Running } from '../stage/run-stage.ts';
import type { FoldOptions } from './step.ts';

type FoldPorts = Pick<ProcessPorts, 'bus' | 'health' | 'note' | 'bytesInFlight'>;

/** Folds a topic by its handler, batch by batch; acknowledges what was folded. */
export async function runFold(
  { name, from, group, batch, pauseMs = 0 }: FoldOptions<unknown>,
  fold: (inputs: readonly unknown[]) => Promise<void>,
  { bus, health, note, bytesInFlight }: FoldPorts,
): Promise<Running> {
  const consumer = await bus.consume({ group, topics: [from.name], maxBytesInFlight: bytesInFlight });
  const halt = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: halt.signal }).catch(() => undefined);

  /** A broken message is skipped here only: it stays in the topic. */
  function inputsOf(messages: readonly StoredMessage[]): unknown[] {
    return messages.flatMap((message) => {
      const read = readMessage(from, message);
      if (read.ok) return [read.value];
      const error = `${read.reason} at offset ${message.offset}: ${read.detail}`;
      note('message.unreadable', { stage: name, topic: from.name, error });
      return [];
    });
  }
  async function step(): Promise<void> {
    let messages: readonly StoredMessage[] = [];
    try {
      messages = await consumer.poll(batch, 500);
      if (messages.length > 0) {
        await fold(inputsOf(messages));
        await consumer.acknowledge(messages);
      }
      health.clear(name);
    } catch (error) {
      health.fail(name, error);
      await pause(1_000);
      // a closed bus hands them out again by itself
      return consumer.giveBack(messages).catch(() => undefined);
    }
  }
  const loop = (async () => {
    while (!halt.signal.aborted) {
      await step();
      if (pauseMs > 0) await pause(pauseMs);
    }
  })();
  return {
    async stop() {
      halt.abort();
      await loop;
      await consumer.close();
    },
  };
}
