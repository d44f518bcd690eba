import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createTcp } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { SavedSearchInput, type SavedSearch } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { readSettings } from '@newsmill/settings';
import { serverCertificate } from '../../../http/src/testing/certificates.ts';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import type { AlertMessage, AlertNews } from './chat-messages.ts';
import { sendAlert } from './send-alert.ts';
import { sendMail } from './send-mail.ts';

const http = createHttpClient({ userAgent: 'newsmill-test/1' });
const at = Date.UTC(2026, 10, 28, 8);
const evil = sampleArticle('a1', {
  title: '<!channel> *Quay* & <@U1> [x](javascript:1) @room <b>|</b>\r\nBcc: all@desk.example',
  summary: 'A <script>alert(1)</script> line.',
  url: 'https://paper.example/news?a=1|2&b=<3>',
});
const news: AlertNews = {
  search: { id: 's1', name: 'Harbour\r\nX-Evil: 1', q: 'harbour' },
  articles: [evil],
  missed: 2,
};
const message: AlertMessage = { type: 'search.matched', id: 'msg_1', at, now: at, news };
const searchTo = (target: object): SavedSearch => ({
  ...SavedSearchInput.parse({ name: 'x', ...target }),
  createdAt: 0,
  updatedAt: 0,
});

describe('sendAlert to chats', () => {
  let server: Server;
  let url: string;
  const got: {
    method?: string | undefined;
    url?: string | undefined;
    token?: string | undefined;
    body: string;
  }[] = [];
  let answer: { status: number; headers?: Record<string, string> } = { status: 200 };
  let isEndless = false;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        got.push({ method: request.method, url: request.url, token: request.headers.authorization, body });
        response.writeHead(answer.status, answer.headers);
        if (!isEndless) return response.end('{}');
        const timer = setInterval(() => response.write(' '), 20);
        return response.on('close', () => clearInterval(timer));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  });
  afterEach(() => {
    answer = { status: 200 };
    isEndless = false;
    got.splice(0);
  });
  afterAll(async () => {
    server.close();
    await http.close();
  });
  const send = (target: object, of = message) =>
    sendAlert(
      { http, settings: readSettings({ NEWSMILL_MATRIX_URL: url, NEWSMILL_MATRIX_TOKEN: 'tok' }) },
      searchTo(target),
      undefined,
      of,
    );
  const webhook = (format: string) => ({ webhook: { url, allowPrivate: true, format } });

  it('writes a message of Slack in which nothing calls anybody', async () => {
    expect(await send(webhook('slack'))).toEqual({ kind: 'sent', status: 200 });
    const { blocks, text } = JSON.parse(got[0]?.body ?? '');
    expect(blocks[0]).toEqual({
      type: 'header',
      text: { type: 'plain_text', text: 'Harbour X-Evil: 1', emoji: false },
    });
    expect(blocks[1].text.text.split('\n')).toEqual([
      '<https://paper.example/news?a=1%7C2&amp;b=&lt;3&gt;|&lt;!channel&gt; *Quay* &amp; &lt;@U1&gt; [x](javascript:1) @room &lt;b&gt;¦&lt;/b&gt; Bcc: all@desk.example>',
      'paper, 2026-10-20 10:00 UTC',
      'A &lt;script&gt;alert(1)&lt;/script&gt; line.',
    ]);
    expect(blocks[2].text.text).toBe('and 2 more');
    expect(text).not.toMatch(/<[!@]/);
  });

  it('keeps within what Slack, Teams and Matrix take', async () => {
    const many = {
      ...news,
      articles: Array.from({ length: 500 }, (_, i) => sampleArticle(`m${i}`, { summary: 'é'.repeat(900) })),
    };
    for (const target of [webhook('slack'), webhook('teams'), { matrix: { room: '!r:x' } }])
      await send(target, { ...message, news: many });
    const [slack, teams, matrix] = got.map(({ body }) => body);
    expect(JSON.parse(slack ?? '').blocks.length).toBeLessThanOrEqual(50);
    expect(Buffer.byteLength(teams ?? '')).toBeLessThan(28_000);
    expect(Buffer.byteLength(matrix ?? '')).toBeLessThan(65_536);
    for (const body of [slack, teams, matrix]) expect(body).toMatch(/and 4\d\d more/);
  });

  it('says that a test is one, and of articles that are gone that they are', async () => {
    const without = { ...message, news: { ...news, articles: [], missed: 0 } };
    const targets = [webhook('slack'), webhook('teams'), { matrix: { room: '!r:x' } }];
    for (const target of targets) await send(target, { ...without, type: 'search.tested' });
    for (const target of targets) await send(target, without);
    const test = expect.stringContaining('This is a test of newsmill');
    const gone = expect.stringContaining('What was found is no longer in the library.');
    expect(got.map(({ body }) => body)).toEqual([test, test, test, gone, gone, gone]);
  });

  it('writes a card of Teams, its marks escaped', async () => {
    await send(webhook('teams'));
    const { type, attachments } = JSON.parse(got[0]?.body ?? '');
    expect([type, attachments[0].contentType]).toEqual([
      'message',
      'application/vnd.microsoft.card.adaptive',
    ]);
    const [, article] = attachments[0].content.body;
    expect(article.selectAction).toEqual({ type: 'Action.OpenUrl', url: evil.url });
    expect(article.items[0].text).toContain('\\*Quay\\* & ‹@U1> \\[x\\]\\(javascript:1\\)');
  });

  it('puts an event into a room of Matrix under the id of the delivery', async () => {
    await send({ matrix: { room: '!roomx:matrix.example' } });
    expect(got[0]).toMatchObject({
      method: 'PUT',
      url: '/_matrix/client/v3/rooms/!roomx%3Amatrix.example/send/m.room.message/msg_1',
      token: 'Bearer tok',
    });
    const event = JSON.parse(got[0]?.body ?? '');
    expect(event).toMatchObject({ msgtype: 'm.notice', 'm.mentions': {} });
    expect(event.formatted_body).not.toContain('<script>');
  });

  it('waits as long as a server that has enough says', async () => {
    answer = { status: 429, headers: { 'retry-after': '30' } };
    expect(await send(webhook('slack'))).toEqual({
      kind: 'failed',
      problem: 'it answered 429',
      isFinal: false,
      waitMs: 30_000,
    });
  });

  it('has arrived once the receiver says so, though the rest of its answer never ends: it is not sent twice', async () => {
    isEndless = true;
    expect(await send(webhook('slack'))).toEqual({ kind: 'sent', status: 200 });
    expect(got).toHaveLength(1);
  });

  it('reaches no private address that was not allowed', async () => {
    expect(await send({ webhook: { url, format: 'slack' } })).toMatchObject({
      kind: 'failed',
      isFinal: true,
    });
    expect(got).toEqual([]);
  });
});

describe('sendAlert by mail', () => {
  const servers: SMTPServer[] = [];
  const mails: string[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0))
      await new Promise<void>((resolve) => server.close(() => resolve()));
    mails.splice(0);
  });
  /** Takes mail from a user with a password. */
  async function serve(options: SMTPServerOptions = {}): Promise<number> {
    const server = new SMTPServer({
      ...serverCertificate,
      onAuth: ({ username, password }, _session, done) =>
        username === 'desk' && password === 'secret' ? done(null, { user: username }) : done(new Error('no')),
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (piece: Buffer) => (text += piece.toString()));
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
      ...options,
    });
    servers.push(server);
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }
  const send = (url: string, more: Record<string, string> = {}, of: AlertMessage = message) =>
    sendAlert(
      {
        http,
        settings: readSettings({
          NEWSMILL_SMTP_URL: url,
          NEWSMILL_MAIL_FROM: 'mill@paper.example',
          NEWSMILL_PUBLIC_URL: 'https://mill.example',
          NEWSMILL_SMTP_USER: 'desk',
          NEWSMILL_SMTP_PASSWORD: 'secret',
          ...more,
        }),
      },
      searchTo({ mail: { to: ['a@desk.example', 'b@Desk.example'] } }),
      undefined,
      of,
    );
  const refuse = (responseCode: number): SMTPServerOptions => ({
    onRcptTo: (_to, _session, done) => done(Object.assign(new Error('not here'), { responseCode })),
  });

  it('sends text and HTML to a server that wants a login, the same Message-ID each time', async () => {
    const port = await serve();
    for (let i = 0; i < 2; i += 1)
      expect(await send(`smtp://127.0.0.1:${port}`)).toEqual({ kind: 'sent', status: 250 });
    const ids = mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
    expect(ids).toEqual(['<msg_1@paper.example>', '<msg_1@paper.example>']);
    expect(mails[0]).toContain('List-Unsubscribe: <https://mill.example/alerts>');
    expect(mails[0]).toContain('Auto-Submitted: auto-generated');
    expect(mails[0]).not.toMatch(/^(?:Bcc|X-Evil):/im);
    expect(mails[0]?.split('text/html')[1]).not.toContain('<script>');
  });

  it('speaks TLS from the start where the address says so, and not in the clear', async () => {
    const isSecure: boolean[] = [];
    const seen: SMTPServerOptions['onMailFrom'] = (_from, session, done) => {
      isSecure.push(session.secure);
      done();
    };
    await send(`smtps://127.0.0.1:${await serve({ secure: true, onMailFrom: seen })}`);
    await send(`smtp://127.0.0.1:${await serve({ onMailFrom: seen })}`);
    expect(isSecure).toEqual([true, true]);
    expect(await send(`smtps://127.0.0.1:${await serve()}`)).toMatchObject({
      kind: 'failed',
      isFinal: false,
    });
  });

  it('tries again what is refused for now or for a wrong password, and gives up what is refused for good', async () => {
    const [busy, wrong] = [await serve(refuse(450)), await serve(refuse(550))];
    expect(await send(`smtp://127.0.0.1:${busy}`)).toMatchObject({ kind: 'failed', isFinal: false });
    expect(await send(`smtp://127.0.0.1:${wrong}`)).toMatchObject({
      kind: 'failed',
      isFinal: true,
      problem: 'mail: 550 not here',
    });
    const port = await serve();
    expect(await send(`smtp://127.0.0.1:${port}`, { NEWSMILL_SMTP_PASSWORD: 'guess' })).toMatchObject({
      kind: 'failed',
      isFinal: false,
    });
  });

  it('leaves a server that says a little without end', async () => {
    const server = createTcp((socket) => {
      socket.on('error', () => undefined).write('220 x\r\n');
      const timer = setInterval(() => socket.write('250-X\r\n'), 20);
      socket.on('close', () => clearInterval(timer)).resume();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const settings = readSettings({
      NEWSMILL_SMTP_URL: `smtp://127.0.0.1:${port}`,
      NEWSMILL_MAIL_FROM: 'mill@paper.example',
    });
    expect(await sendMail(settings, ['a@desk.example'], message, 500)).toEqual({
      kind: 'failed',
      problem: 'mail: no end within 0.5 s',
      isFinal: false,
    });
    server.close();
  });

  it('tries again for those alone whom a server refused for now', async () => {
    const port = await serve({
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith('b') ? done(Object.assign(new Error('later'), { responseCode: 450 })) : done(),
    });
    const outcome = await send(`smtp://127.0.0.1:${port}`);
    expect(outcome).toMatchObject({ kind: 'failed', isFinal: false, left: ['b@Desk.example'] });
    const open = await serve();
    mails.splice(0);
    await send(`smtp://127.0.0.1:${open}`, {}, { ...message, left: ['b@Desk.example'] });
    expect(mails.map((mail) => /^To: (.*)$/im.exec(mail)?.[1])).toEqual(['b@desk.example']);
  });

  it('does not tell the password that a server sends back', async () => {
    const plain = Buffer.from('\0desk\0secret').toString('base64');
    const port = await serve({
      onAuth: (_auth, _session, done) => done(new Error(`no secret \u001b[31m ${plain}`)),
    });
    const outcome = await send(`smtp://127.0.0.1:${port}`);
    expect(outcome).toMatchObject({ kind: 'failed', problem: 'mail: 535 no … [31m …' });
  });

  it('says which of several addresses was refused', async () => {
    const port = await serve({
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith('b') ? done(Object.assign(new Error('none'), { responseCode: 550 })) : done(),
    });
    expect(await send(`smtp://127.0.0.1:${port}`)).toEqual({
      kind: 'sent',
      status: 250,
      problem: 'mail: b@desk.example was refused',
    });
  });
});
