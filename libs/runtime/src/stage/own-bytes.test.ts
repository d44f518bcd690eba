import { afterAll, describe, expect, it } from '@jest/globals';
import {
  deadLetters,
  pageFetched,
  pipeline,
  type Outcome,
  writeMessage,
  type FetchedPage,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { defineStage } from './define-stage.ts';
import { handleInParts } from './handle-batch.ts';
import { withOwnBytes } from './own-bytes.ts';
import { openTestPorts } from '../testing/open-test-ports.ts';
import { createWorkerPool } from './worker-pool.ts';

const module = new URL('../../fixtures/weigh-worker.ts', import.meta.url);
const pool = createWorkerPool({ module, budgetMs: 300, threads: 1 });
afterAll(() => pool.close());

/** A page as a bus hands it out: a few bytes somewhere in what came with one request. */
function viewOf(bytes: readonly number[], size = 4_000_000): Uint8Array<ArrayBuffer> {
  const batch = new Uint8Array(size).fill(7);
  batch.set(bytes, 1_000);
  return batch.subarray(1_000, 1_000 + bytes.length);
}

describe('withOwnBytes', () => {
  it('copies bytes into buffers of just their length, and leaves everything else as it is', () => {
    const entry = { title: 'a title' };
    const buffer = Buffer.from('from the pool of small buffers');
    const page = {
      body: viewOf([1, 2, 3]),
      followingBodies: [viewOf([4, 5]), new Uint8Array([6])],
      entry,
      text: 'text',
      known: new Map([['a', viewOf([1])]]),
      none: undefined,
      buffer,
    };
    const { value, buffers } = withOwnBytes(page);
    expect(buffers.map(({ byteLength }) => byteLength)).toEqual([3, 2, 1, buffer.byteLength]);
    expect([...value.body]).toEqual([1, 2, 3]);
    expect(value.followingBodies.map((body) => [...body])).toEqual([[4, 5], [6]]);
    expect(value.body.buffer.byteLength).toBe(3);
    expect(value.entry).toBe(entry);
    expect(value.known).toBe(page.known);
    expect(Object.keys(value)).toEqual(Object.keys(page));
    expect(page.body.buffer.byteLength).toBe(4_000_000);
  });
  it('does not touch what has no bytes, nor what several threads share', () => {
    const plain = { a: [1, { b: 'c' }], when: new Date(0) };
    expect(withOwnBytes(plain)).toEqual({ value: plain, buffers: [] });
    expect(withOwnBytes(plain).value).toBe(plain);
    expect(withOwnBytes(undefined)).toEqual({ value: undefined, buffers: [] });
    const table = { table: new Uint8Array(new SharedArrayBuffer(8)) };
    expect(withOwnBytes(table).value).toBe(table);
  });
});

describe('a page on its way to a thread and back', () => {
  it('takes its own bytes along and not the batch in which it lies', async () => {
    const input = { body: viewOf([1, 2, 3]), followingBodies: [viewOf([4, 5])] };
    // what the fixture answers
    const answer = (await pool.run(input)) as {
      readonly value: { readonly buffers: readonly number[]; readonly body: Uint8Array };
    };
    expect(answer.value.buffers).toEqual([3, 2]);
    expect([...answer.value.body]).toEqual([1, 1, 1]);
    expect(answer.value.body.buffer.byteLength).toBe(3);
    expect([...input.body]).toEqual([1, 2, 3]);
  });

  it('takes no memory in the thread once it is answered for', async () => {
    const keeping = createWorkerPool({
      module: new URL('../../fixtures/keep-worker.ts', import.meta.url),
      budgetMs: 10_000,
      threads: 1,
    });
    const body = viewOf([1, 2, 3]);
    expect(await keeping.run({ body })).toBeUndefined();
    expect(await keeping.run({ body })).toBe(0);
    expect([...body]).toEqual([1, 2, 3]);
    await keeping.close();
  });

  it('is whole in its dead letter after its thread was ended', async () => {
    const ports = await openTestPorts();
    try {
      const body = viewOf([10, 20, 30, 40]);
      const page: FetchedPage = {
        item: 'i',
        sourceId: 's',
        url: 'https://a.example/i',
        finalUrl: 'https://a.example/i',
        redirects: [],
        fetchedAt: 2,
        firstSeen: 1,
        status: 200,
        contentType: 'text/html',
        encoding: 'identity',
        httpHeaders: {},
        tags: [],
        body,
      };
      const wire = writeMessage(
        pageFetched,
        { ...page, spin: true, followingBodies: [] },
        { key: 'i', source: 'fetch', time: 1 },
      );
      const stage = defineStage({
        step: pipeline.clean,
        from: pageFetched,
        to: pageFetched,
        // the fixture wants a list of them, and answers outcomes
        run: async (input: FetchedPage) =>
          (await pool.run({ ...input, followingBodies: [] })) as Outcome<FetchedPage>,
      });
      const message = { ...wire, value: body, topic: pageFetched.name, partition: 0, offset: '0', time: 1 };
      const answers: OutgoingMessage[] = [];
      for await (const part of handleInParts(stage, [message], ports)) answers.push(...part.answers.flat());
      const letter = answers.find(({ topic }) => topic === deadLetters.name);
      expect([...(letter?.value ?? [])]).toEqual([10, 20, 30, 40]);
    } finally {
      await ports.close();
    }
  });
});
