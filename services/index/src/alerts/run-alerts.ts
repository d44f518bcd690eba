import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { alertGroup, alertReplayed, readMessage } from '@newsmill/contracts';
import type { Consumer } from '@newsmill/bus';
import type { ProcessPorts, Running } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';
import { AlertLease, AlertRounds, takeBack, type AlertSender, type outletSettings } from '@newsmill/operate';

/** What failed is tried again so soon, milliseconds. */
const againMs = 3_000;

type AlertPorts = Omit<ProcessPorts, 'settings'> & {
  readonly settings: Pick<Settings, 'alertInterval' | 'webhookRetries' | (typeof outletSettings)[number]>;
};

/**
 * Matches what arrives against the saved searches and sends what was found. One process of all does it at a
 * time.
 */
class AlertRunner {
  readonly #ports: AlertPorts;
  readonly #sender: AlertSender;
  readonly #lease: AlertLease;
  readonly #halt = new AbortController();
  #rounds: AlertRounds | undefined;

  constructor(ports: AlertPorts, sender: AlertSender) {
    this.#ports = ports;
    this.#sender = sender;
    this.#lease = new AlertLease(ports.registry, 'alerts', randomUUID());
  }

  async run(consumer: Consumer): Promise<void> {
    const { settings } = this.#ports;
    while (!this.#halt.signal.aborted) {
      const isDone = await this.#tryRound(consumer);
      const pauseMs = isDone ? settings.alertInterval : Math.min(settings.alertInterval, againMs);
      await sleep(pauseMs, undefined, { signal: this.#halt.signal }).catch(() => undefined);
    }
    await this.#leave();
    await this.#lease.release().catch(() => undefined); // it ends by itself
  }

  /** `run` ends after what is under way. */
  stop(): void {
    this.#halt.abort();
  }

  /** Whether a round is done; what stands in its way shows in `/readyz` until one is. */
  async #tryRound(consumer: Consumer): Promise<boolean> {
    const { health } = this.#ports;
    try {
      await this.#takeReplayed(consumer);
      if (await this.#hold()) await this.#round();
      else await this.#leave();
      health.clear('alerts');
      return true;
    } catch (error) {
      health.fail('alerts', error);
      return false;
    }
  }

  #hold(): Promise<boolean> {
    return this.#lease.hold(this.#ports.now());
  }

  async #round(): Promise<void> {
    this.#rounds ??= await AlertRounds.begin(this.#ports, this.#sender);
    await this.#rounds.round(this.#halt.signal, () => this.#hold());
  }

  /** Somebody else does it from now on, and changes what was read. */
  async #leave(): Promise<void> {
    await this.#rounds?.end();
    this.#rounds = undefined;
  }

  /** Deliveries that were dead letters and are to be tried again. */
  async #takeReplayed(consumer: Consumer): Promise<void> {
    const messages = await consumer.poll(50, 0);
    for (const message of messages) {
      const read = readMessage(alertReplayed, message);
      if (!read.ok) continue;
      await takeBack(this.#ports, read.value.search, read.value.delivery);
    }
    if (messages.length > 0) await consumer.acknowledge(messages);
  }
}

/** Sends alerts until it is stopped. */
export async function runAlerts(ports: AlertPorts, sender: AlertSender): Promise<Running> {
  const consumer = await ports.bus.consume({
    group: alertGroup,
    topics: [alertReplayed.name],
    maxBytesInFlight: 10_000_000,
  });
  const runner = new AlertRunner(ports, sender);
  const running = runner.run(consumer);
  return {
    async stop() {
      runner.stop();
      await running;
      await consumer.close();
    },
  };
}
