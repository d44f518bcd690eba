import { afterAll, describe, expect, it } from '@jest/globals';
import { BudgetExceeded, createWorkerPool, WorkerDied } from './worker-pool.ts';

const module = new URL('../../fixtures/try-worker.ts', import.meta.url);
const pool = createWorkerPool({ module, budgetMs: 500, threads: 2 }, 64);
afterAll(() => pool.close());

describe('the worker pool', () => {
  it('answers more work than it has threads', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => pool.run({ double: i })));
    expect(answers).toEqual(Array.from({ length: 20 }, (_, i) => i * 2));
  });
  it('hands the function what is known of its input', async () => {
    await expect(pool.run({ double: 3 }, { more: 1 })).resolves.toBe(7);
  });
  it('ends what runs past its budget and goes on', async () => {
    await expect(pool.run({ spin: true })).rejects.toThrow(
      'took longer than 500 ms of computing and was ended',
    );
    await expect(pool.run({ double: 4 })).resolves.toBe(8);
  });
  it('counts what a thread computes, job by job, and not the time by the clock', async () => {
    const one = createWorkerPool({ module, budgetMs: 400, threads: 1 });
    await expect(one.run({ double: 1, waitMs: 1_200 })).resolves.toBe(2);
    for (let i = 0; i < 3; i += 1)
      await expect(one.run({ double: i, waitMs: 450, spinMs: 200 })).resolves.toBe(i * 2);
    await one.close();
  });
  it('ends what waits without end', async () => {
    const one = createWorkerPool({ module, budgetMs: 50, threads: 1 });
    const error: unknown = await one.run({ waitMs: 60_000 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BudgetExceeded);
    expect(error).toHaveProperty('message', 'took longer than 1500 ms by the clock and was ended');
    await one.close();
  });
  it('hands on what the function threw', async () => {
    await expect(pool.run({ fail: 'no luck' })).rejects.toThrow('no luck');
  });
  it('survives a thread that eats all its memory, or ends', async () => {
    await expect(pool.run({ hoard: true })).rejects.toThrow();
    await expect(pool.run({ exit: 3 })).rejects.toBeInstanceOf(WorkerDied);
    await expect(pool.run({ double: 1 })).resolves.toBe(2);
  });
  it('refuses work after it was closed', async () => {
    const other = createWorkerPool({ module, budgetMs: 500, threads: 1 });
    await other.close();
    await expect(other.run({ double: 1 })).rejects.toBeInstanceOf(WorkerDied);
  });
});
