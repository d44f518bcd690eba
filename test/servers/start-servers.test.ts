import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { writeOverKill } from '../../libs/store/src/testing/write-over-kill.ts';
import { redisDo, serversContract } from './servers.contract.ts';
import { serverStartLimitMs, startServers, type Servers } from './start-servers.ts';

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** Processes that work in a folder or carry its name. */
function processesOf(folder: string): string[] {
  const workingFolder = (pid: string): string => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`);
    } catch {
      return '';
    }
  };
  return readdirSync('/proc').filter(
    (pid) =>
      /^\d+$/.test(pid) &&
      pid !== String(process.pid) &&
      `${read(`/proc/${pid}/cmdline`)}\n${workingFolder(pid)}`.includes(folder),
  );
}

describe('a set of servers of its own', () => {
  let servers: Servers;
  // Of Elasticsearch itself, so one form of it is enough.
  it('keeps what a killed Elasticsearch acknowledged: the library over it loses nothing, and doubles nothing', async () => {
    const { rejected, ...kept } = await writeOverKill(servers.elasticsearch.url, () =>
      servers.restart('elasticsearch', { signal: 'SIGKILL' }),
    );
    expect(rejected).toEqual([]);
    expect(kept).toEqual({ written: 1_000, counted: 1_000, exported: 1_000 });
  }, 300_000);
  serversContract({
    async start() {
      servers = await startServers(['kafka', 'redis', 'elasticsearch', 's3'], { own: true });
      return servers;
    },
    remains: ({ folder }) => Promise.resolve(processesOf(folder)),
  });
});

describe('the shared servers', () => {
  it(
    'are started once, only those that are asked for, and no suite may stop them',
    async () => {
      const [first, second] = await Promise.all([startServers(['redis']), startServers(['redis'])]);
      expect(second.redis).toEqual(first.redis);
      expect(await redisDo(second, (client) => client.ping())).toBe('PONG');
      expect(() => first.s3).toThrow('s3 was not asked for');
      await expect(first.restart('redis')).rejects.toThrow('own: true');
      await first.close();
      expect(await redisDo(second, (client) => client.ping())).toBe('PONG');
    },
    serverStartLimitMs,
  );
});
