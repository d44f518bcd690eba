import { describe, expect, it } from '@jest/globals';
import { groupLimits, readMachine } from './read-machine.ts';

const mebi = 1_048_576;
const none = { memoryBytes: Number.POSITIVE_INFINITY, cores: Number.POSITIVE_INFINITY };
const version2 = '29 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n';
const version1 = [
  '35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory',
  '36 31 0:33 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct',
  '',
].join('\n');
const limits = (files: Readonly<Record<string, string>>) => groupLimits((path) => files[path]);

describe('limits of control groups', () => {
  it('knows none where there is no control group, or none with a limit', () => {
    expect(limits({})).toEqual(none);
    expect(
      limits({
        '/proc/self/cgroup': '0::/user.slice\n',
        '/proc/self/mountinfo': version2,
        '/sys/fs/cgroup/user.slice/memory.max': 'max\n',
        '/sys/fs/cgroup/user.slice/cpu.max': 'max 100000\n',
      }),
    ).toEqual(none);
  });
  it('reads version 2 in a container, which sees itself as the root', () => {
    expect(
      limits({
        '/proc/self/cgroup': '0::/\n',
        '/proc/self/mountinfo': version2,
        '/sys/fs/cgroup/memory.max': `${768 * mebi}\n`,
        '/sys/fs/cgroup/cpu.max': '150000 100000\n',
      }),
    ).toEqual({ memoryBytes: 768 * mebi, cores: 1.5 });
  });
  it('takes the least of all levels, and of memory.high', () => {
    const files = {
      '/proc/self/cgroup': '0::/system.slice/mill.service/inner\n',
      '/proc/self/mountinfo': version2,
      '/sys/fs/cgroup/system.slice/memory.max': `${4_096 * mebi}\n`,
      '/sys/fs/cgroup/system.slice/mill.service/memory.max': `${1_024 * mebi}\n`,
      '/sys/fs/cgroup/system.slice/mill.service/inner/memory.max': 'max\n',
      '/sys/fs/cgroup/system.slice/cpu.max': '400000 100000\n',
    };
    expect(limits(files)).toEqual({ memoryBytes: 1_024 * mebi, cores: 4 });
    expect(
      limits({ ...files, '/sys/fs/cgroup/system.slice/mill.service/memory.high': `${900 * mebi}\n` })
        .memoryBytes,
    ).toBe(900 * mebi);
  });
  it('reads version 1, nested, and in a container whose path is not seen inside', () => {
    const nested = {
      '/proc/self/cgroup': '4:memory:/a/b\n2:cpu,cpuacct:/c\n',
      '/proc/self/mountinfo': version1,
      '/sys/fs/cgroup/memory/a/memory.limit_in_bytes': `${512 * mebi}`,
      '/sys/fs/cgroup/memory/a/b/memory.limit_in_bytes': '9223372036854771712',
      '/sys/fs/cgroup/cpu,cpuacct/c/cpu.cfs_quota_us': '200000',
      '/sys/fs/cgroup/cpu,cpuacct/c/cpu.cfs_period_us': '100000',
    };
    expect(limits(nested)).toEqual({ memoryBytes: 512 * mebi, cores: 2 });
    expect(limits({ ...nested, '/sys/fs/cgroup/cpu,cpuacct/c/cpu.cfs_quota_us': '-1' }).cores).toBe(
      Number.POSITIVE_INFINITY,
    );
    const container = {
      '/proc/self/cgroup': '4:memory:/docker/abc\n',
      '/proc/self/mountinfo': version1.replace(' / /sys', ' /docker/abc /sys'),
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': `${256 * mebi}`,
    };
    expect(limits(container).memoryBytes).toBe(256 * mebi);
  });
});

describe('the machine', () => {
  it('is what is there where no group limits it', () => {
    const machine = readMachine(() => undefined);
    expect(machine.isLimited).toBe(false);
    expect(machine.cores).toBeGreaterThan(0);
    expect(machine.memoryBytes).toBeGreaterThan(mebi);
  });
  it('is never less than one core', () => {
    const files: Readonly<Record<string, string>> = {
      '/proc/self/cgroup': '0::/\n',
      '/proc/self/mountinfo': version2,
      '/sys/fs/cgroup/memory.max': `${64 * mebi}`,
      '/sys/fs/cgroup/cpu.max': '10000 100000',
    };
    expect(readMachine((path) => files[path])).toEqual({ cores: 1, memoryBytes: 64 * mebi, isLimited: true });
  });
});
