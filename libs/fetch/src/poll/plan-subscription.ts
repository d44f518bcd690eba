import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { FeedHubs } from './find-hubs.ts';

const day = 86_400_000;

/** Lease that hubs are asked for, seconds. */
export const wantedLeaseSeconds = 10 * 86_400;
/** A longer lease is not believed: the subscription is asked for again by then. */
const longestLeaseSeconds = 30 * 86_400;
/** A hub that has not asked back by then will not do so. */
const confirmationMs = 600_000;
/** A hub or publisher who said no is asked again so much later. */
const refusedMs = 7 * day;
/** Polls in a row that may find what no push brought; one can overtake its push. */
const mostMissed = 2;
/** Pushes older than this say nothing of today. */
const pushesAreNewsMs = 2 * day;
/** How much slower a channel is polled while pushes come. */
const slower = 6;

/** What the fetcher has asked a hub for. Kept as JSON, one for each channel. Times in epoch milliseconds. */
export const HubSubscription = z.object({
  token: z.string(),
  secret: z.string(),
  hub: z.string(),
  topic: z.string(),
  callback: z.string(),
  mode: z.enum(['subscribe', 'unsubscribe']),
  /** Number of this asking; an answer names the one it answers. */
  ask: z.int(),
  askedAt: z.number(),
  /** Askings in a row that led to nothing. */
  attempt: z.int(),
  problem: z.string().optional(),
  /** After a failure: not before. */
  retryAt: z.number().optional(),
  sourceId: z.string(),
  /** Private hosts that the source might reach when it asked. */
  allowPrivate: z.array(z.string()),
});
export type HubSubscription = z.output<typeof HubSubscription>;

/** What the hub answered at the callback. */
export const HubAnswer = z.object({
  ask: z.int(),
  at: z.number(),
  leaseUntil: z.number().optional(),
  denied: z.string().optional(),
});
export type HubAnswer = z.output<typeof HubAnswer>;

/** Where pushes of a channel stand. */
export interface PushMemory {
  /** Last push that was taken. */
  readonly lastPushAt?: number | undefined;
  /** Polls in a row, since the last push, that found something no push had brought. */
  readonly missed: number;
}

export type SubscriptionState = 'none' | 'pending' | 'active' | 'denied' | 'failed' | 'left';

/** Where a subscription stands. Renewing leaves an active one active. */
export function subscriptionState(
  subscription: HubSubscription | undefined,
  answer: HubAnswer | undefined,
  now: number,
): SubscriptionState {
  if (subscription === undefined) return 'none';
  if (subscription.mode === 'unsubscribe') return 'left';
  const isAnswered = answer?.ask === subscription.ask;
  if (isAnswered && answer.denied !== undefined) return 'denied';
  if (answer?.leaseUntil !== undefined && answer.leaseUntil > now) return 'active';
  if (!isAnswered && subscription.problem === undefined && now < subscription.askedAt + confirmationMs)
    return 'pending';
  return 'failed';
}

export type SubscriptionPlan =
  | { readonly do: 'rest' }
  /** `isRenewal`: under the token that it has; otherwise under a new one. */
  | {
      readonly do: 'subscribe';
      readonly hub: string;
      readonly topic: string;
      readonly attempt: number;
      readonly isRenewal: boolean;
    }
  | { readonly do: 'unsubscribe' };

export interface SubscriptionFacts {
  /** What is wanted now; undefined: polling alone. */
  readonly wanted: (FeedHubs & { readonly callbackBase: string }) | undefined;
  readonly subscription: HubSubscription | undefined;
  readonly answer: HubAnswer | undefined;
  readonly pushes: PushMemory;
  readonly now: number;
}

/** When an active subscription is asked for again: after three quarters of its lease. */
function renewalDue(answer: HubAnswer | undefined): number | undefined {
  return answer?.leaseUntil === undefined ? undefined : answer.at + (answer.leaseUntil - answer.at) * 0.75;
}

/** Whether a hub that has a subscription brings nothing of what the channel has. */
export function isSilent(pushes: PushMemory): boolean {
  return pushes.missed >= mostMissed;
}

/** When a failed asking is worth another one. */
export function retryAfterFailure(attempt: number, ladder: readonly number[], isFinal: boolean): number {
  return isFinal ? refusedMs : (ladder[attempt] ?? day);
}

/** What is to be done about the subscription of a channel now. */
export function planSubscription({
  wanted,
  subscription,
  answer,
  pushes,
  now,
}: SubscriptionFacts): SubscriptionPlan {
  const state = subscriptionState(subscription, answer, now);
  if (wanted === undefined)
    return state === 'active' || state === 'pending' ? { do: 'unsubscribe' } : { do: 'rest' };
  const { hubs, topic } = wanted;
  const first = hubs[0];
  if (first === undefined) return { do: 'rest' };
  const isSame =
    subscription !== undefined &&
    hubs.includes(subscription.hub) &&
    subscription.topic === topic &&
    subscription.callback.startsWith(wanted.callbackBase);
  if (!isSame || state === 'left' || state === 'none')
    return { do: 'subscribe', hub: first, topic, attempt: 0, isRenewal: false };
  const again: SubscriptionPlan = {
    do: 'subscribe',
    hub: subscription.hub,
    topic,
    attempt: 0,
    isRenewal: true,
  };
  if (state === 'pending') return { do: 'rest' };
  if (state === 'denied') return now < (answer?.at ?? 0) + refusedMs ? { do: 'rest' } : again;
  if (now < (subscription.retryAt ?? 0)) return { do: 'rest' };
  if (state === 'active') {
    const isDue = now >= (renewalDue(answer) ?? now);
    const isPending =
      answer?.ask !== subscription.ask &&
      now < subscription.askedAt + confirmationMs &&
      subscription.problem === undefined;
    const isForgotten = isSilent(pushes) && now >= subscription.askedAt + day / 24;
    if (isPending || !(isDue || isForgotten)) return { do: 'rest' };
    return { ...again, attempt: subscription.problem === undefined ? 0 : subscription.attempt + 1 };
  }
  const attempt = subscription.attempt + 1;
  return { ...again, hub: hubs[attempt % hubs.length] ?? first, attempt };
}

/**
 * When a channel with these pushes is polled next, where it would be at `dueAt`: later while pushes come,
 * soon enough to renew the lease.
 */
export function pollBesidePushes(
  facts: Pick<SubscriptionFacts, 'subscription' | 'answer' | 'pushes' | 'now'>,
  dueAt: number,
  limits: { readonly pollMin: number; readonly pollMax: number; readonly isFixed: boolean },
): number {
  const { subscription, answer, pushes, now } = facts;
  const state = subscriptionState(subscription, answer, now);
  // A hub asks back within seconds; whether it did shows at the next poll, which need not come sooner for
  // that.
  if (state !== 'active') return dueAt;
  const comes =
    !isSilent(pushes) && pushes.lastPushAt !== undefined && now - pushes.lastPushAt < pushesAreNewsMs;
  const wait = dueAt - now;
  const slow =
    comes && !limits.isFixed ? now + Math.max(wait, Math.min(wait * slower, limits.pollMax)) : dueAt;
  const renewal = renewalDue(answer) ?? slow;
  return renewal >= slow ? slow : Math.max(renewal, now + Math.min(wait, limits.pollMin));
}

export type Intent =
  | {
      readonly mode: 'subscribe' | 'unsubscribe';
      readonly topic: string;
      readonly challenge: string;
      readonly leaseSeconds: number;
    }
  | { readonly mode: 'denied'; readonly topic: string; readonly reason: string };

/** What a hub asks at the callback (WebSub, 5.2 and 5.3); undefined when that is no question of a hub. */
export function readIntent(query: URLSearchParams): Intent | undefined {
  const mode = query.get('hub.mode');
  const topic = query.get('hub.topic');
  if (topic === null) return undefined;
  if (mode === 'denied') return { mode, topic, reason: (query.get('hub.reason') ?? '').slice(0, 200) };
  const challenge = query.get('hub.challenge');
  if (
    (mode !== 'subscribe' && mode !== 'unsubscribe') ||
    challenge === null ||
    challenge === '' ||
    challenge.length > 4_096
  )
    return undefined;
  const lease = Number(query.get('hub.lease_seconds') ?? Number.NaN);
  return {
    mode,
    topic,
    challenge,
    leaseSeconds:
      Number.isFinite(lease) && lease > 0 ? Math.min(lease, longestLeaseSeconds) : wantedLeaseSeconds,
  };
}

/**
 * What the callback has to keep when it says yes to a hub; undefined: say no, nothing of the kind is pending.
 */
export function confirmIntent(
  intent: Intent,
  subscription: HubSubscription,
  answer: HubAnswer | undefined,
  now: number,
): HubAnswer | undefined {
  if (intent.topic !== subscription.topic) return undefined;
  if (intent.mode === 'denied') return { ask: subscription.ask, at: now, denied: intent.reason };
  if (intent.mode !== subscription.mode || answer?.ask === subscription.ask) return undefined;
  return {
    ask: subscription.ask,
    at: now,
    ...(intent.mode === 'subscribe' ? { leaseUntil: now + intent.leaseSeconds * 1_000 } : {}),
  };
}

const algorithms: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/**
 * Whether `X-Hub-Signature` (WebSub, 8) proves that the body comes from who knows the secret. Takes the same
 * time for any wrong one.
 */
export function isSignedBody(header: string | undefined, secret: string, body: Uint8Array): boolean {
  const [, method = '', signature = ''] = /^\s*(sha\d{1,3})=([0-9a-f]{40,128})\s*$/i.exec(header ?? '') ?? [];
  if (!algorithms.has(method.toLowerCase())) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
