import { setTimeout as sleep } from 'node:timers/promises';
import { ledger, ledgerGroup, readMessage, withoutFrontier, type LedgerEvent } from '@newsmill/contracts';
import type { StoredMessage } from '@newsmill/bus';
import { defineRole, type RolePorts } from './role.ts';

/** Events of a batch; a broken one is skipped by the view only: it stays in the topic and is noted. */
function eventsOf(messages: readonly StoredMessage[], ports: RolePorts): LedgerEvent[] {
  return messages.flatMap((message) => {
    const read = readMessage(ledger, message);
    if (read.ok) return [withoutFrontier(read.value)];
    ports.note('message.unreadable', {
      stage: 'ledger',
      topic: ledger.name,
      error: `${read.reason} at offset ${message.offset}: ${read.detail}`,
    });
    return [];
  });
}

/** Folds the ledger topic into the state, where the API and the command line look fates up. */
export const ledgerView = defineRole({
  name: 'ledger',
  takes: [],
  async start(ports) {
    const consumer = await ports.bus.consume({
      group: ledgerGroup,
      topics: [ledger.name],
      maxBytesInFlight: ports.bytesInFlight,
    });
    let stopping = false;
    async function step(): Promise<void> {
      let messages: readonly StoredMessage[] = [];
      try {
        messages = await consumer.poll(500, 500);
        if (messages.length > 0) {
          await ports.state.recordEvents(eventsOf(messages, ports));
          await consumer.acknowledge(messages);
        }
        ports.health.clear('ledger');
      } catch (error) {
        ports.health.fail('ledger', error);
        await sleep(1_000);
        // a closed bus hands them out again by itself
        return consumer.giveBack(messages).catch(() => undefined);
      }
    }
    const loop = (async () => {
      while (!stopping) {
        await step();
        await sleep(stopping ? 0 : 30);
      }
    })();
    return {
      async stop() {
        stopping = true;
        await loop;
        await consumer.close();
      },
    };
  },
});
