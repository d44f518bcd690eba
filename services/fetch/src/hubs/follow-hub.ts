import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchItem, FetchSettlement, FrontierItem, ItemMemory, Source } from '@newsmill/contracts';
import {
  isSilent,
  planSubscription,
  pollBesidePushes,
  subscriptionState,
  type HubSubscription,
  type SubscriptionPlan,
} from '@newsmill/fetch';
import { HubAsker, type HubAskerPorts } from './ask-hub.ts';
import { HubMemory, type HubFacts } from '@newsmill/operate';

export interface HubFollowerPorts extends HubAskerPorts {
  /** Address under which hubs reach this mill; without it feeds are polled alone. */
  readonly publicUrl: string | undefined;
  readonly pollMin: number;
  readonly pollMax: number;
}

function leaving(subscription: HubSubscription, now: number): HubSubscription {
  const { problem: _problem, retryAt: _retryAt, ...rest } = subscription;
  return { ...rest, mode: 'unsubscribe', ask: subscription.ask + 1, askedAt: now, attempt: 0 };
}

const leavingMs = 10_000;

/** Keeps subscriptions in line with what feeds say and sources want. */
export class HubFollower {
  readonly #ports: HubFollowerPorts;
  readonly #memory: HubMemory;
  readonly #hubs: HubAsker;
  readonly #callbackBase: string | undefined;

  constructor(ports: HubFollowerPorts) {
    this.#ports = ports;
    this.#memory = new HubMemory(ports.state);
    this.#hubs = new HubAsker(ports, this.#memory);
    const { publicUrl } = ports;
    this.#callbackBase =
      publicUrl === undefined ? undefined : `${publicUrl.replace(/(?<!\/)\/+$/, '')}/websub/`;
  }

  /**
   * After a poll, while the channel is still claimed: asks its hub where that is due; answers the settlement
   * with the pace that pushes allow. `fresh`: pages of the poll that were not known.
   */
  async follow(
    item: FetchItem,
    source: Source,
    settlement: FetchSettlement,
    fresh: number,
  ): Promise<FetchSettlement> {
    const { hubs, channel } = settlement.data;
    const isWanted =
      source.websub === 'auto' && source.enabled && this.#callbackBase !== undefined && hubs !== undefined;
    // Most feeds name no hub: they cost no look at the memory.
    if (!isWanted && item.data.isSubscribed !== true) return settlement;
    const known = await this.#memory.of(item.key, this.#ports.now());
    const facts = await this.#listen(item, known, fresh);
    const wanted = isWanted ? { ...hubs, callbackBase: this.#callbackBase } : undefined;
    // What failed under other rights may succeed under those of now.
    const isOutdated =
      facts.subscription?.problem !== undefined &&
      facts.subscription.allowPrivate.join() !== source.allowPrivate.join();
    const wish = planSubscription({
      wanted,
      ...facts,
      ...(isOutdated ? { subscription: undefined } : {}),
      now: this.#ports.now(),
    });
    const asked = wish.do === 'subscribe' ? wish.hub : facts.subscription?.hub;
    const plan: SubscriptionPlan = asked !== undefined && this.#hubs.isBusy(asked) ? { do: 'rest' } : wish;
    const subscription = await this.#carryOut(plan, item, source, facts.subscription);
    // The callback may have been asked meanwhile.
    const after: HubFacts =
      plan.do === 'rest'
        ? facts
        : { ...(await this.#memory.of(item.key, this.#ports.now())), subscription, pushes: facts.pushes };
    if (settlement.dueAt === null) return settlement;
    const isFixed = channel?.interval !== undefined;
    const isFailing = settlement.attempt > 0;
    const dueAt = isFailing
      ? settlement.dueAt
      : pollBesidePushes({ ...after, now: this.#ports.now() }, settlement.dueAt, {
          pollMin: this.#ports.pollMin,
          pollMax: this.#ports.pollMax,
          isFixed,
        });
    return this.#told(settlement, dueAt, after);
  }

  /**
   * Channels that go: their hubs are asked to send nothing more. After `mostMs` what is left of that goes on by
   * itself: sources that come must not wait for slow hubs of those that go.
   */
  async leave(items: readonly FrontierItem[], mostMs = leavingMs): Promise<void> {
    const asked = Promise.all(
      items.map(async (item) => {
        const { subscription, answer } = await this.#memory.of(item.key, this.#ports.now());
        const state = subscriptionState(subscription, answer, this.#ports.now());
        if (subscription !== undefined && (state === 'active' || state === 'pending'))
          await this.#hubs.ask(item, leaving(subscription, this.#ports.now()));
      }),
    );
    await Promise.race([asked, sleep(mostMs, undefined, { ref: false })]);
  }

  #asked(
    plan: Extract<SubscriptionPlan, { do: 'subscribe' }>,
    known: HubSubscription | undefined,
    source: Source,
    base: string,
  ): HubSubscription {
    const kept = plan.isRenewal ? known : undefined;
    const token = kept?.token ?? randomBytes(32).toString('base64url');
    const secret = kept?.secret ?? randomBytes(32).toString('base64url');
    return {
      token,
      secret,
      hub: plan.hub,
      topic: plan.topic,
      callback: `${base}${token}`,
      mode: 'subscribe',
      ask: (kept?.ask ?? 0) + 1,
      askedAt: this.#ports.now(),
      attempt: plan.attempt,
      sourceId: source.id,
      allowPrivate: [...source.allowPrivate],
    };
  }

  async #carryOut(
    plan: SubscriptionPlan,
    item: FetchItem,
    source: Source,
    known: HubSubscription | undefined,
  ): Promise<HubSubscription | undefined> {
    if (plan.do === 'subscribe' && this.#callbackBase !== undefined)
      return this.#hubs.ask(item, this.#asked(plan, known, source, this.#callbackBase));
    if (plan.do === 'unsubscribe' && known !== undefined)
      return this.#hubs.ask(item, leaving(known, this.#ports.now()));
    return known;
  }

  /** Counts polls that found what no push had brought. */
  async #listen(item: FetchItem, facts: HubFacts, fresh: number): Promise<HubFacts> {
    const { subscription, answer, pushes } = facts;
    if (
      fresh === 0 ||
      subscription === undefined ||
      subscriptionState(subscription, answer, this.#ports.now()) !== 'active'
    )
      return facts;
    const missed = pushes.missed + 1;
    await this.#memory.keepMissed(item.key, missed, this.#ports.now());
    if (isSilent({ missed }) && !isSilent(pushes))
      this.#ports.note('websub.silent', { source: item.sourceId, url: item.url, hub: subscription.hub });
    return { ...facts, pushes: { ...pushes, missed } };
  }

  #told(settlement: FetchSettlement, dueAt: number, facts: HubFacts): FetchSettlement {
    const { subscription, answer, pushes } = facts;
    const state = subscriptionState(subscription, answer, this.#ports.now());
    const { why } = settlement.data;
    const words: Partial<Record<typeof state, string>> = {
      active: isSilent(pushes) ? 'the hub is silent; polling keeps its own pace' : 'the hub pushes',
      pending: 'the hub was asked to push',
      denied: `the hub refused (${answer?.denied ?? ''})`,
      failed: `the hub does not push (${subscription?.problem ?? 'it never confirmed'})`,
    };
    const word = words[state];
    const isSubscribed = subscription?.mode === 'subscribe' ? true : undefined;
    const heard: ItemMemory = word === undefined ? {} : { why: why === undefined ? word : `${why}; ${word}` };
    return { ...settlement, dueAt, data: { ...settlement.data, isSubscribed, ...heard } };
  }
}
