import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listEnrichers, modelsOf } from './enrichers.ts';
import { lookUpModels } from './look-up-for.ts';
import { usualModels } from './usual-models.ts';
import { declareVectors } from './vectors/vector-enricher.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** A file with all that it imports for more than types, but what enrichers share of the state. */
function reachedFrom(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || path.endsWith('look-up-for.ts')) return seen;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  for (const [, place = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)';/gm))
    reachedFrom(join(dirname(path), place), seen);
  return seen;
}

/** The models that are read by what a file reaches. */
function modelsIn(path: string): string[] {
  const names = [...reachedFrom(path)].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/loadModel\('([^']+)'\)/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].toSorted();
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('-enricher.ts'),
);
const filesOf = (name: string) =>
  files.filter((path) => path.endsWith(`/${name}-enricher.ts`)).map((path) => join(root, path));

describe('every enricher', () => {
  it('is one file beside its function, and names the models that this reads', () => {
    for (const { name, models = [] } of listEnrichers()) {
      const [file = '', ...others] = filesOf(name);
      expect({ name, others, models: models.toSorted() }).toEqual({
        name,
        others: [],
        // The sketches of stories are made by the look-up.
        models: [...modelsIn(file), ...(name === 'story' ? lookUpModels : [])]
          .filter((model, at, all) => all.indexOf(model) === at)
          .toSorted(),
      });
    }
  });
});

describe('modelsOf', () => {
  const all = { vectors: undefined, ownTopics: false };
  it('names what the chosen enrichers read, and no more', () => {
    expect(modelsOf([], all)).toEqual(usualModels);
    expect(modelsOf(['none'], all)).toEqual(['word-rarities']);
    expect(modelsOf(['none', 'language'], all)).toEqual(['word-rarities', 'language']);
    expect(modelsOf(['-entities'], all)).not.toContain('name-tagger');
    expect(modelsOf([], all).toSorted()).toEqual(
      [
        'foreign-people',
        'foreign-tagger',
        'language',
        'name-classes',
        'name-tagger',
        'organisations',
        'phrase-words',
        'places',
        'topics',
        'word-classes',
        'word-rarities',
      ].toSorted(),
    );
  });
  it('leaves out the topics where the operator has a model, and adds the vectors', () => {
    expect(modelsOf([], { ...all, ownTopics: true })).not.toContain('topics');
    expect(modelsOf([], { ...all, vectors: 'english' })).toEqual([
      ...modelsOf([], all),
      ...(declareVectors('english').models ?? []),
    ]);
  });
  it('refuses a choice that cannot be made', () => {
    expect(() => modelsOf(['entites'], all)).toThrow('did you mean entities?');
  });
});
