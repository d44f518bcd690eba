import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readPage } from './read-page.ts';

const folder = path.resolve(import.meta.dirname, '../pages');

/**
 * What golden pages pin down: every field that the page gives, the passes that had something to take, and
 * where `removals` are written down each box with the pass that names it.
 */
function readGolden(name: string, withRemovals: boolean): unknown {
  const url = `https://${name.split('--')[0] ?? ''}.example/news/2026/story`;
  const { article, kind, flags, removals } = readPage(
    { bytes: readFileSync(path.join(folder, name, 'page.html')), contentType: 'text/html' },
    { url, now: Date.parse('2026-06-01T00:00:00Z') },
  );
  const { text: _, publishedLocal: __, ...fields } = article;
  return JSON.parse(
    JSON.stringify({
      kind,
      flags,
      passes: [...new Set(removals.map((removal) => removal.pass))].sort(),
      ...(withRemovals
        ? { removals: removals.map((removal) => `${removal.pass}: ${removal.text.slice(0, 60)}`) }
        : {}),
      ...fields,
    }),
  );
}

describe('golden pages', () => {
  it.each(readdirSync(folder))('reads %s whole', (name) => {
    const expected: Record<string, unknown> = JSON.parse(
      readFileSync(path.join(folder, name, 'article.json'), 'utf8'),
    );
    expect(readGolden(name, 'removals' in expected)).toEqual(expected);
  });
});
