import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  alertGroup,
  alertReplayed,
  readMessage,
  type AlertState,
  type SavedSearch,
} from '@newsmill/contracts';
import type { Consumer } from '@newsmill/bus';
import { defineRole, type Role, type RolePorts } from '@newsmill/runtime';
import {
  alertRecords,
  AlertLease,
  matchSearch,
  sendDue,
  takeBack,
  type AlertSender,
} from '@newsmill/operate';
import type { RegistryRecord } from '@newsmill/store';

type AlertPorts = RolePorts<'alertInterval' | 'webhookRetries'>;

/** Searches that are worked on at a time: a receiver that is slow holds up the others no more. */
const atATime = 4;

/**
 * Matches what arrives against the saved searches and sends what was found. One process of all does it at a
 * time.
 */
class AlertRunner {
  readonly #ports: AlertPorts;
  readonly #sender: AlertSender;
  readonly #lease: AlertLease;
  readonly #halt = new AbortController();
  /** States as they are kept now, so that an idle search costs no reading. */
  readonly #states = new Map<string, RegistryRecord<AlertState>>();
  readonly #working = new Map<string, Promise<void>>();

  constructor(ports: AlertPorts, sender: AlertSender) {
    this.#ports = ports;
    this.#sender = sender;
    this.#lease = new AlertLease(ports.registry, 'alerts', randomUUID());
  }

  async run(consumer: Consumer): Promise<void> {
    const { settings } = this.#ports;
    while (!this.#halt.signal.aborted) {
      await this.#tryRound(consumer);
      await sleep(settings.alertInterval, undefined, { signal: this.#halt.signal }).catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    this.#halt.abort();
    await Promise.allSettled(this.#working.values());
    await this.#lease.release().catch(() => undefined); // it ends by itself
  }

  /** What stands in the way of a round shows in `/readyz` until one is done. */
  async #tryRound(consumer: Consumer): Promise<void> {
    const { health } = this.#ports;
    try {
      await this.#takeReplayed(consumer);
      if (await this.#lease.hold(this.#ports.now())) await this.#round();
      else this.#states.clear();
      return void health.clear('alerts');
    } catch (error) {
      return health.fail('alerts', error);
    }
  }

  async #round(): Promise<void> {
    const ids = new Set<string>();
    for await (const search of alertRecords(this.#ports.registry).searches.all()) {
      ids.add(search.id);
      const { enabled, stopped, webhook } = search.value;
      if (!enabled || stopped !== undefined || webhook === undefined || this.#working.has(search.id))
        continue;
      while (this.#working.size >= atATime) {
        await Promise.race(this.#working.values());
        await this.#lease.hold(this.#ports.now());
      }
      if (this.#halt.signal.aborted) return;
      const work = this.#workOn(search).finally(() => this.#working.delete(search.id));
      this.#working.set(search.id, work);
    }
    for (const id of this.#states.keys()) if (!ids.has(id)) this.#states.delete(id);
  }

  /** Never rejects: what is wrong with one search does not hold up the others. */
  async #workOn(search: RegistryRecord<SavedSearch>): Promise<void> {
    try {
      const known =
        this.#states.get(search.id) ?? (await alertRecords(this.#ports.registry).states.get(search.id));
      this.#states.delete(search.id);
      if (known === undefined) return;
      const matched = await matchSearch(this.#ports, search, known);
      const sent =
        matched === undefined
          ? undefined
          : await sendDue(this.#ports, this.#sender, search, matched, this.#halt.signal);
      if (sent !== undefined) this.#states.set(search.id, sent);
      return this.#ports.outages.worked(`alerts of ${search.id}`);
    } catch (error) {
      if (this.#halt.signal.aborted) return;
      return this.#ports.outages.failed(`alerts of ${search.id}`, error);
    }
  }

  /** Deliveries that were dead letters and are to be tried again. */
  async #takeReplayed(consumer: Consumer): Promise<void> {
    const messages = await consumer.poll(50, 0);
    for (const message of messages) {
      const read = readMessage(alertReplayed, message);
      if (!read.ok) continue;
      await takeBack(this.#ports, read.value.search, read.value.delivery);
      this.#states.delete(read.value.search);
    }
    if (messages.length > 0) await consumer.acknowledge(messages);
  }
}

/** Alerts of saved searches. */
export function alertsRole(sender: AlertSender): Role {
  return defineRole({
    name: 'alerts',
    takes: ['alertInterval', 'webhookRetries'],
    async start(ports) {
      const consumer = await ports.bus.consume({
        group: alertGroup,
        topics: [alertReplayed.name],
        maxBytesInFlight: 10_000_000,
      });
      const runner = new AlertRunner(ports, sender);
      const running = runner.run(consumer);
      return {
        async stop() {
          await runner.stop();
          await running;
          await consumer.close();
        },
      };
    },
  });
}
