import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand, startCommand, type Ended } from '../processes/run-command.ts';
import { startMill, untilAtRest, type MillProcess } from '../processes/start-mill.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-start-'));
const sources = join(folder, 'sources');
let taken: Server;
let port: number;

function listen(at = 0): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(at, '127.0.0.1', () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

beforeAll(async () => {
  mkdirSync(sources);
  taken = await listen();
  port = portOf(taken);
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
const newData = () => join(folder, `data-${(made += 1)}`);
const start = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> => runCommand(['run', '--sources', sources, '--port', '0', ...words], environment);

/** What went wrong in one sentence, with the code; never a stack. */
function expectSentence({ code, stderr }: Ended, expected: number, sentence: RegExp): void {
  expect({ code, stderr }).toEqual({ code: expected, stderr: expect.stringMatching(sentence) });
  expect(stderr).not.toMatch(/^\s+at /m);
}

describe('newsmill run that cannot start ends, with a sentence and its code', () => {
  it('when the port is taken', async () => {
    expectSentence(
      await start(['--data', newData(), '--port', String(port)]),
      75,
      /^the port \d+ of 127\.0\.0\.1 is taken by another program; choose another one with --port/m,
    );
  });
  it('when the port is taken, with the demonstration paper', async () => {
    expectSentence(
      await runCommand(['run', '--data', newData(), '--port', String(port)]),
      75,
      /is taken by another program/,
    );
  });
  it('when the host is no address of this machine, or none at all', async () => {
    expectSentence(
      await start(['--data', newData(), '--host', '192.0.2.1']),
      78,
      /this machine does not have that address; name one of its own with --host/,
    );
    expectSentence(
      await start(['--data', newData(), '--host', 'no-such-host.invalid']),
      78,
      /no-such-host\.invalid cannot be listened on.*--host/,
    );
  });
  it('when the data folder is a file, cannot be made, or holds something else', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'x');
    expectSentence(await start(['--data', file]), 66, /a-file .*folder/);
    expectSentence(await start(['--data', join(file, 'below')]), 66, /a-file.* a part of it is a file/);
    const garbage = newData();
    mkdirSync(garbage);
    writeFileSync(join(garbage, 'mill.db'), 'this is no database'.repeat(1_000));
    expectSentence(await start(['--data', garbage]), 66, /mill\.db.*is no database of newsmill/);
  });
  it('when a database is a folder', async () => {
    const data = newData();
    mkdirSync(join(data, 'registry.db'), { recursive: true });
    expectSentence(
      await start(['--data', data]),
      66,
      /registry\.db is damaged \(it is a folder, where a file is needed\): move it away/,
    );
  });
  it.each([
    ['data folder', (data: string) => data],
    ['folder of the sources', () => sources],
  ] as const)('when the %s may not be read or written', async (name, pathOf) => {
    const data = newData();
    mkdirSync(data, { mode: 0o777 });
    chmodSync(data, 0o777);
    chmodSync(folder, 0o755);
    const path = pathOf(data);
    chmodSync(path, 0o000);
    // The super user is refused nothing; `nobody` is.
    const { ended } = startCommand(
      ['run', '--sources', sources, '--port', '0', '--data', data],
      {},
      process.getuid?.() === 0 ? 65_534 : undefined,
    );
    const end = await ended;
    chmodSync(path, 0o755);
    expectSentence(
      end,
      66,
      name === 'data folder'
        ? /may not be read or written by this user/
        : /sources may not be read or written by this user/,
    );
  });
  it('when the folder of the sources is not there', async () => {
    expectSentence(
      await runCommand(['run', '--data', newData(), '--port', '0', '--sources', join(folder, 'none')]),
      66,
      /none is not there, or/,
    );
  });
  it('when a setting is wrong, or names a file that is not there', async () => {
    expectSentence(
      await start(['--data', newData()], { NEWSMILL_PROT: '1' }),
      78,
      /NEWSMILL_PROT is no setting; did you mean NEWSMILL_PORT\?/,
    );
    expectSentence(
      await start(['--role', 'clean'], { NEWSMILL_DATA: newData() }),
      78,
      /NEWSMILL_KAFKA_BROKERS/,
    );
    const servers = {
      NEWSMILL_KAFKA_BROKERS: '127.0.0.1:1',
      NEWSMILL_REDIS_URL: 'redis://127.0.0.1:1',
      NEWSMILL_ELASTICSEARCH_URL: 'https://127.0.0.1:1',
    };
    expectSentence(
      await start(['--data', newData()], { ...servers, NEWSMILL_ELASTICSEARCH_CA: join(folder, 'no.pem') }),
      78,
      /NEWSMILL_ELASTICSEARCH_CA=\S+no\.pem: there is no such file; mount it, or correct the path/,
    );
  });
  it('when a role cannot start, with everything closed again', async () => {
    expectSentence(await start(['--data', newData()], { NEWSMILL_ENRICHERS: '-entitiez' }), 78, /entitiez/);
    expectSentence(
      await start(['--data', newData()], { NEWSMILL_TOPIC_MODEL: join(folder, 'no-model.json') }),
      66,
      /no-model\.json is not there, or/,
    );
  });
});

describe('servers that do not answer', () => {
  it('are waited for, in words, and the process still ends on a signal', async () => {
    const servers = {
      NEWSMILL_KAFKA_BROKERS: '127.0.0.1:1',
      NEWSMILL_REDIS_URL: 'redis://127.0.0.1:1',
      NEWSMILL_ELASTICSEARCH_URL: 'http://127.0.0.1:1',
    };
    const { process: child, ended } = startCommand(
      ['run', '--sources', sources, '--port', '0', '--data', newData()],
      servers,
    );
    await new Promise<void>((resolve) =>
      child.stdout?.on('data', (piece: Buffer) => piece.toString().includes('waiting for ') && resolve()),
    );
    child.kill('SIGTERM');
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(0);
    const [, waitedFor = ''] = /^waiting for (.*)$/m.exec(stdout) ?? [];
    for (const port of ['bus: ', 'library: ', 'state: ']) expect(waitedFor).toContain(port);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
  });
});

describe('two mills on one data folder', () => {
  const data = newData();
  let mill: MillProcess;
  beforeAll(async () => {
    mill = await startMill({ data, sources });
  });
  afterAll(() => mill?.kill());

  it('the second is refused with the name of the first', async () => {
    const ended = await start(['--data', data]);
    expectSentence(ended, 75, /another mill works on .*: end it first, or give this one a folder of its own/);
    expect(ended.stderr).toContain(`process ${String(mill.process.pid)} on `);
    expect(ended.stderr).toContain(mill.address);
    expect(ended.stderr).toMatch(/since \d{4}-\d\d-\d\dT/);
  });
  it('commands beside it work as ever', async () => {
    expect((await runCommand(['audit', '--mend', '--data', data])).code).toBe(0);
    expect((await runCommand(['dead', 'replay', '--all', '--data', data])).code).toBe(0);
    expect((await runCommand(['takedown', 'list', '--data', data])).code).toBe(0);
  });
  it('one that was killed leaves no lock behind, whatever its number is now', async () => {
    await mill.kill();
    const holder = join(data, 'mill.holder');
    expect(existsSync(holder)).toBe(true);
    // The number of the dead one is that of a living process by now: of this one.
    writeFileSync(holder, readFileSync(holder, 'utf8').replace(/"pid":\d+/, `"pid":${process.pid}`));
    mill = await startMill({ data, sources });
    expect(await mill.stop()).toBe(0);
    expect(existsSync(holder)).toBe(false);
  });
});

describe('the demonstration', () => {
  const data = newData();
  const settings = { NEWSMILL_LOG_LEVEL: 'error' };
  const total = async ({ address }: MillProcess): Promise<number> => {
    const answer = await fetch(`${address}/api/v1/search?limit=1`);
    const page: { total: number } = await answer.json();
    return page.total;
  };
  const running: MillProcess[] = [];
  const begin = async (): Promise<MillProcess> => {
    const mill = await startMill({ data, settings });
    running.push(mill);
    return mill;
  };
  afterAll(() => Promise.all(running.map((mill) => mill.kill())));
  const portFile = join(data, 'demonstration.port');
  const portNow = () => Number(readFileSync(portFile, 'utf8'));

  it('takes a free port, gets the same again, and stays away when that is taken: no article comes twice, none is lost', async () => {
    const first = await begin();
    await untilAtRest(first.address, 20, 200_000);
    const articles = await total(first);
    const demoPort = portNow();
    expect(demoPort).not.toBe(Number(new URL(first.address).port) + 1);
    expect(articles).toBe(128);
    const front = await (await fetch(first.address)).text();
    expect(front.match(/<li class="hit/g)?.length).toBe(20);
    expect(/<ol class="hits">[^]*?<\/ol>/.exec(front)?.[0]).not.toContain('Dirty pages');
    const dirty = await fetch(`${first.address}/api/v1/search?q=tag:dirty-pages&limit=100`);
    const { items }: { items: readonly { readonly id: string }[] } = await dirty.json();
    expect(items).toHaveLength(24);
    expect(front).toContain(
      `href="/preview?url=${encodeURIComponent(`http://127.0.0.1:${demoPort}/meridian/news/`)}`,
    );
    for (const { id } of items)
      expect(await (await fetch(`${first.address}/articles/${id}`)).text()).toContain('dirty on purpose');
    await first.stop();

    const squatter = await listen(demoPort);
    const second = startCommand(['run', '--data', data, '--port', '0'], settings);
    const address = await new Promise<string>((resolve) => {
      let said = '';
      second.process.stdout?.on('data', (piece: Buffer) => {
        said += piece.toString();
        const found = /console and search:\s+(http\S+?)\/\n/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const answer = await fetch(`${address}/api/v1/search?limit=1`);
    const page: { total: number } = await answer.json();
    expect(page.total).toBe(articles);
    second.process.kill('SIGTERM');
    const ended = await second.ended;
    squatter.close();
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(/the demonstration paper stays away: another program has its port \d+/);
    expect(portNow()).toBe(demoPort);

    const third = await begin();
    expect(portNow()).toBe(demoPort);
    expect(await total(third)).toBe(articles);
    await third.stop();
    expect((await runCommand(['audit', '--data', data])).stdout).toContain('everything balances');
  });

  it('goes with its articles where somebody says no, and stays away', async () => {
    const none = await startMill({ data, settings: { ...settings, NEWSMILL_DEMO: 'no' } });
    running.push(none);
    const end = Date.now() + 60_000;
    while ((await total(none)) > 0 && Date.now() < end) await sleep(100);
    expect(await total(none)).toBe(0);
    await none.stop();
    const later = await begin();
    expect(await total(later)).toBe(0);
    await later.stop();
    expect((await runCommand(['audit', '--data', data])).stdout).toContain('everything balances');
  });
});
