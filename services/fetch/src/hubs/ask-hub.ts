import { createHash } from 'node:crypto';
import type { FrontierItem } from '@newsmill/contracts';
import { retryAfterFailure, wantedLeaseSeconds, type HubSubscription } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { StagePorts } from '@newsmill/runtime';
import type { StateReader, StateWriter } from '@newsmill/store';
import type { HubMemory } from '@newsmill/operate';

export interface HubAskerPorts extends Pick<StagePorts, 'note' | 'now'> {
  readonly state: Pick<StateReader, 'read'> & Pick<StateWriter, 'write'>;
  readonly http: HttpClient;
  readonly retryLadder: readonly number[];
}

const hubTimeoutMs = 10_000;
/** A hub that did not answer is left alone so long, by all channels. */
const hubPauseMs = 300_000;

/** Channels that wait for one hub at most, while their polls are under way: a slow hub must not hold up the others. */
const mostAtAHub = 4;

const pauseOf = (hub: string) =>
  `websub:hub:${createHash('sha256').update(new URL(hub).host).digest('hex').slice(0, 32)}`;

function formOf(subscription: HubSubscription): string {
  const { mode, topic, callback, secret } = subscription;
  const form = new URLSearchParams({ 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback });
  if (mode === 'subscribe') {
    form.set('hub.lease_seconds', String(wantedLeaseSeconds));
    form.set('hub.secret', secret);
  }
  return form.toString();
}

/** What became of asking a hub: nothing to say when it went well. */
interface Refusal {
  readonly reason: string;
  readonly isFinal: boolean;
  readonly isAway: boolean;
}

/** Asks hubs, one request at a time for each: many channels share one. */
export class HubAsker {
  readonly #ports: HubAskerPorts;
  readonly #memory: HubMemory;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, number>();

  constructor(ports: HubAskerPorts, memory: HubMemory) {
    this.#ports = ports;
    this.#memory = memory;
  }

  /** Whether so many wait for a hub that a poll had better ask it the next time. */
  isBusy(hub: string): boolean {
    return (this.#waiting.get(new URL(hub).host) ?? 0) >= mostAtAHub;
  }

  /** Asks for what a subscription wants; answers it with the problem, where there was one. */
  async ask(
    item: Pick<FrontierItem, 'key' | 'url'>,
    subscription: HubSubscription,
  ): Promise<HubSubscription> {
    const { host } = new URL(subscription.hub);
    const before = this.#turns.get(host);
    const turn = (async () => {
      await before?.catch(() => undefined); // whoever asked has been told
      return this.#askNow(item, subscription);
    })();
    this.#turns.set(host, turn);
    this.#waiting.set(host, (this.#waiting.get(host) ?? 0) + 1);
    try {
      return await turn;
    } finally {
      const others = (this.#waiting.get(host) ?? 1) - 1;
      if (others === 0) this.#waiting.delete(host);
      else this.#waiting.set(host, others);
      if (this.#turns.get(host) === turn) this.#turns.delete(host);
    }
  }

  /** Asks the hub. What is asked for is kept before: the hub may ask back before it has answered. */
  async #askNow(
    item: Pick<FrontierItem, 'key' | 'url'>,
    subscription: HubSubscription,
  ): Promise<HubSubscription> {
    const pause = (await this.#ports.state.read([pauseOf(subscription.hub)], this.#ports.now())).get(
      pauseOf(subscription.hub),
    );
    if (pause !== undefined)
      return this.#failed(item, subscription, {
        reason: `the hub does not answer (${pause})`,
        isFinal: false,
        isAway: false,
      });
    await this.#memory.keep(item.key, subscription, this.#ports.now());
    this.#ports.note('websub.asked', {
      source: subscription.sourceId,
      url: item.url,
      hub: subscription.hub,
      mode: subscription.mode,
    });
    const refusal = await this.#send(subscription);
    if (refusal === undefined) return subscription;
    if (refusal.isAway)
      await this.#ports.state.write([
        {
          key: pauseOf(subscription.hub),
          value: refusal.reason,
          expiresAt:
            this.#ports.now() + Math.min(hubPauseMs, retryAfterFailure(0, this.#ports.retryLadder, false)),
        },
      ]);
    return this.#failed(item, subscription, refusal);
  }

  async #send(subscription: HubSubscription): Promise<Refusal | undefined> {
    try {
      const answer = await this.#ports.http.send({
        url: subscription.hub,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' },
        requestBody: formOf(subscription),
        allowPrivate: subscription.allowPrivate,
        maxBytes: 0,
        skipsBody: true,
        totalTimeoutMs: hubTimeoutMs,
      });
      if (answer.status >= 200 && answer.status < 300) return undefined;
      const isAway = answer.status === 429 || answer.status >= 500;
      return { reason: `answered ${answer.status}`, isFinal: !isAway, isAway };
    } catch (error) {
      if (!(error instanceof HttpFailure) || error.kind === 'aborted') throw error;
      return { reason: error.message, isFinal: !error.retryable, isAway: error.retryable };
    }
  }

  async #failed(
    item: Pick<FrontierItem, 'key' | 'url'>,
    subscription: HubSubscription,
    { reason, isFinal }: Refusal,
  ): Promise<HubSubscription> {
    this.#ports.note('websub.failed', {
      source: subscription.sourceId,
      url: item.url,
      hub: subscription.hub,
      reason,
    });
    const told: HubSubscription = {
      ...subscription,
      problem: reason,
      retryAt: this.#ports.now() + retryAfterFailure(subscription.attempt, this.#ports.retryLadder, isFinal),
    };
    await this.#memory.keep(item.key, told, this.#ports.now());
    return told;
  }
}
