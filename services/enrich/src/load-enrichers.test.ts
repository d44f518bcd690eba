import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CleanArticle } from '@newsmill/contracts';
import { listEnrichers } from '@newsmill/enrich';
import { createWorkerPool } from '@newsmill/runtime';
import { loadEnrichers } from './load-enrichers.ts';
import { tellProblems } from './tell-problems.ts';

const example = fileURLToPath(new URL('../../../deploy/enrichers/mentions-weather.mjs', import.meta.url));
const text =
  'A storm tore roofs from houses along the coast on Tuesday night, and the river flooded the lower streets of the old town before dawn.';
const article = CleanArticle.parse({
  item: 'i',
  sourceId: 'paper',
  url: 'https://paper.example/a',
  finalUrl: 'https://paper.example/a',
  fetchedAt: 2,
  firstSeen: 1,
  title: 'Storm on the coast',
  language: 'en',
  text,
  blocks: [{ kind: 'paragraph', text }],
  confidence: 1,
});
const known = { articleId: 'a', owner: 'i', candidates: [], values: new Map(), site: [] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsmill-enrichers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const written = async (name: string, source: string) => {
  await writeFile(join(folder, name), source);
  return join(folder, name);
};

describe('loadEnrichers', () => {
  it('loads an enricher of the operator behind those of newsmill', async () => {
    const enrichers = await loadEnrichers({ enrichers: [example] });
    expect(enrichers.at(-1)?.name).toBe('mentions-weather');
    expect(enrichers.length).toBeGreaterThan(1);
    expect((await loadEnrichers({ enrichers: ['none', example] })).map(({ name }) => name)).toEqual([
      'mentions-weather',
    ]);
  });
  it('says what is wrong with a module', async () => {
    await expect(loadEnrichers({ enrichers: [join(folder, 'missing.mjs')] })).rejects.toThrow(
      /missing\.mjs cannot be loaded: /,
    );
    await expect(
      loadEnrichers({ enrichers: [await written('broken.mjs', 'export const enricher = {')] }),
    ).rejects.toThrow(/broken\.mjs cannot be loaded: /);
    await expect(
      loadEnrichers({ enrichers: [await written('empty.mjs', 'export const other = 1;')] }),
    ).rejects.toThrow(/empty\.mjs: enricher/);
    await expect(loadEnrichers({ enrichers: ['langauge'] })).rejects.toThrow(/did you mean language\?/);
  });
  it('says which topic model cannot be read', async () => {
    await expect(loadEnrichers({ enrichers: [], topicModel: join(folder, 'no-model.json') })).rejects.toThrow(
      /no-model\.json/,
    );
  });
});

describe('docs/enrich.md', () => {
  it('names every enricher with its facts, and no other', async () => {
    const page = await readFile(new URL('../../../docs/enrich.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| [^|]+ \| (`[^|]+`) \| (on|off|with)/gm)].map(
      ([, name, facts, state]) => [name, facts?.replaceAll('`', ''), state],
    );
    const list = listEnrichers().map(({ name, facts, isUsual }) => [
      name,
      facts.join(', '),
      isUsual ? 'on' : 'off',
    ]);
    expect(rows).toEqual([...list, ['vector', 'vector', 'with']]);
  });
});

describe('the enriching thread', () => {
  const pool = (enrichers: readonly string[], budgetMs = 5_000) =>
    createWorkerPool({
      module: new URL('./enrich.worker.ts', import.meta.url),
      options: { enrichers },
      budgetMs,
      threads: 1,
    });

  it('enriches with the enrichers of the operator', async () => {
    const workers = pool(['-language', example]);
    const outcome = await workers.run(article, known);
    expect(outcome).toMatchObject({
      kind: 'accept',
      value: {
        facts: expect.arrayContaining([
          { name: 'weather', value: ['storm', 'flood'], by: 'mentions-weather/1', confidence: 0.8 },
        ]),
      },
    });
    await workers.close();
  });
  it('notes an enricher that fails; the article goes on', async () => {
    const failing = await written(
      'failing.mjs',
      "export const enricher = { name: 'failing', version: '2', about: 'Fails.', facts: ['failing'], enrich() { throw new Error('no luck'); } };",
    );
    const notes: unknown[] = [];
    const workers = tellProblems(pool(['none', failing]), (name, fields) => notes.push([name, fields]));
    expect(await workers.run(article, known)).toMatchObject({ kind: 'accept' });
    expect(notes).toEqual([['enricher.failed', { enricher: 'failing/2', item: 'i', problem: 'no luck' }]]);
    await workers.close();
  });
  it('is ended when an enricher never ends, and works on', async () => {
    const endless = await written(
      'endless.mjs',
      "export const enricher = { name: 'endless', version: '1', about: 'Never ends.', facts: ['endless'], enrich({ article }) { while (article.title === 'Storm on the coast'); return []; } };",
    );
    const workers = pool([endless], 500);
    await expect(workers.run(article, known)).rejects.toThrow(/took longer than 500 ms/);
    expect(await workers.run({ ...article, title: 'Calm' }, known)).toMatchObject({ kind: 'accept' });
    await workers.close();
  });
});
