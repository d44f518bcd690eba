import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { signWebhook } from './sign-webhook.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = `whsec_${Buffer.from('another secret of thirty-two byt').toString('base64')}`;

describe('signWebhook', () => {
  it('gives the signature of the test vector of Standard Webhooks', () => {
    const headers = signWebhook(
      { secret },
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', now: 1_614_265_330_000 },
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is believed by the reference library, and not with another body or secret', () => {
    const body = JSON.stringify({ title: 'Größe 🐟' });
    const headers = signWebhook({ secret }, { id: 'msg_1', body, now: Date.now() });
    expect(new Webhook(secret).verify(body, headers)).toEqual({ title: 'Größe 🐟' });
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    expect(() => new Webhook(other).verify(body, headers)).toThrow();
  });

  it('signs with both secrets for as long as the old one holds', () => {
    const now = Date.now();
    const rotated = { secret: other, previous: secret, previousUntil: now + 1_000 };
    const both = signWebhook(rotated, { id: 'msg_1', body: '{}', now });
    for (const each of [secret, other]) expect(new Webhook(each).verify('{}', both)).toEqual({});
    const later = signWebhook(rotated, { id: 'msg_1', body: '{}', now: now + 1_000 });
    expect(() => new Webhook(secret).verify('{}', later)).toThrow();
  });
});
