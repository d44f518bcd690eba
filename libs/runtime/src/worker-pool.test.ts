import { afterAll, describe, expect, it } from '@jest/globals';
import { BudgetExceeded, createWorkerPool, WorkerDied } from './worker-pool.ts';

const module = new URL('../fixtures/try-worker.ts', import.meta.url);
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
    await expect(pool.run({ spin: true })).rejects.toBeInstanceOf(BudgetExceeded);
    await expect(pool.run({ double: 4 })).resolves.toBe(8);
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
