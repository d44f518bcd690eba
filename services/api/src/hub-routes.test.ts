import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HubCallback } from '@newsmill/operate';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';

type Content = Parameters<HubCallback['take']>[1];

describe('the callback of hubs', () => {
  let app: SeededApp;
  let bare: SeededApp;
  const taken: Content[] = [];
  const hubCallback: HubCallback = {
    confirm: async (token, query) =>
      token === 'known' ? (query.get('hub.challenge') ?? undefined) : undefined,
    async take(token, content) {
      if (token !== 'known') return 'gone';
      taken.push(content);
      return 'taken';
    },
  };
  beforeAll(async () => {
    [app, bare] = [await openSeededApp({ hubCallback }), await openSeededApp()];
  });
  afterAll(async () => {
    await app.close();
    await bare.close();
  });

  /** fetch does not let a caller choose Host; a plain request does. */
  function send(
    address: string,
    path: string,
    options: {
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
    } = {},
  ): Promise<{ readonly status: number; readonly type: string; readonly body: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        address + path,
        { method: options.method ?? 'GET', headers: { host: 'mill.public.example', ...options.headers } },
        (answer) => {
          let body = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => (body += part));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body }),
          );
        },
      );
      sent.on('error', reject).end(options.body);
    });
  }

  it('echoes a challenge as plain text, under any name of the mill and without a key', async () => {
    expect(await send(app.address, '/websub/known?hub.challenge=%3Cb%3E%20%26x')).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      body: '<b> &x',
    });
    expect((await send(app.address, '/websub/unknown?hub.challenge=x')).status).toBe(404);
  });
  it('hands bodies of any type on byte for byte', async () => {
    const bodies: [string, Buffer][] = [
      ['application/json', Buffer.from('{ "a" : 1 }\n')],
      ['application/atom+xml', Buffer.from([0x3c, 0xff, 0x00, 0x3e])],
      ['application/x-www-form-urlencoded', Buffer.from('a=1&a=2')],
      ['text/plain', Buffer.from('x')],
    ];
    for (const [type, body] of bodies) {
      expect(
        (
          await send(app.address, '/websub/known', {
            method: 'POST',
            headers: { 'content-type': type, 'x-hub-signature': 'sha1=0', link: '<x>; rel=self' },
            body,
          })
        ).status,
      ).toBe(202);
      const content = taken.at(-1);
      expect(Buffer.from(content?.body ?? []).equals(body)).toBe(true);
      expect(content).toMatchObject({ contentType: type, signature: 'sha1=0', link: '<x>; rel=self' });
    }
  });
  it('takes an empty push, and tells who pushes to nobody', async () => {
    expect((await send(app.address, '/websub/known', { method: 'POST' })).status).toBe(202);
    expect(
      (
        await send(app.address, '/websub/unknown', {
          method: 'POST',
          body: 'x',
          headers: { 'content-type': 'text/plain' },
        })
      ).status,
    ).toBe(410);
  });
  it('refuses a body above its limit', async () => {
    const sent = send(app.address, '/websub/known', {
      method: 'POST',
      body: Buffer.alloc(8_000_001),
      headers: { 'content-type': 'text/xml' },
    });
    expect((await sent).status).toBe(413);
  });
  it('refuses a body of crumbs without number, and takes one of many', async () => {
    const crumbs = (count: number): Promise<string> =>
      new Promise((resolve) => {
        let answer = '';
        const socket = connect(Number(new URL(app.address).port), '127.0.0.1');
        socket.setEncoding('utf8').on('data', (text: string) => {
          answer += text;
          if (answer.includes('\r\n\r\n')) socket.destroy();
        });
        socket.on('error', () => undefined).on('close', () => resolve(answer.split('\r\n', 1)[0] ?? ''));
        socket.write(
          `POST /websub/known HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/xml\r\ntransfer-encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(count)}0\r\n\r\n`,
        );
      });
    expect(await crumbs(9_000)).toBe('HTTP/1.1 202 Accepted');
    expect(taken.at(-1)?.body.length).toBe(9_000);
    expect(await crumbs(200_000)).toBe('HTTP/1.1 413 Payload Too Large');
    expect(taken.at(-1)?.body.length).toBe(9_000);
  });
  it('opens nothing else: other paths need the right host, and JSON is still read there', async () => {
    expect((await send(app.address, '/api/v1/sources')).status).toBe(421);
    expect((await send(app.address, '/websub')).status).toBe(421);
    const preview = await fetch(`${app.address}/api/v1/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"url":"https://a.example/"}',
    });
    expect(preview.status).toBe(401);
  });
  it('is not there where hubs cannot reach the mill', async () => {
    expect((await send(bare.address, '/websub/known?hub.challenge=x')).status).toBe(404);
  });
});
