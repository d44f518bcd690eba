import { connect } from 'node:net';
import { request } from 'node:http';
import { seededKey, type SeededApp } from '../../services/api/src/testing/seeded-app.ts';
import { must } from './doors.ts';
import type { DrivenInput, TestedInput } from './input-case.ts';

const door = 'API';
interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request that is refused with one of these statuses, and the mill answers the next one. */
function refused(
  row: number,
  input: string,
  path: string,
  statuses: readonly number[],
  sent: Sent = {},
): DrivenInput {
  return {
    row,
    door,
    input,
    outcome: 'REJECT',
    async drive(doors) {
      const app = await doors.app();
      const answer = await fetch(app.address + path, { redirect: 'manual', ...sent });
      must(statuses.includes(answer.status), [answer.status, await answer.text()]);
      await isAlive(app);
    },
  };
}
/** A request that is answered, or refused with its reason, and never fails. */
function borne(row: number, input: string, path: string): DrivenInput {
  return {
    row,
    door,
    input,
    outcome: 'REJECT',
    why: 'Or answered within the limit of a search: what it finds, it may find.',
    async drive(doors) {
      const app = await doors.app();
      const { status } = await fetch(app.address + path);
      must([200, 400, 414, 431].includes(status), status);
      await isAlive(app);
    },
  };
}
async function isAlive(app: SeededApp): Promise<void> {
  const { status } = await fetch(`${app.address}/api/v1/search?q=ferry&limit=1`);
  must(status === 200, `a search afterwards: ${status}`);
}
/** Writes bytes as they are; answers what comes, until the server ends or a second has passed. */
async function raw(app: SeededApp, text: string): Promise<string> {
  const { hostname, port } = new URL(app.address);
  return await new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => void socket.write(text));
    let came = '';
    const end = (): void => {
      socket.destroy();
      resolve(came);
    };
    socket.on('data', (piece) => (came += piece.toString()));
    socket.on('error', end).on('close', end);
    setTimeout(end, 1_000).unref();
  });
}
const statusWithHost = (app: SeededApp, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${app.address}/api/v1/sources`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
const withKey = { authorization: `Bearer ${seededKey}`, 'content-type': 'application/json' };
const json = { 'content-type': 'application/json' };
const preview = '/api/v1/preview';
const page = JSON.stringify({ url: 'https://harbour-times.example/feed.xml' });
const rawOutcome = (
  row: number,
  input: string,
  text: string,
  isRight: (came: string) => boolean,
): DrivenInput => ({
  row,
  door,
  input,
  outcome: 'REJECT',
  async drive(doors) {
    const app = await doors.app();
    const came = await raw(app, text);
    must(isRight(came), came.slice(0, 500));
    await isAlive(app);
  },
});

/** Rows 25, 83, 92, 94: what comes in through the API and the console. */
// biome-ignore format: a table, read by its rows
export const apiCases: readonly (DrivenInput | TestedInput)[] = [
  refused(25, 'private address as webhook target', '/api/v1/saved-searches', [400, 403, 422], { method: 'POST', headers: withKey, body: JSON.stringify({ name: 'x', q: 'ferry', webhook: { url: 'http://169.254.169.254/latest' } }) }),
  { row: 25, door, input: 'private address to preview', outcome: 'BLOCK', async drive(doors) { const app = await doors.app(); const answer = await fetch(app.address + preview, { method: 'POST', headers: withKey, body: JSON.stringify({ url: 'http://127.0.0.1:9/' }) }); const text = await answer.text(); must(/address-blocked|not a global unicast|never asked/.test(text), [answer.status, text]); } },
  { row: 25, door: 'setting', input: 'private address of a language model', outcome: 'CLEAN', why: 'The operator names it in a setting, and it may be a server of his own; no text of a publisher can.', test: { file: 'services/enrich/src/model-adviser.test.ts', name: 'adds the fact with model and wording, and asks about a text once' } },
  borne(83, 'query of 1,000 stars', `/api/v1/search?q=${'*'.repeat(1_000)}`),
  borne(83, 'query that is a regular expression', `/api/v1/search?q=${encodeURIComponent('/(a+)+$/')}`),
  refused(83, 'size of a thousand million', '/api/v1/search?q=ferry&limit=1000000000', [400]),
  refused(83, 'cursor of one\'s own', `/api/v1/search?q=ferry&cursor=${Buffer.from('["x",1,2]').toString('base64url')}`, [400]),
  borne(83, 'script as query', `/api/v1/search?q=${encodeURIComponent('{"script":{"source":"System.exit(0)"}}')}`),
  refused(83, 'sort by a script', '/api/v1/search?q=ferry&sort=_script', [400]),
  rawOutcome(83, 'query of 1 MB', `GET /api/v1/search?q=${'a'.repeat(1_000_000)} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`, (came) => /^HTTP\/1\.1 (?:414|431) /.test(came)),
  borne(83, 'lone quote', '/api/v1/search?q=%22'),
  { row: 83, door, input: 'hostile queries over Elasticsearch', outcome: 'REJECT', test: { file: 'test/api/hostile-queries.test.ts', name: 'are answered, refused with a reason or ended by %s' } },
  { row: 83, door, input: 'queries of any kind', outcome: 'REJECT', test: { file: 'test/api/hostile-queries.test.ts', name: 'of any kind are borne by %s' } },
  refused(94, 'change without a key', preview, [401], { method: 'POST', headers: json, body: page }),
  refused(94, 'change with a wrong key', preview, [401], { method: 'POST', headers: { ...json, authorization: 'Bearer wrong' }, body: page }),
  refused(94, 'form sent by another site', '/preview', [403], { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, body: 'url=https%3A%2F%2Fpaper.example' }),
  refused(94, 'GET of what changes something', '/api/v1/dead/replay', [404, 405]),
  { row: 94, door, input: 'GET of every address that changes something', outcome: 'REJECT', test: { file: 'services/api/src/all-routes.test.ts', name: 'does nothing when it is only looked at' } },
  { row: 94, door, input: 'address without a decision about who may', outcome: 'REJECT', test: { file: 'services/api/src/all-routes.test.ts', name: 'is an operation of the API, a form of the console with a twin there, or open for a reason' } },
  { row: 94, door, input: 'name of a host that is none of ours', outcome: 'REJECT', async drive(doors) { const app = await doors.app(); must((await statusWithHost(app, 'evil.example')) === 421, 'taken'); } },
  { row: 94, door, input: 'login that leads to //evil', outcome: 'REJECT', test: { file: 'services/api/src/guards/access.test.ts', name: 'do not open for a wrong key, lead to no other site, and cost tries' } },
  refused(94, 'path that climbs out: /assets/..%5c..%5cpackage.json', '/assets/..%5c..%5cpackage.json', [400, 404]),
  rawOutcome(94, 'path that climbs out: /assets/../../package.json', 'GET /assets/../../package.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n', (came) => /^HTTP\/1\.1 40[04] /.test(came)),
  { row: 94, door: 'console', input: 'frame of another site', outcome: 'REJECT', async drive(doors) { const app = await doors.app(); const { headers } = await fetch(app.address); must(/frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? ''), 'no frame-ancestors'); } },
  rawOutcome(94, 'body of 100 MB', `POST ${preview} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${seededKey}\r\ncontent-type: application/json\r\ncontent-length: 104857600\r\n\r\n{"url":"`, (came) => /^HTTP\/1\.1 413 /.test(came)),
  { row: 94, door, input: 'headers that drip', outcome: 'REJECT', test: { file: 'test/api/slow-clients.e2e.test.ts', name: 'answers probes and searches all the same' } },
  rawOutcome(94, 'two lengths of one body', `POST ${preview} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello`, (came) => /^HTTP\/1\.1 400 /.test(came)),
  rawOutcome(94, 'length and chunks of one body', `POST ${preview} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nhost: localhost\r\n\r\n`, (came) => /^HTTP\/1\.1 400 /.test(came) && (came.match(/HTTP\/1\.1 /g) ?? []).length === 1),
  refused(94, 'JSON that is sent as text', preview, [400, 415], { method: 'POST', headers: { authorization: withKey.authorization, 'content-type': 'text/plain' }, body: page }),
  { row: 94, door, input: 'page of another site that reads', outcome: 'REJECT', why: 'No answer carries leave for other origins.', async drive(doors) { const app = await doors.app(); const { headers } = await fetch(`${app.address}/api/v1/search`, { headers: { origin: 'https://evil.example' } }); must(headers.get('access-control-allow-origin') === null, headers.get('access-control-allow-origin')); } },
  refused(94, 'JSON body with __proto__', preview, [400], { method: 'POST', headers: withKey, body: '{"url":"https://paper.example/","__proto__":{"admin":true}}' }),
  refused(94, 'JSON body nested 100,000 deep', preview, [400], { method: 'POST', headers: withKey, body: `{"url":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }),
];
