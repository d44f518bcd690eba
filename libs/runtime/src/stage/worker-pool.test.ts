import { setFlagsFromString } from 'node:v8';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BudgetExceeded, createWorkerPool, createWorkerThreads, WorkerDied } from './worker-pool.ts';

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
  it('gives a thread the young generation of its plan, whatever the main thread has', async () => {
    setFlagsFromString('--max-semi-space-size=16');
    const one = createWorkerPool({ module, budgetMs: 10_000, threads: 1 }, { oldMb: 64, youngMb: 12 });
    expect(await one.run({ youngMb: true })).toBeLessThanOrEqual(8);
    await one.close();
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

const threadOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'thread' in answer ? answer.thread : undefined;

describe('threads of several functions', () => {
  const doubling = { module, budgetMs: 500, threads: 1 };
  const opened = {
    module: new URL('../../fixtures/opened-worker.ts', import.meta.url),
    options: { times: 3 },
    budgetMs: 500,
    threads: 1,
  };

  it('runs them in the same thread, each with its own options', async () => {
    const threads = createWorkerThreads(1);
    const [double, triple, tenfold] = [
      threads.open(doubling),
      threads.open(opened),
      threads.open({ ...opened, options: { times: 10 } }),
    ];
    await triple.ready();
    const answers = await Promise.all([double.run({ double: 2 }), triple.run(2), tenfold.run(2)]);
    expect(answers).toMatchObject([4, { value: 6 }, { value: 20 }]);
    expect(answers[1]).toHaveProperty('thread', await triple.run(0).then(threadOf));
    await Promise.all([double.close(), triple.close(), tenfold.close()]);
  });
  it('goes on with one where another had to be ended, or was closed', async () => {
    const threads = createWorkerThreads(1);
    const [double, triple] = [threads.open(doubling), threads.open(opened)];
    const spinning = double.run({ spin: true });
    const waiting = triple.run(5);
    await expect(spinning).rejects.toBeInstanceOf(BudgetExceeded);
    await expect(waiting).resolves.toMatchObject({ value: 15 });
    await double.close();
    await expect(double.run({ double: 1 })).rejects.toThrow('the pool is closed');
    await expect(triple.run(6)).resolves.toMatchObject({ value: 18 });
    await triple.close();
  });
  it('refuses what cannot be loaded, and runs the rest', async () => {
    const threads = createWorkerThreads(1);
    const [bad, triple] = [threads.open({ ...opened, options: {} }), threads.open(opened)];
    await expect(bad.ready()).rejects.toThrow('times what?');
    await expect(bad.run(1)).rejects.toBeInstanceOf(WorkerDied);
    await expect(triple.run(1)).resolves.toMatchObject({ value: 3 });
    await Promise.all([bad.close(), triple.close()]);
  });
  it('hands memory to a thread that runs already', async () => {
    const threads = createWorkerThreads(1);
    const [double, sharing] = [
      threads.open(doubling),
      threads.open({ ...opened, shared: [['lent', new SharedArrayBuffer(7)]] }),
    ];
    await double.ready();
    await expect(sharing.run(1)).resolves.toMatchObject({ lent: 7 });
    await Promise.all([double.close(), sharing.close()]);
  });
  it('lets none have more threads at a time than it was given', async () => {
    const threads = createWorkerThreads(3);
    const triple = threads.open(opened);
    const answers = await Promise.all([1, 2, 3, 4].map((value) => triple.run(value)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer, ['thread']))).size).toBe(1);
    await triple.close();
  });
});
