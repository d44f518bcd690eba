import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CleanArticle, knowsNothing } from '@newsmill/contracts';
import { enrichArticle, listEnrichers } from '@newsmill/enrich';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { sampleArticle } from '../../../../../libs/store/src/testing/sample-article.ts';
import { labelsOf, learnTopics } from './learn-topics.ts';

const folder = mkdtempSync(join(tmpdir(), 'train-topics-'));
afterEach(() => rmSync(join(folder, 'model.json'), { force: true }));
const options = { out: join(folder, 'model.json'), by: 'code', folds: 3, data: folder } as const;

function write(name: string, rows: readonly unknown[]): string {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}

const match = CleanArticle.parse({
  item: 'match',
  sourceId: 'paper',
  url: 'https://paper.example/match',
  finalUrl: 'https://paper.example/match',
  fetchedAt: 1,
  firstSeen: 1,
  title: 'A late goal won the cup for the team',
  text: 'The striker scored in the last minute, and the team took the cup home. '.repeat(3),
  blocks: [],
  confidence: 1,
});

describe('train topics', () => {
  it('writes a model from a file of labelled texts', async () => {
    const rows = Array.from({ length: 24 }, (_, index) =>
      index % 2 === 0
        ? {
            title: `Match ${index}`,
            text: 'The striker scored a goal and the team won the cup.',
            label: 'sport',
          }
        : {
            title: `Shares ${index}`,
            text: 'The company said profits and revenue rose in the quarter.',
            label: 'business',
          },
    );
    expect(await learnTopics([write('rows.jsonl', rows)], options)).toBe(0);
    const topicModel = readFileSync(options.out, 'utf8');
    expect(JSON.parse(topicModel)).toMatchObject({ trained: { rows: 24, folds: 3, accuracy: 1 } });
    const enrichers = listEnrichers({ topicModel }).filter(({ name }) => name === 'topics');
    expect(enrichArticle(match, { ...knowsNothing, articleId: 'match' }, enrichers)).toMatchObject({
      value: { facts: [{ name: 'topics', value: [{ code: 'sport' }] }] },
    });
  });

  it('ends with 1 for a line that it cannot read, and for one label alone', async () => {
    expect(await learnTopics([write('bad.jsonl', [{ text: 'x' }])], options)).toBe(1);
    expect(
      await learnTopics(
        [
          write(
            'one.jsonl',
            Array.from({ length: 20 }, () => ({ text: 'x', label: 'a' })),
          ),
        ],
        options,
      ),
    ).toBe(1);
  });

  it('learns nothing from articles of the library that are reserved against training', async () => {
    const ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
    const story = (index: number, isReserved: boolean) =>
      sampleArticle(`${isReserved ? 'reserved' : 'free'}-${index}`, {
        section: index % 2 === 0 ? 'Sport' : 'Business',
        content:
          index % 2 === 0
            ? 'The striker scored a goal and the team won the cup.'
            : 'The company said profits and revenue rose in the quarter.',
        ...(isReserved
          ? {
              rights: {
                training: { decision: 'denied', rules: [{ source: 'meta robots', value: 'noai' }] },
                reserved: ['training'],
              },
            }
          : {}),
      });
    await ports.library.write([
      ...Array.from({ length: 24 }, (_, index) => story(index, false)),
      ...Array.from({ length: 6 }, (_, index) => story(index, true)),
    ]);
    await ports.close();
    expect(await learnTopics([], { ...options, by: 'section' })).toBe(0);
    expect(JSON.parse(readFileSync(options.out, 'utf8'))).toMatchObject({ trained: { rows: 24 } });
  });

  it('labels articles of the library by code, section or source', () => {
    const article = {
      section: 'Wirtschaft',
      breadcrumb: ['Start', 'Wirtschaft'],
      tags: [],
      sourceId: 'paper',
      language: 'de',
    };
    expect(labelsOf(article, 'code')).toEqual(['medtop:04000000']);
    expect(labelsOf(article, 'section')).toEqual(['Wirtschaft']);
    expect(labelsOf(article, 'source')).toEqual(['paper']);
  });
});
