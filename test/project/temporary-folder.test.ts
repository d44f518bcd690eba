import { expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { folderInMemory } from '../../tools/temporary-folder.mjs';

const gigabyte = 2 ** 30;
const plenty = {
  mounts: '/dev/vda / ext4 rw,relatime 0 0\ntmpfs /dev/shm tmpfs rw,nosuid,nodev,size=24684084k 0 0\n',
  meminfo: 'MemTotal:       24684084 kB\nMemAvailable:   23496000 kB\n',
  free: 20 * gigabyte,
};

it('temporary files lie in memory where programs may run and both it and the machine have room', () => {
  expect(folderInMemory(plenty)).toBe('/dev/shm');
  expect(folderInMemory({ ...plenty, mounts: plenty.mounts.replace('nosuid', 'noexec') })).toBeUndefined();
  expect(
    folderInMemory({ ...plenty, mounts: plenty.mounts.replace('tmpfs rw', 'tmpfs ro') }),
  ).toBeUndefined();
  expect(folderInMemory({ ...plenty, mounts: '' })).toBeUndefined();
  expect(folderInMemory({ ...plenty, free: 64 * 2 ** 20 })).toBeUndefined();
  expect(folderInMemory({ ...plenty, meminfo: 'MemAvailable:    6000000 kB\n' })).toBeUndefined();
  expect(folderInMemory({ ...plenty, meminfo: '' })).toBeUndefined();
});

it('a run has a folder of its own for them', () => {
  expect(tmpdir()).toMatch(/newsmill-run-\w+$/);
});
