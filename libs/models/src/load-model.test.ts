import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { loadModel, shareModels } from './load-model.ts';
import { modelFiles, type ModelName } from './model-files.ts';

// the keys of an object are those of its type, as long as nobody adds to it
const names = Object.keys(modelFiles) as ModelName[];

describe('loadModel', () => {
  it.each(names)('reads %s, checked by its hash', (name) => {
    const model = loadModel(name);
    expect(model.by).toBe(`${name}/${modelFiles[name].version}`);
    expect(model.names('').length).toBeGreaterThan(0);
    expect(loadModel(name)).toBe(model);
  });

  it('gives a thread the memory of its process', async () => {
    shareModels(['word-rarities']);
    const words = loadModel('word-rarities').uint32('words');
    const before = words[0] ?? 0;
    const worker = new Worker(new URL('./testing/touch-model.ts', import.meta.url), {
      execArgv: ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning'],
    });
    await once(worker, 'message');
    await worker.terminate();
    expect(words[0]).toBe(~before >>> 0);
    words[0] = before;
  });

  it('says which tensor a model lacks, or holds as other numbers', () => {
    const model = loadModel('word-rarities');
    expect(() => model.uint32('nothing')).toThrow('word-rarities holds no U32 as nothing');
    expect(() => model.int8('words')).toThrow('word-rarities holds no I8 as words; restore it from');
    expect(() => model.number('nothing')).toThrow('holds no F64 as nothing');
  });

  it('finds lines by their numbers', () => {
    const towns = loadModel('places').lines('towns');
    expect(towns.count).toBeGreaterThan(30_000);
    expect(towns.at(0)).toMatch(/^[^\t\n]+\t[A-Z]{2}\t/);
    expect(towns.at(towns.count - 1)).toMatch(/^[^\t\n]+\t[A-Z]{2}[^\n]*$/);
    expect(towns.at(towns.count)).toBeUndefined();
  });
});
