import { describe, expect, it } from '@jest/globals';
import { FetchedPage } from '@newsmill/contracts';
import { chooseArticle } from './choose-article.ts';

const sentences = [
  'The ferry to the outer islands stayed in the harbour this morning, because fog had covered the whole bay.',
  'Some forty people waited on the quay until noon; the harbour master gave out tea and asked them for patience.',
  'The next boat leaves at four, if the wind turns as the weather office says it will.',
];
const page = (over: object = {}) =>
  FetchedPage.parse({
    item: 'i',
    sourceId: 'paper',
    url: 'https://paper.example/fog',
    finalUrl: 'https://paper.example/sea/fog',
    fetchedAt: Date.UTC(2026, 10, 3),
    firstSeen: Date.UTC(2026, 10, 3),
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    entry: { url: 'https://paper.example/fog', title: 'Fog', categories: ['Sea'] },
    body: new TextEncoder().encode(
      `<!doctype html><html lang="en"><head><title>Fog holds the ferry</title></head><body><article><h1>Fog holds the ferry</h1>${sentences.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
    ),
    ...over,
  });
const exclude = (rule: object) => ({ choice: [{ place: '', exclude: [rule] }] });
const include = (rule: object) => ({ choice: [{ place: '', include: [rule] }] });

describe('chooseArticle', () => {
  it.each([
    ['fewer words', exclude({ name: 'short', fewerWords: 500 }), 'short'],
    ['the language of the page', exclude({ language: ['en'] }), 'exclude[0]'],
    ['the title of the page', exclude({ title: ['*ferry*'] }), 'exclude[0]'],
    ['the address after redirects', exclude({ url: ['/sea/*'] }), 'exclude[0]'],
    ['no rule of include', include({ language: ['de'] }), 'include'],
  ])('leaves an article out by %s, with the name of the rule', (_, choice, detail) => {
    expect(chooseArticle(page(choice))).toEqual({ kind: 'drop', reason: 'left-out', detail });
  });
  it('takes what no rule speaks against', () => {
    expect(chooseArticle(page()).kind).toBe('accept');
    expect(chooseArticle(page(exclude({ fewerWords: 5 }))).kind).toBe('accept');
    expect(chooseArticle(page(include({ category: ['sea'] }))).kind).toBe('accept');
  });
  it('lets an article of before stay', () => {
    const held = { articleId: 'a', mayLeave: false, why: '' };
    expect(chooseArticle(page({ ...exclude({ fewerWords: 500 }), held })).kind).toBe('accept');
    expect(chooseArticle(page({ ...exclude({ fewerWords: 500 }), cleanedBefore: 'x' })).kind).toBe('accept');
  });
});
