import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { openPack, packFolder } from '../../bench/extraction/pack.ts';
import { scoreRun, type Figures } from '../../bench/extraction/score-run.ts';
import { dayOf, peopleOf } from '../../bench/extraction/score-metadata.ts';
import { inventedGold } from './invented-gold.ts';
import { spoilGold } from './spoil-gold.ts';

type Scores = Readonly<Record<string, number>>;
const python: { readonly invented: Scores; readonly corpus: string; readonly pack: Scores } = JSON.parse(
  readFileSync(new URL('scores-of-python.json', import.meta.url), 'utf8'),
);

function expectSame(figures: Figures, scores: Scores): void {
  expect(Object.keys(figures).sort()).toEqual(Object.keys(scores).sort());
  for (const [row, value] of Object.entries(scores))
    expect([row, Math.abs((figures[row]?.value ?? Number.NaN) - value) < 1e-9]).toEqual([row, true]);
}

describe('the scorer of extraction', () => {
  it('says what score.py says of invented pages', () =>
    expectSame(scoreRun(inventedGold, spoilGold(inventedGold)), python.invented));

  const folder = packFolder();
  const pack = folder === undefined ? undefined : openPack(folder);
  const title = 'says what score.py says of the public cases';
  if (pack === undefined)
    it.skip(`${title} (skipped: the public cases are not beside the project)`, () => undefined);
  else if (pack.hash !== python.corpus)
    it.skip(`${title} (skipped: the public cases beside the project are others than those that score.py was asked about)`, () =>
      undefined);
  else it(title, () => expectSame(scoreRun(pack.gold, spoilGold(pack.gold)), python.pack));

  it('takes a conjunction for one only between words', () => {
    expect([...peopleOf(['By Zoë Née and Émile e Ana', 'Siân Dandy'])]).toEqual([
      'zoë née',
      'émile',
      'ana',
      'siân dandy',
    ]);
  });

  it('reads the day of both ways to write a date', () => {
    expect([
      dayOf('2026-3-1T23:00:00+02:00'),
      dayOf('Sun, 01 Mar 2026 23:00:00 +0200'),
      dayOf('yesterday'),
    ]).toEqual(['2026-03-01', '2026-03-01', undefined]);
  });
});
