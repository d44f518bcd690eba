import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { findHubs } from './find-hubs.ts';
import {
  confirmIntent,
  isSignedBody,
  planSubscription,
  pollBesidePushes,
  readIntent,
  subscriptionState,
  type HubAnswer,
  type HubSubscription,
} from './plan-subscription.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_760_000_000_000;
const topic = 'https://news.example.org/feed.xml';
const wanted = {
  hubs: ['https://hub.example.org/', 'https://other.example.org/'],
  topic,
  callbackBase: 'https://mill.example/websub/',
};
const subscription: HubSubscription = {
  token: 't',
  secret: 's',
  hub: 'https://hub.example.org/',
  topic,
  callback: 'https://mill.example/websub/t',
  mode: 'subscribe',
  ask: 1,
  askedAt: now - 60_000,
  attempt: 0,
  sourceId: 'x',
  allowPrivate: [],
};
const confirmed: HubAnswer = { ask: 1, at: now - 59_000, leaseUntil: now + 10 * day };
const noPushes = { missed: 0 };

describe('the hubs of a feed', () => {
  it.each([
    [
      'header',
      { link: '<https://hub.example.org/>; rel="hub", </feed.xml>; rel=self' },
      { hubs: ['https://hub.example.org/'], topic },
    ],
    [
      'header before document',
      {
        link: '<https://h.example/>; rel=hub',
        hubUrl: 'https://doc.example/',
        selfUrl: 'https://doc.example/feed',
      },
      { hubs: ['https://h.example/'], topic: 'https://doc.example/feed' },
    ],
    [
      'several',
      { link: '<https://a.example/>; rel="hub", <https://b.example/>; title="x, y"; rel="hub nofollow"' },
      { hubs: ['https://a.example/', 'https://b.example/'], topic },
    ],
    ['document', { hubUrl: 'https://doc.example/' }, { hubs: ['https://doc.example/'], topic }],
    ['none', { link: '</style.css>; rel=preload' }, undefined],
    ['no web address', { link: '<mailto:x@example.org>; rel=hub' }, undefined],
  ])('%s', (_name, evidence, hubs) => {
    expect(findHubs({ url: topic, ...evidence })).toEqual(hubs);
  });
});

describe('a subscription', () => {
  it.each([
    [
      'asks where nothing is known',
      undefined,
      undefined,
      { do: 'subscribe', isRenewal: false, hub: 'https://hub.example.org/' },
    ],
    ['waits for the hub to ask back', subscription, undefined, { do: 'rest' }],
    [
      'asks another hub when the first never asked back',
      { ...subscription, askedAt: now - hour },
      undefined,
      { do: 'subscribe', hub: 'https://other.example.org/', attempt: 1 },
    ],
    ['waits after a failure', { ...subscription, problem: 'x', retryAt: now + 1 }, undefined, { do: 'rest' }],
    [
      'asks again after that',
      { ...subscription, problem: 'x', retryAt: now - 1 },
      undefined,
      { do: 'subscribe', attempt: 1 },
    ],
    ['rests while it is active', subscription, confirmed, { do: 'rest' }],
    [
      'renews with the same token after three quarters of the lease',
      subscription,
      { ...confirmed, at: now - 3.1 * day, leaseUntil: now + day },
      { do: 'subscribe', isRenewal: true, hub: subscription.hub, attempt: 0 },
    ],
    [
      'asks again for another topic',
      { ...subscription, topic: 'https://news.example.org/old.xml' },
      confirmed,
      { do: 'subscribe', isRenewal: false },
    ],
    [
      'asks again under another public address',
      { ...subscription, callback: 'https://old.example/websub/t' },
      confirmed,
      { do: 'subscribe', isRenewal: false },
    ],
    ['takes a no for a week', subscription, { ask: 1, at: now - day, denied: 'no' }, { do: 'rest' }],
    ['asks again after it', subscription, { ask: 1, at: now - 8 * day, denied: 'no' }, { do: 'subscribe' }],
  ])('%s', (_name, known, answer, plan) => {
    expect(planSubscription({ wanted, subscription: known, answer, pushes: noPushes, now })).toMatchObject(
      plan,
    );
  });
  it('ends where it is not wanted, once', () => {
    expect(
      planSubscription({ wanted: undefined, subscription, answer: confirmed, pushes: noPushes, now }),
    ).toEqual({ do: 'unsubscribe' });
    expect(
      planSubscription({
        wanted: undefined,
        subscription: { ...subscription, mode: 'unsubscribe', ask: 2 },
        answer: confirmed,
        pushes: noPushes,
        now,
      }),
    ).toEqual({ do: 'rest' });
  });
  it('is asked for again when the hub brings nothing of what polls find, at most hourly', () => {
    const facts = { wanted, answer: confirmed, pushes: { missed: 2 }, now };
    expect(planSubscription({ ...facts, subscription })).toEqual({ do: 'rest' });
    expect(
      planSubscription({ ...facts, subscription: { ...subscription, askedAt: now - hour } }),
    ).toMatchObject({ do: 'subscribe', isRenewal: true });
  });
  it('stays active while it is renewed, and when the renewal fails', () => {
    expect(subscriptionState({ ...subscription, ask: 2 }, confirmed, now)).toBe('active');
    expect(subscriptionState({ ...subscription, ask: 2, problem: 'answered 500' }, confirmed, now)).toBe(
      'active',
    );
    expect(
      subscriptionState(
        { ...subscription, ask: 2, problem: 'answered 500' },
        { ...confirmed, leaseUntil: now - 1 },
        now,
      ),
    ).toBe('failed');
  });
});

describe('polling beside pushes', () => {
  const limits = { pollMin: 300_000, pollMax: 12 * hour, isFixed: false };
  const due = now + hour;
  it.each([
    ['is slower while pushes come', confirmed, { missed: 0, lastPushAt: now - hour }, limits, now + 6 * hour],
    ['has its own pace before the first push', confirmed, noPushes, limits, due],
    [
      'has its own pace when the hub has fallen silent',
      confirmed,
      { missed: 2, lastPushAt: now - hour },
      limits,
      due,
    ],
    [
      'has its own pace when the last push is old',
      confirmed,
      { missed: 0, lastPushAt: now - 3 * day },
      limits,
      due,
    ],
    [
      'keeps a configured interval',
      confirmed,
      { missed: 0, lastPushAt: now - hour },
      { ...limits, isFixed: true },
      due,
    ],
    [
      'is not slower than the limit',
      confirmed,
      { missed: 0, lastPushAt: now - hour },
      { ...limits, pollMax: 2 * hour },
      now + 2 * hour,
    ],
    [
      'comes in time to renew a short lease',
      { ask: 1, at: now, leaseUntil: now + 2 * hour },
      { missed: 0, lastPushAt: now },
      limits,
      now + 1.5 * hour,
    ],
    [
      'has its own pace when the lease is over',
      { ask: 1, at: now - day, leaseUntil: now - 1 },
      { missed: 0, lastPushAt: now },
      limits,
      due,
    ],
  ])('%s', (_name, answer, pushes, bounds, at) => {
    expect(pollBesidePushes({ subscription, answer, pushes, now }, due, bounds)).toBe(at);
  });
});

describe('the question of a hub', () => {
  const query = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.challenge': 'c',
      'hub.lease_seconds': '100',
      ...more,
    });
  const answerTo = (more: Record<string, string>, answer?: HubAnswer) => {
    const intent = readIntent(query(more));
    return intent === undefined ? 'no question' : confirmIntent(intent, subscription, answer, now);
  };
  it('is answered while it is pending, once', () => {
    expect(answerTo({})).toEqual({ ask: 1, at: now, leaseUntil: now + 100_000 });
    expect(answerTo({}, confirmed)).toBeUndefined();
  });
  it.each([
    ['another topic', { 'hub.topic': 'https://evil.example/feed' }],
    ['another mode', { 'hub.mode': 'unsubscribe' }],
  ])('is refused for %s', (_name, more) => {
    expect(answerTo(more)).toBeUndefined();
  });
  it.each<[string, Record<string, string>]>([
    ['without challenge', { 'hub.challenge': '' }],
    ['of another mode', { 'hub.mode': 'publish' }],
    ['too long', { 'hub.challenge': 'x'.repeat(5_000) }],
  ])('is none %s', (_name, more) => {
    expect(answerTo(more)).toBe('no question');
  });
  it('believes no endless lease, and knows one where the hub names none', () => {
    expect(answerTo({ 'hub.lease_seconds': '1e99' })).toMatchObject({ leaseUntil: now + 30 * day });
    expect(answerTo({ 'hub.lease_seconds': 'x' })).toMatchObject({ leaseUntil: now + 10 * day });
  });
  it('may be a no at any time', () => {
    expect(answerTo({ 'hub.mode': 'denied', 'hub.reason': 'closed' }, confirmed)).toEqual({
      ask: 1,
      at: now,
      denied: 'closed',
    });
  });
});

describe('a signature', () => {
  const body = new TextEncoder().encode('<feed/>');
  const sign = (method: string, secret = 'secret') =>
    `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('is checked with %s', (method) => {
    expect(isSignedBody(sign(method), 'secret', body)).toBe(true);
    expect(isSignedBody(sign(method).toUpperCase(), 'secret', body)).toBe(true);
    expect(isSignedBody(sign(method, 'other'), 'secret', body)).toBe(false);
    expect(isSignedBody(sign(method), 'secret', new TextEncoder().encode('<feed />'))).toBe(false);
  });
  it.each([
    undefined,
    '',
    'sha256=',
    'sha256=zz',
    'md5=d41d8cd98f00b204e9800998ecf8427e',
    sign('sha1').replace('sha1', 'sha256'),
    `sha256${sign('sha256')}`,
  ])('is not %s', (header) => {
    expect(isSignedBody(header, 'secret', body)).toBe(false);
  });
});
