import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Opens ports in a process of its own and answers which clients of servers it has loaded for them. */
function clientsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const clients = new Set();
    registerHooks({ resolve(name, context, next) {
      if (/^(@elastic\\/elasticsearch|ioredis|kafkajs|aws4fetch)$/.test(name)) clients.add(name);
      return next(name, context);
    } });
    const { openPorts } = await import('@newsmill/runtime');
    const { readSettings } = await import('@newsmill/settings');
    const ports = await openPorts(readSettings(JSON.parse(process.argv[1])));
    await ports.close();
    process.stdout.write(JSON.stringify([...clients].sort()));`;
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const clients: string[] = JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '-e',
        script,
        JSON.stringify(environment),
      ],
      { cwd: root, env: inherited, encoding: 'utf8' },
    ),
  );
  return clients;
}

describe('the clients of servers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-lazy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are not loaded by a mill that has its files alone', () => {
    expect(clientsOf({ NEWSMILL_DATA: folder })).toEqual([]);
  });
  it('are loaded port by port', () => {
    expect(clientsOf({ NEWSMILL_DATA: folder, NEWSMILL_REDIS_URL: 'redis://127.0.0.1:1' })).toEqual([
      'ioredis',
    ]);
    expect(clientsOf({ NEWSMILL_DATA: folder, NEWSMILL_ELASTICSEARCH_URL: 'http://127.0.0.1:1' })).toEqual([
      '@elastic/elasticsearch',
    ]);
  });
  it('are all of them in the distributed form', () => {
    const servers = {
      NEWSMILL_DATA: folder,
      NEWSMILL_KAFKA_BROKERS: '127.0.0.1:1',
      NEWSMILL_REDIS_URL: 'redis://127.0.0.1:1',
      NEWSMILL_ELASTICSEARCH_URL: 'http://127.0.0.1:1',
    };
    expect(clientsOf(servers)).toEqual(['@elastic/elasticsearch', 'ioredis', 'kafkajs']);
  });
});
