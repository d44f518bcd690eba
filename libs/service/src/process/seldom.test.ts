import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Seldom } from './seldom.ts';

describe('Seldom', () => {
  it('does the more rarely what takes long', async () => {
    const seldom = new Seldom({ leastMs: 0, factor: 1_000 });
    let done = 0;
    const work = async (): Promise<void> => {
      await sleep(30);
      done += 1;
    };
    await seldom.do(work);
    await sleep(60);
    await seldom.do(work);
    expect(done).toBe(1);
  });
  it('does again at once what failed', async () => {
    const seldom = new Seldom({ leastMs: 60_000, factor: 1 });
    await expect(seldom.do(async () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    let done = false;
    await seldom.do(async () => void (done = true));
    expect(done).toBe(true);
  });
});
