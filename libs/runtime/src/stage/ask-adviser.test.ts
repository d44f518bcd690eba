import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { askAdviser } from './ask-adviser.ts';
import type { Adviser } from './define-stage.ts';
import { heardTelling } from '../testing/heard-telling.ts';
import type { StagePorts } from './stage-ports.ts';

type Asking = Adviser<string>['advise'];

describe('askAdviser', () => {
  let said: readonly string[];
  let ports: StagePorts;
  beforeEach(() => {
    const { lines, ...telling } = heardTelling();
    said = lines;
    ports = telling as StagePorts; // an adviser of these tests asks no port
  });
  const ask = (advise: Asking, limitMs = 100) => askAdviser({ limitMs, advise }, ['a', 'b'], ports, 'enrich');

  it('takes what the adviser makes of the batch', async () => {
    expect(await ask(async (outputs) => outputs.map((output) => `${output}!`))).toEqual(['a!', 'b!']);
    expect(said).toEqual([]);
  });

  it.each<[string, Asking]>([
    [
      'fails',
      async () => {
        throw new Error('no');
      },
    ],
    ['answers too few', async () => ['a!']],
    ['never answers', () => new Promise(() => undefined)],
  ])('passes on what was there when the adviser %s', async (_, advise) => {
    const began = performance.now();
    expect(await ask(advise)).toEqual(['a', 'b']);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(said.join('')).toContain('"what":"advice of enrich"');
  });

  it('tells the adviser when its time is over, and takes what it has then', async () => {
    const late: Asking = async (outputs, _, signal) => {
      await sleep(5_000, undefined, { signal }).catch(() => undefined);
      return outputs.map((output) => `${output}?`);
    };
    expect(await ask(late)).toEqual(['a?', 'b?']);
    expect(said).toEqual([]);
  });
});
