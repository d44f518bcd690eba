import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogLine, serviceNames } from '@newsmill/contracts';
import { openElasticDoor, type ElasticDoor } from '../network/open-elastic-door.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { startCommand } from '../processes/run-command.ts';
import { serverStartLimitMs, startServers, type Servers } from '../servers/start-servers.ts';
import { settingsOf } from '../servers/settings-of-servers.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';
import { startServices, type Services } from '../processes/start-services.ts';

const secrets = {
  NEWSMILL_ADMIN_KEY: 'a-key-that-no-line-may-show',
  NEWSMILL_SECRET_PAPER: 'a-token-that-no-line-may-show',
};

/** Lines that are none of the notes, in the words of the schema. */
function strangers(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    try {
      return !LogLine.safeParse(JSON.parse(line)).success;
    } catch {
      return true;
    }
  });
}
function notesIn(lines: readonly string[]): Readonly<Record<string, unknown>>[] {
  return lines.map((line) => LogLine.parse(JSON.parse(line)));
}
async function until(isThere: () => boolean, told: () => unknown): Promise<void> {
  for (const end = Date.now() + 180_000; !isThere(); await sleep(250))
    if (Date.now() > end) throw new Error(`not there in three minutes: ${JSON.stringify(told())}`);
}

describe('the log of a mill in one process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-log-'));
  const log: string[] = [];
  let web: NewsWeb;
  let mill: MillProcess;
  beforeAll(async () => {
    web = await startNewsWeb({ articles: 40, hosts: 2, seed: 9, delay: '0ms', interval: '1s' });
    writeSources(join(folder, 'sources'), web.sources);
    const enricher = join(folder, 'chatty.mjs');
    writeFileSync(
      enricher,
      `export const enricher = { name: 'chatty', version: '1', about: 'Chat.', facts: ['chat'], enrich() { console.log('it speaks'); console.error('it complains'); process.emitWarning('it warns'); return []; } };\n`,
    );
    mill = await startMill({
      data: join(folder, 'data'),
      sources: join(folder, 'sources'),
      settings: {
        ...secrets,
        NEWSMILL_ENRICHERS: `language,${enricher}`,
        NEWSMILL_RETRY_LADDER: '200ms,400ms',
        NEWSMILL_POLL_MIN: '1s',
      },
      log,
    });
    await untilAtRest(mill.address, 30, 200_000);
    await mill.stop();
  }, 240_000);
  afterAll(async () => {
    await mill?.kill();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has lines of the form that the documents show, and no others', () => {
    expect(log.length).toBeGreaterThan(20);
    expect(strangers(log)).toEqual([]);
    for (const line of notesIn(log))
      expect(line).toMatchObject({ service: 'mill', host: hostname(), pid: mill.process.pid });
  });
  it('warns of each dead letter with its topic, reason, message and trace', () => {
    const dead = notesIn(log).filter(({ msg }) => msg === 'message.dead');
    expect(dead.length).toBeGreaterThan(0);
    for (const line of dead)
      expect(line).toEqual(
        expect.objectContaining({
          level: 'warn',
          topic: expect.any(String),
          reason: expect.stringMatching(/^[a-z-]+$/),
          messageId: expect.stringMatching(/.+:.+:\d+/),
          traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
        }),
      );
  });
  it('has what packages print and warn of as notes', () => {
    const said = notesIn(log).filter(({ msg }) => msg === 'process.said');
    expect(said.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['it speaks', 'it complains', expect.stringContaining('it warns')]),
    );
  });
  it('shows no secret', () => {
    for (const secret of Object.values(secrets)) expect(log.join('\n')).not.toContain(secret);
  });
  it('is all that a start says that fails', async () => {
    const mistakes: readonly Readonly<Record<string, string>>[] = [
      { NEWSMILL_PROT: '1' },
      { NEWSMILL_RATE_LIMIT: 'x' },
      { NEWSMILL_ENRICHERS: 'none-such' },
    ];
    for (const wrong of mistakes) {
      const { code, stdout, stderr } = await startCommand(
        ['run', '--data', join(folder, 'other'), '--port', '0'],
        { ...wrong, NEWSMILL_WELCOME: 'no', NEWSMILL_DEMO: 'no' },
      ).ended;
      const lines = stderr.trim().split('\n');
      expect({ stdout, strangers: strangers(lines) }).toEqual({ stdout: '', strangers: [] });
      expect(notesIn(lines).at(-1)).toMatchObject({ msg: 'mill.failed', level: 'error', code });
    }
  });
});

describe('the log of the services', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-log-services-'));
  const log: string[] = [];
  let web: NewsWeb;
  let servers: Servers;
  let door: ElasticDoor;
  let services: Services;
  beforeAll(async () => {
    const [own, { elasticsearch }] = await Promise.all([
      startServers(['kafka', 'redis'], { own: true }),
      startServers(['elasticsearch']),
    ]);
    servers = own;
    door = await openElasticDoor(elasticsearch.url);
    web = await startNewsWeb({
      articles: 16,
      hosts: 2,
      faults: false,
      seed: 4,
      delay: '0ms',
      interval: '1s',
    });
    writeSources(join(folder, 'sources'), web.sources);
    services = await startServices(
      {
        ...settingsOf({ kafka: own.kafka, redis: own.redis, elasticsearch: { url: door.url } }),
        ...secrets,
        NEWSMILL_NAMESPACE: `log-${randomBytes(4).toString('hex')}`,
        NEWSMILL_DATA: join(folder, 'data'),
        NEWSMILL_SOURCES: join(folder, 'sources'),
        NEWSMILL_RETRY_LADDER: '300ms,1s,2s',
        NEWSMILL_POLL_MIN: '1s',
      },
      serviceNames,
      log,
    );
    await untilAtRest(services.address, 16, 200_000);
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await web?.close();
    await door?.close();
    await servers?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A server is away until all have told of it, and so long besides that they try again. */
  const besidesMs = 8_000;
  interface Outage {
    begin(): Promise<void>;
    /** Resolves when the server answers again. */
    end(): Promise<void>;
  }
  const ofOwn = (name: 'kafka' | 'redis'): Outage => ({
    begin: () => servers.stopServer(name, { signal: 'SIGKILL' }),
    end: () => servers.startServer(name),
  });
  const outages = {
    kafka: ofOwn('kafka'),
    redis: ofOwn('redis'),
    elasticsearch: { begin: () => door.shut(), end: () => door.open() },
  };
  it.each(['kafka', 'redis', 'elasticsearch'] as const)(
    'tells an outage of %s with one line of each service that meets it, and its end with one more',
    async (server) => {
      const first = log.length;
      const about = () => notesIn(log.slice(first)).filter(({ msg }) => String(msg).startsWith('outage.'));
      await outages[server].begin();
      const count = (name: string) => about().filter(({ msg }) => msg === name).length;
      await until(() => count('outage.began') === serviceNames.length, about);
      await sleep(besidesMs);
      await outages[server].end();
      await until(() => count('outage.began') > 0 && count('outage.ended') === count('outage.began'), about);
      await untilAtRest(services.address, 16, 200_000);
      expect(strangers(log.slice(first))).toEqual([]);
      const lines = about();
      // One service may meet it as another does not; none tells it twice.
      for (const service of serviceNames) {
        const own = lines.filter((line) => line['service'] === service);
        expect([server, service, own.map(({ msg, what }) => [msg, what])]).toEqual([
          server,
          service,
          [
            ['outage.began', server],
            ['outage.ended', server],
          ],
        ]);
        const [began, ended] = own;
        expect(began).toMatchObject({ level: 'error', reason: expect.stringMatching(/\S/) });
        expect(Number(ended?.['seconds'])).toBeGreaterThan(besidesMs / 2_000);
        expect(Number(ended?.['attempts'])).toBeGreaterThan(1);
      }
      process.stderr.write(
        `without ${server}: ${log.length - first} lines of five services, ${lines.length} of them of the outage\n`,
      );
      expect(log.length - first).toBeLessThan(40);
    },
    420_000,
  );
  it('names service, host and process in every line', () => {
    expect(strangers(log)).toEqual([]);
    const lines = notesIn(log);
    expect(new Set(lines.map(({ service }) => service))).toEqual(new Set(serviceNames));
    expect(new Set(lines.map(({ pid }) => pid)).size).toBe(serviceNames.length);
    for (const secret of Object.values(secrets)) expect(log.join('\n')).not.toContain(secret);
  });
});
