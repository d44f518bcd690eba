import { describe, expect, it } from '@jest/globals';
import { CleanArticle, type Known } from '@newsmill/contracts';
import { itemOf } from '@newsmill/text';
import { contentHash } from './content-hash.ts';
import { enrichArticle } from './enrich-article.ts';
import type { Enricher } from './enricher.ts';
import { lookUpFor } from './look-up-for.ts';

const body =
  'The ferry company said on Monday that the last boat to the island would leave an hour earlier during the winter months, because too few people travel after eight.';
function article(over: Record<string, unknown> = {}): CleanArticle {
  return CleanArticle.parse({
    item: itemOf('https://paper.example/a?utm_source=feed'),
    sourceId: 'paper',
    url: 'https://paper.example/a?utm_source=feed',
    finalUrl: 'https://paper.example/a',
    fetchedAt: 2,
    firstSeen: 1,
    title: 'Ferries leave earlier',
    text: body,
    blocks: [{ kind: 'paragraph', text: body }],
    confidence: 0.9,
    ...over,
  });
}
const ownId = itemOf('https://paper.example/a') ?? '';
const known = (over: Partial<Known> = {}): Known => ({
  articleId: ownId,
  owner: article().item,
  candidates: [],
  values: new Map(),
  site: [],
  ...over,
});

describe('lookUpFor', () => {
  it('claims the article by its final and its canonical address', () => {
    expect(lookUpFor(article()).claim).toEqual({ item: article().item, ownId });
    expect(lookUpFor(article({ canonicalUrl: 'https://paper.example/story' })).claim).toEqual({
      item: article().item,
      ownId,
      canonicalId: itemOf('https://paper.example/story'),
    });
    expect(
      lookUpFor(article({ canonicalUrl: 'https://paper.example/a#top' })).claim.canonicalId,
    ).toBeUndefined();
  });
  it('asks for copies by bands', () => {
    const { fingerprint } = lookUpFor(article());
    expect(fingerprint.bands.length).toBeGreaterThan(4);
    expect(fingerprint.payload.length).toBeLessThan(1_024);
  });

  it('shares a band with the mobile and AMP forms of its address', () => {
    const bands = (finalUrl: string) =>
      lookUpFor(article({ finalUrl, title: finalUrl, text: `${finalUrl} alone` })).fingerprint.bands;
    const shared = (one: string, other: string) =>
      bands(one).filter((band) => bands(other).includes(band)).length;
    expect(shared('https://paper.example/world/story', 'https://m.paper.example/world/story/amp')).toBe(1);
    expect(shared('https://paper.example/world/story', 'https://paper.example/world/other')).toBe(0);
  });
});

describe('enrichArticle', () => {
  it('drops an article whose address belongs to another item', () => {
    expect(enrichArticle(article(), known({ owner: 'another' }))).toEqual({
      kind: 'drop',
      reason: 'duplicate-of',
      articleId: ownId,
    });
  });
  it('remembers which version brought another text, so that the fetch stage learns when visits are worth it', () => {
    const payloadOf = (text: string) => lookUpFor(article({ text })).fingerprint.payload;
    const rememberedOf = (payload: string, candidates: Known['candidates']) => {
      const outcome = enrichArticle(article(), known({ fingerprint: payload, candidates }));
      return outcome.kind === 'accept'
        ? outcome.remember?.filter(({ key }) => key.startsWith('changed:'))
        : outcome;
    };
    const own = payloadOf(body);
    const changed = { key: `changed:${article().item}`, value: '2', ttlMs: expect.any(Number) };
    expect(rememberedOf(own, [{ id: ownId, payload: payloadOf(`${body} The ferry sank.`) }])).toEqual([
      changed,
    ]);
    expect(rememberedOf(own, [{ id: ownId, payload: own }])).toEqual([]);
    expect(rememberedOf(own, [{ id: 'other', payload: payloadOf('Another text altogether.') }])).toEqual([]);
  });

  describe('of an article that came before under another form of its address', () => {
    const text = Array.from(
      { length: 30 },
      (_, i) => `${body} That is sentence ${'abcdefghij'[i % 10]}${i}.`,
    ).join(' ');
    const twin = article({ finalUrl: 'https://m.paper.example/a/amp', text });
    const seen = (over: Record<string, unknown>, isEarlier = true) => {
      const { payload } = lookUpFor(article({ text, ...over })).fingerprint;
      return known({ candidates: [{ id: 'first', payload, isEarlier }] });
    };
    const own = { articleId: itemOf(twin.finalUrl) ?? '', owner: twin.item };

    it('drops it as a duplicate', () => {
      expect(enrichArticle(twin, { ...seen({}), ...own })).toEqual({
        kind: 'drop',
        reason: 'duplicate-of',
        articleId: 'first',
      });
    });
    it.each([
      ['the other one came later', seen({}, false), {}],
      ['the texts differ', seen({ text: `${body} ${text.slice(0, text.length / 2)}` }), {}],
      ['it is of another address', seen({ finalUrl: 'https://paper.example/b' }), {}],
      [
        'it is in the library under its own',
        seen({}),
        { held: { articleId: own.articleId, mayLeave: true, why: 'w' } },
      ],
    ])('keeps it where %s', (_, before, over) => {
      expect(enrichArticle({ ...twin, ...over }, { ...before, ...own }).kind).toBe('accept');
    });
    it('takes one that came later for no copy, since it has become no article', () => {
      const outcome = enrichArticle(twin, { ...seen({}, false), ...own });
      expect(outcome.kind === 'accept' ? [outcome.value.copies, outcome.value.duplicateOf] : outcome).toEqual(
        [[], undefined],
      );
    });
  });
  it('adds language, hash, counts and facts', () => {
    const outcome = enrichArticle(article({ language: 'en-GB' }), known());
    expect(outcome).toMatchObject({
      kind: 'accept',
      value: {
        id: ownId,
        languageDetected: 'en-GB',
        contentHash: contentHash('Ferries leave earlier', body),
        wordCount: 29,
        readingMinutes: 1,
      },
    });
    expect(outcome.kind === 'accept' ? outcome.value.facts.map((fact) => fact.name) : []).toEqual(
      expect.arrayContaining(['language', 'story']),
    );
    expect(outcome.kind === 'accept' && 'duplicateOf' in outcome.value).toBe(false);
  });
  it('links a copy to the article with the same text that was published first', () => {
    const published = (iso: string) =>
      lookUpFor(article({ published: iso, finalUrl: `https://${iso.slice(0, 10)}.example/a` })).fingerprint
        .payload;
    const candidates = [
      { id: 'second', payload: published('2026-11-02T08:00:00Z') },
      { id: 'first', payload: published('2026-11-01T08:00:00Z') },
    ];
    const outcome = enrichArticle(
      article({ title: 'Last boat at eight', published: '2026-11-03T08:00:00Z' }),
      known({ candidates }),
    );
    expect(outcome).toMatchObject({
      kind: 'accept',
      value: { duplicateOf: 'first', familyId: 'first', similarity: 1, copies: [] },
    });
  });
  it('names the copies that came before it but were published later', () => {
    const { payload } = lookUpFor(
      article({ published: '2026-11-05T08:00:00Z', finalUrl: 'https://other.example/a' }),
    ).fingerprint;
    const outcome = enrichArticle(
      article({ published: '2026-11-03T08:00:00Z' }),
      known({ candidates: [{ id: 'later', payload }] }),
    );
    expect(outcome).toMatchObject({ kind: 'accept', value: { copies: [{ id: 'later', similarity: 1 }] } });
    expect(outcome.kind === 'accept' && 'duplicateOf' in outcome.value).toBe(false);
  });
  it('gives enrichers what was cleaned again as what was cleaned at first', () => {
    const given: string[] = [];
    const looking: Enricher = {
      name: 'looking',
      version: '1',
      about: 'Looks.',
      facts: [],
      isUsual: true,
      enrich: (input) => {
        given.push(JSON.stringify(input.article));
        return [];
      },
    };
    enrichArticle(article(), known(), [looking]);
    const outcome = enrichArticle(article({ isAgain: true }), known(), [looking]);
    expect(outcome).toMatchObject({ kind: 'accept', value: { id: ownId, isAgain: true } });
    expect(given[1]).toBe(given[0]);
  });

  it('answers without a look-up too', () => {
    expect(
      enrichArticle(article(), { articleId: '', owner: '', candidates: [], values: new Map(), site: [] }),
    ).toMatchObject({ kind: 'accept', value: { id: ownId } });
  });
  it('keeps fields that it does not know', () => {
    expect(enrichArticle(article({ invented: 7 }), known())).toMatchObject({ value: { invented: 7 } });
  });
});

describe('contentHash', () => {
  it('sees neither case nor punctuation nor spacing', () => {
    expect(contentHash('A “Title”', 'Body, text.\n\nMore')).toBe(contentHash('a title', 'body text more'));
    expect(contentHash('a', 'b')).not.toBe(contentHash('b', 'a'));
  });
});
