import { describe, expect, it } from '@jest/globals';
import {
  driftKey,
  FetchedPage,
  mostSiteArticles,
  paywallKey,
  readDriftAlarm,
  readPaywallCount,
  withSightings,
  type SiteArticle,
} from '@newsmill/contracts';
import { chooseArticle } from '../choose-article.ts';
import { hashOfText } from '../hash-of-text.ts';
import { driftNames } from './watch-drift.ts';

const subjects = ['harbour', 'tram', 'council', 'school', 'river', 'market', 'library', 'bridge', 'theatre'];

function storyOf(number: number): string {
  const name = (at: number) => subjects[(number * 5 + at * 7) % subjects.length] ?? '';
  return Array.from(
    { length: 6 },
    (_, at) =>
      `<p>The ${name(at)} was talked about on day ${number * 13 + at}, and the ${name(at + 1)} with its ${number + 40} keepers got a new plan. People from the ${name(at + 2)} came in number ${number * 3 + at} and asked for more light, more benches and fewer cars along the quay.</p>`,
  ).join('');
}

/** A page as the paper makes it; `broken`: since its layout changed. */
function pageOf(number: number, broken = false, over: Partial<FetchedPage> = {}): FetchedPage {
  const title = `Keepers of the ${subjects[number % subjects.length]} get plan number ${number}`;
  const html = broken
    ? `<html><head><title>x</title></head><body><h1>x</h1><div class="n">${storyOf(number).slice(0, 330)}</p></div></body></html>`
    : `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p class="by">By Ada Moss</p><time datetime="2026-11-20T08:00:00Z">20 November 2026</time><div class="text">${storyOf(number)}</div></article></body></html>`;
  const url = `https://www.paper.example/news/${number}`;
  return FetchedPage.parse({
    item: `i${number}`,
    sourceId: 'paper',
    url,
    finalUrl: url,
    fetchedAt: Date.UTC(2026, 10, 20) + number * 60_000,
    firstSeen: 1,
    status: 200,
    contentType: 'text/html',
    encoding: 'identity',
    body: new TextEncoder().encode(html),
    ...over,
  });
}

/** Cleans pages one after the other with what the state would know. */
class Watch {
  readonly memories = new Map<string, readonly SiteArticle[]>();
  readonly values = new Map<string, string>();

  clean(page: FetchedPage) {
    const known = {
      site: this.memories.get('paper.example') ?? [],
      memories: this.memories,
      values: this.values,
    };
    const outcome = chooseArticle(page, known);
    if (outcome.kind !== 'accept') return outcome;
    for (const seen of outcome.seen ?? [])
      this.memories.set(seen.site, withSightings(this.memories.get(seen.site) ?? [], [seen]));
    for (const { key, value } of outcome.remember ?? []) this.values.set(key, value);
    return outcome;
  }
  /** Flags of the articles of pages, or why there is none. */
  flags(pages: readonly FetchedPage[]) {
    return pages.map((page) => {
      const outcome = this.clean(page);
      return outcome.kind === 'accept' ? outcome.value.flags.includes('quarantined') : outcome.reason;
    });
  }
  alarm() {
    return readDriftAlarm(this.values.get(driftKey('paper')));
  }
}

const from = (first: number, count: number, broken = false) =>
  Array.from({ length: count }, (_, index) => pageOf(first + index, broken));

describe('watchDrift', () => {
  it('holds back what a broken layout leaves, from the second article on, and says what is so', () => {
    const watch = new Watch();
    expect(watch.flags(from(1, 20))).toEqual(Array(20).fill(false));
    expect(watch.flags(from(21, 4, true))).toEqual([false, true, true, true]);
    expect(watch.alarm()).toMatchObject({ site: 'paper.example', isHolding: true });
    expect(watch.alarm()?.says).toMatch(
      /^The last 4 articles of paper\.example differ from the 15 before: titles of 1 char/,
    );
    expect(watch.alarm()?.since).toBe(pageOf(21).fetchedAt);
  });

  it('tells of a source that is broken from its first articles on, and holds nothing of it back', () => {
    const watch = new Watch();
    expect(watch.flags(from(1, 8, true))).toEqual(Array.from({ length: 8 }, () => false));
    expect(watch.alarm()).toMatchObject({
      isHolding: false,
      says: expect.stringMatching(/are like those of no other site: titles of 1 characters/),
    });
    watch.flags(from(9, 3));
    expect(watch.alarm()).toBeUndefined();
  });

  it('ends the alarm when the layout is mended, and shows what is read well at once', () => {
    const watch = new Watch();
    watch.flags([...from(1, 20), ...from(21, 4, true)]);
    expect(watch.flags(from(30, 3))).toEqual([false, false, false]);
    expect(watch.alarm()).toBeUndefined();
  });

  it('keeps what was held back so while as little can be read of it, and releases it when more can', () => {
    const watch = new Watch();
    watch.flags([...from(1, 20), ...from(21, 4, true), ...from(30, 6)]);
    expect(watch.flags([pageOf(22, true, { wasQuarantined: true })])).toEqual([true]);
    expect(watch.flags([pageOf(22, false, { wasQuarantined: true })])).toEqual([false]);
  });

  it('leaves the article of an earlier visit as it is', () => {
    const watch = new Watch();
    watch.flags([...from(1, 20), ...from(21, 4, true)]);
    const held = { articleId: 'a', mayLeave: false, why: 'it answers' };
    expect(watch.flags([pageOf(5, true, { held })])).toEqual(['broken-layout']);
  });

  it('replaces what was passed before the alarm', () => {
    const watch = new Watch();
    watch.flags(from(1, 20));
    const first = watch.clean(pageOf(21, true));
    watch.flags(from(22, 2, true));
    const cleanedBefore = first.kind === 'accept' ? hashOfText(first.value) : '';
    const again = watch.clean(pageOf(21, true, { cleanedBefore }));
    expect(
      again.kind === 'accept' && [again.value.isAgain, again.value.flags.includes('quarantined')],
    ).toEqual([true, true]);
  });

  it('counts which of the newest ten articles are marked for subscribers, until most are free again', () => {
    const forMembers = (number: number) => {
      const page = pageOf(number);
      const mark =
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}</script>';
      const html = new TextDecoder().decode(page.body).replace('</head>', `${mark}</head>`);
      return { ...page, body: new TextEncoder().encode(html) };
    };
    const watch = new Watch();
    const count = () => readPaywallCount(watch.values.get(paywallKey('paper')));
    watch.flags(Array.from({ length: 7 }, (_, at) => forMembers(at + 1)));
    watch.flags(from(8, 3));
    expect(count()).toBeUndefined();
    watch.flags(Array.from({ length: 8 }, (_, at) => forMembers(at + 11)));
    expect(count()).toEqual({ site: 'paper.example', marked: 8, of: 10, words: expect.any(Number) });
    // The same article again is no other one.
    watch.flags([forMembers(18), forMembers(18)]);
    expect(count()?.marked).toBe(8);
    watch.flags(from(20, 3));
    expect(count()?.marked).toBe(7);
  });

  it('keeps little of each source, and nothing where nothing is remembered', () => {
    const watch = new Watch();
    watch.flags([...from(1, 60), ...from(61, 60, true)]);
    const names = driftNames(pageOf(1));
    for (const name of [names?.usual ?? '', names?.odd ?? '']) {
      const articles = watch.memories.get(name) ?? [];
      expect(articles).toHaveLength(mostSiteArticles);
      expect(Math.max(...articles.map(({ lines }) => lines.length))).toBeLessThan(60);
    }
    const outcome = chooseArticle(pageOf(1));
    expect(outcome.kind === 'accept' && outcome.seen?.length).toBe(1);
  });
});
