import { describe, expect, it } from '@jest/globals';
import { cpuOfProcess } from './cpu-of-process.ts';

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('cpuOfProcess', () => {
  onLinux('tells what a process has used', () => {
    const { user, system } = process.cpuUsage();
    const told = cpuOfProcess(process.pid) ?? 0;
    expect(Math.abs(told - (user + system) / 1_000)).toBeLessThan(500);
  });
  it('tells nothing of a process that is not there', () => {
    expect(cpuOfProcess(2 ** 30)).toBeUndefined();
  });
});
