import { describe, expect, it } from '@jest/globals';
import { readPassage, type AnsweredPage } from './read-passage.ts';
import { consentPages } from './testing/consent-pages.ts';
import { loginPages } from './testing/login-pages.ts';
import { openPages } from './testing/open-pages.ts';
import { otherWallPages } from './testing/other-wall-pages.ts';

const readWall = (page: AnsweredPage) => readPassage(page).wall;
const walls = [...consentPages, ...loginPages, ...otherWallPages];
const kindOf = (html: string, url = 'https://www.harbourpost.example/story/ferry') =>
  readWall({ url, status: 200, headers: {}, html })?.kind;

describe('readPassage', () => {
  it.each(walls.map((page) => [page.kind, page.name, page] as const))(
    'knows a wall: %s, %s',
    (kind, _, page) => {
      expect(readWall({ status: 200, headers: {}, ...page })?.kind).toBe(kind);
    },
  );
  it.each(openPages.map((page) => [page.name, page] as const))('lets through %s', (_, { html, url }) => {
    expect(kindOf(html, url)).toBeUndefined();
  });
  it('says by what it knew', () => {
    const [first] = consentPages;
    expect(
      readWall({ status: 200, headers: {}, url: first?.url ?? '', html: first?.html ?? '' })?.why,
    ).toMatch(/consent/);
  });
  it('reads a page as far as no wall reaches', () => {
    expect(kindOf('<div>'.repeat(100_000))).toBeUndefined();
    expect(kindOf('<p>cookie consent</p>'.repeat(50_000))).toBeUndefined();
    expect(kindOf('')).toBeUndefined();
  });
});
