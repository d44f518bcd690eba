import { readJson } from '@newsmill/contracts';
import { HubAnswer, HubSubscription, type PushMemory } from '@newsmill/fetch';
import type { StateReader, StateWriter } from '@newsmill/store';
import { z } from 'zod';

const day = 86_400_000;
/** Longer than any lease that is believed. */
const keptMs = 60 * day;

const subscriptionOf = (channel: string) => `websub:subscription:${channel}`;
const channelOf = (token: string) => `websub:token:${token}`;
const answerOf = (token: string) => `websub:answer:${token}`;
const pushOf = (channel: string) => `websub:push:${channel}`;
const missedOf = (channel: string) => `websub:missed:${channel}`;

/** What is known of the subscription of a channel. */
export interface HubFacts {
  readonly subscription: HubSubscription | undefined;
  readonly answer: HubAnswer | undefined;
  readonly pushes: PushMemory;
}

/**
 * Subscriptions in the state. The one who polls a channel writes its subscription, the callback writes
 * answers, the taker of pushes writes pushes: each an entry of its own, so that services that work at the
 * same time do not undo each other's.
 */
export class HubMemory {
  readonly #state: Pick<StateReader, 'read'> & Pick<StateWriter, 'write'>;
  constructor(state: Pick<StateReader, 'read'> & Pick<StateWriter, 'write'>) {
    this.#state = state;
  }

  async of(channel: string, now: number): Promise<HubFacts> {
    const values = await this.#state.read([subscriptionOf(channel), pushOf(channel), missedOf(channel)], now);
    const subscription = readJson(HubSubscription, values.get(subscriptionOf(channel)));
    const pushes = {
      lastPushAt: readJson(z.number(), values.get(pushOf(channel))),
      missed: readJson(z.int(), values.get(missedOf(channel))) ?? 0,
    };
    if (subscription === undefined) return { subscription, answer: undefined, pushes };
    const answers = await this.#state.read([answerOf(subscription.token)], now);
    return { subscription, answer: readJson(HubAnswer, answers.get(answerOf(subscription.token))), pushes };
  }

  /** The channel of a callback, and what it has asked for. */
  async ofToken(
    token: string,
    now: number,
  ): Promise<
    | {
        readonly channel: string;
        readonly subscription: HubSubscription;
        readonly answer: HubAnswer | undefined;
      }
    | undefined
  > {
    const channel = (await this.#state.read([channelOf(token)], now)).get(channelOf(token));
    if (channel === undefined) return undefined;
    const { subscription, answer } = await this.of(channel, now);
    return subscription === undefined || subscription.token !== token
      ? undefined
      : { channel, subscription, answer };
  }

  keep(channel: string, subscription: HubSubscription, now: number): Promise<void> {
    const expiresAt = now + (subscription.mode === 'subscribe' ? keptMs : day);
    return this.#state.write([
      { key: subscriptionOf(channel), value: JSON.stringify(subscription), expiresAt },
      { key: channelOf(subscription.token), value: channel, expiresAt },
    ]);
  }

  keepAnswer(token: string, answer: HubAnswer, now: number): Promise<void> {
    return this.#state.write([
      { key: answerOf(token), value: JSON.stringify(answer), expiresAt: now + keptMs },
    ]);
  }

  /** A push came: whatever polls found before is no sign of silence any more. */
  keepPush(channel: string, now: number): Promise<void> {
    return this.#state.write([
      { key: pushOf(channel), value: String(now), expiresAt: now + keptMs },
      { key: missedOf(channel), value: null },
    ]);
  }

  keepMissed(channel: string, missed: number, now: number): Promise<void> {
    return this.#state.write([{ key: missedOf(channel), value: String(missed), expiresAt: now + keptMs }]);
  }
}
