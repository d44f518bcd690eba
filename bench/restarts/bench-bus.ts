import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openKafkaBus, type Bus } from '@newsmill/bus';
import { startServers } from '../../test/servers/start-servers.ts';

const group = 'newsmill-restarts';
const topic = 'newsmill.restarts';
const partitions = 6;

/** What members were handed: when each message came first, and how often messages came again. */
class Deliveries {
  readonly #seen = new Set<string>();
  readonly #lastAt = new Map<string, number>();
  #last = 0;
  again = 0;
  /** Longest time without a message, of all partitions and of one. */
  readonly still = { all: 0, one: 0 };

  get count(): number {
    return this.#seen.size;
  }

  take(places: readonly string[], isFlowing: boolean): void {
    const now = performance.now();
    for (const place of places) {
      if (this.#seen.has(place)) {
        this.again += 1;
        continue;
      }
      this.#seen.add(place);
      const [partition = ''] = place.split(':');
      if (isFlowing && this.#last > 0) {
        this.still.all = Math.max(this.still.all, now - this.#last);
        this.still.one = Math.max(this.still.one, now - (this.#lastAt.get(partition) ?? now));
      }
      this.#last = now;
      this.#lastAt.set(partition, now);
    }
  }
}

/** Numbers at a steady rate, all partitions in turn, until it is stopped; answers how many. */
function publishNumbers(bus: Bus, rate: number): { stop(): Promise<number> } {
  const halt = new AbortController();
  const began = performance.now();
  const publishing = (async () => {
    let sent = 0;
    while (!halt.signal.aborted) {
      const due = Math.floor(((performance.now() - began) * rate) / 1_000) - sent;
      const value = Buffer.alloc(2_000, 'news ');
      await bus.publish(
        Array.from({ length: due }, (_, i) => ({
          topic,
          key: `key-${(sent + i) % 600}`,
          value,
          headers: {},
        })),
      );
      sent += due;
      await sleep(50);
    }
    return sent;
  })();
  return {
    stop() {
      halt.abort();
      return publishing;
    },
  };
}

/**
 * `npm run bench -- restarts bus [rate] [copies] [work]`: members of one group, each a small process that
 * takes some milliseconds for a message, restarted one after the other while numbers come in. The bus alone:
 * what it hands out again, how long it stands still.
 */
export async function benchBusRestarts([
  rate = '150',
  copies = '3',
  work = '10',
]: readonly string[]): Promise<void> {
  const servers = await startServers(['kafka'], { own: true });
  const { brokers } = servers.kafka;
  const namespace = `bench-${randomUUID()}`;
  const bus = await openKafkaBus({ brokers, namespace });
  const deliveries = new Deliveries();
  let isFlowing = false;
  async function start(): Promise<ChildProcess> {
    const child = fork(
      fileURLToPath(new URL('./bus-member.ts', import.meta.url)),
      [brokers.join(','), namespace, group, topic, work],
      { execArgv: ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning'] },
    );
    await once(child, 'message');
    child.on('message', (places: readonly string[]) => deliveries.take(places, isFlowing));
    return child;
  }
  try {
    await bus.createTopics([{ name: topic, partitions, cleanup: 'delete', groups: [group] }]);
    const members: ChildProcess[] = [];
    for (let copy = 0; copy < Number(copies); copy += 1) members.push(await start());
    const numbers = publishNumbers(bus, Number(rate));
    await sleep(6_000);
    isFlowing = true;
    const stops: number[] = [];
    for (let restart = 0; restart < 2 * Number(copies); restart += 1) {
      const [oldest] = members.splice(0, 1);
      const began = performance.now();
      oldest?.kill('SIGTERM');
      if (oldest !== undefined) await once(oldest, 'exit');
      stops.push(performance.now() - began);
      members.push(await start());
      await sleep(3_000);
    }
    const sent = await numbers.stop();
    isFlowing = false;
    for (const end = Date.now() + 60_000; deliveries.count < sent && Date.now() < end; ) await sleep(100);
    for (const member of members) member.kill('SIGTERM');
    await Promise.all(members.map((member) => once(member, 'exit')));
    const { still, again, count } = deliveries;
    console.log(
      `${stops.length} restarts of ${copies} members, ${sent} messages: ${sent - count} lost, ${((again / sent) * 100).toFixed(2)} % handed out again, nothing for ${still.all.toFixed(0)} ms, nothing of one partition for ${still.one.toFixed(0)} ms, stopped in ${Math.max(...stops).toFixed(0)} ms at most`,
    );
    if (count < sent) process.exitCode = 1;
  } finally {
    await bus.close();
    await servers.close();
  }
}
