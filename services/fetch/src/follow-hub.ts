import { createHash, randomBytes } from 'node:crypto';
import type { FrontierItem, Settlement, Source } from '@newsmill/contracts';
import {
  isSilent,
  planSubscription,
  pollBesidePushes,
  retryAfterFailure,
  subscriptionState,
  wantedLeaseSeconds,
  type FeedHubs,
  type HubSubscription,
  type SubscriptionPlan,
} from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { RolePorts } from '@newsmill/runtime';
import { z } from 'zod';
import { HubMemory, type HubFacts } from './hub-memory.ts';

export interface HubFollowerPorts extends Pick<RolePorts, 'state' | 'note' | 'now'> {
  readonly http: HttpClient;
  /** Address under which hubs reach this mill; without it feeds are polled alone. */
  readonly publicUrl: string | undefined;
  readonly retryLadder: readonly number[];
  readonly pollMin: number;
  readonly pollMax: number;
}

/** Keeps subscriptions in line with what feeds say and sources want. */
export interface HubFollower {
  /** After a poll, while the channel is still claimed: asks its hub where that is due; answers the settlement with the pace that pushes allow. `fresh`: pages of the poll that were not known. */
  follow(item: FrontierItem, source: Source, settlement: Settlement, fresh: number): Promise<Settlement>;
  /** Channels that go: their hubs are asked to send nothing more. */
  leave(items: readonly FrontierItem[]): Promise<void>;
}

const KeptHubs = z.object({ hubs: z.array(z.string()), topic: z.string() });
const KeptChannel = z.object({ interval: z.string().optional() });
const answerBytes = 65_536;
const hubTimeoutMs = 10_000;
/** A hub that did not answer is left alone so long, by all channels. */
const hubPauseMs = 300_000;

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

/** Keeps subscriptions over the guarded client, one request at a time for each hub: many channels share one. */
export function createHubFollower(ports: HubFollowerPorts): HubFollower {
  const turns = new Map<string, Promise<unknown>>();
  const memory = new HubMemory(ports.state);
  const callbackBase =
    ports.publicUrl === undefined ? undefined : `${ports.publicUrl.replace(/\/+$/, '')}/websub/`;

  async function send(subscription: HubSubscription): Promise<Refusal | undefined> {
    try {
      const answer = await ports.http.send({
        url: subscription.hub,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' },
        requestBody: formOf(subscription),
        allowPrivate: subscription.allowPrivate,
        maxBytes: answerBytes,
        onTooLarge: 'truncate',
        verify: false,
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

  async function ask(
    item: Pick<FrontierItem, 'key' | 'url'>,
    subscription: HubSubscription,
  ): Promise<HubSubscription> {
    const { host } = new URL(subscription.hub);
    const before = turns.get(host);
    const turn = (async () => {
      await before?.catch(() => undefined); // whoever asked has been told
      return askNow(item, subscription);
    })();
    turns.set(host, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(host) === turn) turns.delete(host);
    }
  }

  /** Asks the hub. What is asked for is kept before: the hub may ask back before it has answered. */
  async function askNow(
    item: Pick<FrontierItem, 'key' | 'url'>,
    subscription: HubSubscription,
  ): Promise<HubSubscription> {
    const pause = (await ports.state.read([pauseOf(subscription.hub)], ports.now())).get(
      pauseOf(subscription.hub),
    );
    if (pause !== undefined)
      return failed(item, subscription, {
        reason: `the hub does not answer (${pause})`,
        isFinal: false,
        isAway: false,
      });
    await memory.keep(item.key, subscription, ports.now());
    ports.note('websub.asked', {
      source: subscription.sourceId,
      url: item.url,
      hub: subscription.hub,
      mode: subscription.mode,
    });
    const refusal = await send(subscription);
    if (refusal === undefined) return subscription;
    if (refusal.isAway)
      await ports.state.write([
        {
          key: pauseOf(subscription.hub),
          value: refusal.reason,
          expiresAt: ports.now() + Math.min(hubPauseMs, retryAfterFailure(0, ports.retryLadder, false)),
        },
      ]);
    return failed(item, subscription, refusal);
  }

  async function failed(
    item: Pick<FrontierItem, 'key' | 'url'>,
    subscription: HubSubscription,
    { reason, isFinal }: Refusal,
  ): Promise<HubSubscription> {
    ports.note('websub.failed', {
      source: subscription.sourceId,
      url: item.url,
      hub: subscription.hub,
      reason,
    });
    const told: HubSubscription = {
      ...subscription,
      problem: reason,
      retryAt: ports.now() + retryAfterFailure(subscription.attempt, ports.retryLadder, isFinal),
    };
    await memory.keep(item.key, told, ports.now());
    return told;
  }

  function asked(
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
      askedAt: ports.now(),
      attempt: plan.attempt,
      sourceId: source.id,
      allowPrivate: [...source.allowPrivate],
    };
  }

  function leaving(subscription: HubSubscription): HubSubscription {
    const { problem: _problem, retryAt: _retryAt, ...rest } = subscription;
    return { ...rest, mode: 'unsubscribe', ask: subscription.ask + 1, askedAt: ports.now(), attempt: 0 };
  }

  async function carryOut(
    plan: SubscriptionPlan,
    item: FrontierItem,
    source: Source,
    known: HubSubscription | undefined,
  ): Promise<HubSubscription | undefined> {
    if (plan.do === 'subscribe' && callbackBase !== undefined)
      return ask(item, asked(plan, known, source, callbackBase));
    if (plan.do === 'unsubscribe' && known !== undefined) return ask(item, leaving(known));
    return known;
  }

  /** Counts polls that found what no push had brought. */
  async function listen(item: FrontierItem, facts: HubFacts, fresh: number): Promise<HubFacts> {
    const { subscription, answer, pushes } = facts;
    if (
      fresh === 0 ||
      subscription === undefined ||
      subscriptionState(subscription, answer, ports.now()) !== 'active'
    )
      return facts;
    const missed = pushes.missed + 1;
    await memory.keepMissed(item.key, missed, ports.now());
    if (isSilent({ missed }) && !isSilent(pushes))
      ports.note('websub.silent', { source: item.sourceId, url: item.url, hub: subscription.hub });
    return { ...facts, pushes: { ...pushes, missed } };
  }

  function told(settlement: Settlement, dueAt: number, facts: HubFacts): Settlement {
    const { subscription, answer, pushes } = facts;
    const state = subscriptionState(subscription, answer, ports.now());
    const { why } = settlement.data;
    const words: Partial<Record<typeof state, string>> = {
      active: isSilent(pushes)
        ? 'the hub brings nothing, so polling goes on as without it'
        : 'the hub pushes',
      pending: 'the hub was asked to push',
      denied: `the hub refused (${answer?.denied ?? ''})`,
      failed: `the hub does not push (${subscription?.problem ?? 'it never asked back'})`,
    };
    const word = words[state];
    const isSubscribed = subscription?.mode === 'subscribe' ? true : undefined;
    return {
      ...settlement,
      dueAt,
      data: {
        ...settlement.data,
        isSubscribed,
        ...(word === undefined ? {} : { why: typeof why === 'string' ? `${why}; ${word}` : word }),
      },
    };
  }

  return {
    async follow(item, source, settlement, fresh) {
      const named = KeptHubs.safeParse(settlement.data['hubs']);
      const isWanted =
        source.websub === 'auto' && source.enabled && callbackBase !== undefined && named.success;
      // Most feeds name no hub: they cost no look at the memory.
      if (!isWanted && item.data['isSubscribed'] !== true) return settlement;
      const known = await memory.of(item.key, ports.now());
      const facts = await listen(item, known, fresh);
      const hubs: FeedHubs | undefined = named.success ? named.data : undefined;
      const wanted = isWanted && hubs !== undefined ? { ...hubs, callbackBase } : undefined;
      // What failed under other rights may succeed under those of now.
      const isOutdated =
        facts.subscription?.problem !== undefined &&
        facts.subscription.allowPrivate.join() !== source.allowPrivate.join();
      const plan = planSubscription({
        wanted,
        ...facts,
        ...(isOutdated ? { subscription: undefined } : {}),
        now: ports.now(),
      });
      const subscription = await carryOut(plan, item, source, facts.subscription);
      // The callback may have been asked meanwhile.
      const after: HubFacts =
        plan.do === 'rest'
          ? facts
          : { ...(await memory.of(item.key, ports.now())), subscription, pushes: facts.pushes };
      if (settlement.dueAt === null) return settlement;
      const isFixed = KeptChannel.safeParse(settlement.data['channel']).data?.interval !== undefined;
      const isFailing = settlement.attempt > 0;
      const dueAt = isFailing
        ? settlement.dueAt
        : pollBesidePushes({ ...after, now: ports.now() }, settlement.dueAt, {
            pollMin: ports.pollMin,
            pollMax: ports.pollMax,
            isFixed,
          });
      return told(settlement, dueAt, after);
    },
    async leave(items) {
      await Promise.all(
        items.map(async (item) => {
          const { subscription, answer } = await memory.of(item.key, ports.now());
          const state = subscriptionState(subscription, answer, ports.now());
          if (subscription !== undefined && (state === 'active' || state === 'pending'))
            await ask(item, leaving(subscription));
        }),
      );
    },
  };
}
