import { describe, expect, it } from '@jest/globals';
import {
  Source,
  type FetchItem,
  type Visit,
  type VisitKnown,
  type VisitQuestion,
  type HttpAnswer,
} from '@newsmill/contracts';
import { pageItem } from './frontier-items.ts';
import { readPageFailure, readPageVisit } from './read-page-visit.ts';
import type { FetchPolicy } from './visit.ts';

const source = Source.parse({
  id: 'paper',
  name: 'Paper',
  language: 'en',
  channels: [{ url: 'https://paper.example/feed' }],
});
const policy: FetchPolicy = {
  retryLadder: [1_000, 5_000],
  revisits: [3_600_000, 86_400_000],
  pollMin: 60_000,
  pollMax: 3_600_000,
  agent: 'newsmill',
};
const now = 1_800_000_000_000;
const moment = { now, chance: 0, delayMs: 500 };

function item(over: Partial<FetchItem> = {}): FetchItem {
  const made = pageItem(
    source,
    { url: 'https://paper.example/story?utm_source=x', title: 'T', authors: [], categories: [] },
    now,
  );
  if (made === undefined) throw new Error('no item');
  return { ...made, ...over };
}
function answer(over: Partial<HttpAnswer> = {}): HttpAnswer {
  return {
    status: 200,
    url: 'https://paper.example/story',
    redirects: [],
    headers: { 'content-type': 'text/html', etag: '"e"' },
    body: new TextEncoder().encode('<html>'),
    encoding: 'identity',
    truncated: false,
    ...over,
  };
}

const nothing: VisitKnown = { values: new Map(), items: [], events: [], isHeard: true };
/** The visit, with what is known where it asks. */
function decided(visit: Visit | VisitQuestion, known: VisitKnown = nothing): Visit {
  return 'answer' in visit ? visit.answer(known) : visit;
}
const context = { source, policy, moment };

describe('readPageVisit', () => {
  it('hands a page on, keeps its validators, frees the host after the delay and comes back at the first age', () => {
    const visit = decided(readPageVisit(item(), answer(), context));
    expect(visit.page).toMatchObject({
      finalUrl: 'https://paper.example/story',
      fetchedAt: now,
      sourceId: 'paper',
      entry: { title: 'T' },
    });
    expect(visit.settlement).toMatchObject({
      dueAt: now + 3_600_000,
      fetchedAt: now,
      hostFreeAt: now + 500,
      data: { etag: '"e"' },
    });
  });
  it('takes what a channel says of a page that its address leads to on another site as hearsay', () => {
    const entry = {
      url: 'https://paper.example/story',
      title: 'T',
      categories: ['Fraud'],
      channel: 'https://paper.example/feed',
      ofSite: true,
    };
    const entryAt = (url: string, over: Partial<Source> = {}) =>
      decided(
        readPageVisit(item({ data: { entry } }), answer({ url }), {
          ...context,
          source: { ...source, ...over },
        }),
      ).page?.entry;
    expect(entryAt('https://www.paper.example/story')).toMatchObject({ ofSite: true, categories: ['Fraud'] });
    expect(entryAt('https://victim.example/story')).toMatchObject({ ofSite: false, categories: [] });
    expect(entryAt('https://victim.example/story', { domains: ['victim.example'] })).toMatchObject({
      ofSite: true,
    });
  });
  it('hands an unchanged page on once more when its header speaks to robots otherwise', () => {
    const headers = { 'content-type': 'text/html', etag: '"e"' };
    const silent = decided(readPageVisit(item(), answer({ headers }), context)).settlement;
    const known = item({ fetchedAt: now - 1_000, data: silent.data });
    const told = decided(
      readPageVisit(known, answer({ status: 304, headers: { 'x-robots-tag': 'noindex' } }), context),
    ).settlement;
    expect(told).toMatchObject({ dueAt: now, data: { etag: undefined } });
    const forbidden = decided(
      readPageVisit(
        { ...known, data: told.data },
        answer({ headers: { ...headers, 'x-robots-tag': 'noindex' } }),
        context,
      ),
    );
    expect(forbidden.page).toMatchObject({
      robotsAgent: 'newsmill',
      httpHeaders: { 'x-robots-tag': 'noindex' },
    });
    expect(forbidden.settlement.data.etag).toBeUndefined();
    expect(
      decided(readPageVisit({ ...known, data: forbidden.settlement.data }, answer({ headers }), context))
        .page,
    ).toBeDefined();
    // A server that answers 304 to everything is not asked at once again.
    expect(
      decided(
        readPageVisit(
          { ...known, data: told.data },
          answer({ status: 304, headers: { 'x-robots-tag': 'noindex' } }),
          context,
        ),
      ).settlement.dueAt,
    ).toBe(now + 3_600_000);
  });
  it.each(['tdm-reservation', 'tdm-policy', 'content-usage', 'content-signal'])(
    'hands on what the header %s reserves, and asks for such a page whole each time',
    (name) => {
      const headers = { 'content-type': 'text/html', etag: '"e"' };
      const silent = decided(readPageVisit(item(), answer({ headers }), context)).settlement;
      const known = item({ fetchedAt: now - 1_000, data: silent.data });
      const told = decided(readPageVisit(known, answer({ headers: { ...headers, [name]: '1' } }), context));
      expect(told.page).toMatchObject({ httpHeaders: { [name]: '1' } });
      expect(told.settlement.data.etag).toBeUndefined();
      expect(
        decided(readPageVisit(known, answer({ status: 304, headers: { [name]: '1' } }), context)).settlement,
      ).toMatchObject({ dueAt: now, data: { etag: undefined } });
    },
  );
  it.each(['ignore', 'robots-txt'] as const)(
    'says nothing of robots for a source that does not obey its pages: %s',
    (robots) => {
      expect(
        decided(readPageVisit(item(), answer(), { ...context, source: { ...source, robots } })).page
          ?.robotsAgent,
      ).toBeUndefined();
    },
  );
  it('hands an unchanged page on once more when it went over to another source', () => {
    const first = decided(readPageVisit(item(), answer(), context)).settlement.data;
    const known = item({ fetchedAt: now - 1_000, data: first });
    expect(decided(readPageVisit(known, answer(), context)).page).toBeUndefined();
    expect(decided(readPageVisit({ ...known, sourceId: 'owner' }, answer(), context)).page).toBeDefined();
  });
  it.each([
    [404, 'gone', null],
    [410, 'gone', null],
    [500, 'retrying', now + 1_000],
    [429, 'retrying', now + 60_000],
    [403, 'dead', null],
  ] as const)('answers %i with %s', (status, fate, dueAt) => {
    const visit = decided(readPageVisit(item(), answer({ status }), context));
    expect(visit.fate?.fate).toBe(fate);
    expect(visit.settlement.dueAt).toBe(dueAt);
  });
  it('obeys Retry-After for the whole domain', () => {
    const visit = decided(
      readPageVisit(item(), answer({ status: 503, headers: { 'retry-after': '30' } }), context),
    );
    expect(visit.settlement).toMatchObject({ dueAt: now + 30_000, domainFreeAt: now + 30_000, attempt: 1 });
  });
  it('gives up after the last rung of the ladder, with the last error', () => {
    const visit = decided(readPageVisit(item({ attempt: 2 }), answer({ status: 500 }), context));
    expect(visit).toMatchObject({
      dead: { reason: 'tries-exhausted', detail: 'answered 500' },
      fate: { fate: 'dead' },
      settlement: { dueAt: null },
    });
  });
  it('takes a page that came whole but unchanged for unchanged, unless its feed says something new of it', () => {
    const first = decided(readPageVisit(item(), answer(), context)).settlement;
    const again = item({ fetchedAt: now - 1, data: first.data });
    const same = decided(
      readPageVisit(again, answer({ headers: { 'content-type': 'text/html', etag: '"f"' } }), context),
    );
    expect(same.page).toBeUndefined();
    expect(same.fate).toBeUndefined();
    expect(same.settlement).toMatchObject({
      dueAt: now + 3_600_000,
      fetchedAt: now - 1,
      data: { etag: '"f"' },
    });
    expect(
      decided(readPageVisit(again, answer({ body: new TextEncoder().encode('<html lang=en>') }), context))
        .page,
    ).toBeDefined();
    expect(
      decided(
        readPageVisit(
          {
            ...again,
            data: {
              ...first.data,
              entry: { url: 'https://paper.example/story', title: 'Corrected', authors: [], categories: [] },
            },
          },
          answer(),
          context,
        ),
      ).page,
    ).toBeDefined();
  });
  it('keeps the fate of an article whose revisit fails', () => {
    const visit = decided(
      readPageVisit(item({ attempt: 2, fetchedAt: now - 1 }), answer({ status: 500 }), context),
    );
    expect(visit.fate).toBeUndefined();
    expect(visit.dead).toBeUndefined();
    expect(visit.settlement.dueAt).toBe(now + 3_600_000);
  });
  it('drops what is no web page, and takes an undeclared one that looks like one', () => {
    expect(
      decided(readPageVisit(item(), answer({ headers: { 'content-type': 'application/pdf' } }), context))
        .fate,
    ).toMatchObject({ fate: 'dropped', reason: 'not-html' });
    expect(
      decided(
        readPageVisit(
          item(),
          answer({ headers: {}, body: new TextEncoder().encode('  <!DOCTYPE html><p>') }),
          context,
        ),
      ).page,
    ).toBeDefined();
    expect(
      decided(
        readPageVisit(item(), answer({ headers: {}, body: new TextEncoder().encode('%PDF-1.4') }), context),
      ).fate?.reason,
    ).toBe('not-html');
  });
  it('does not try again what a retry cannot change', () => {
    expect(
      decided(
        readPageFailure(item(), { kind: 'address-blocked', message: 'private', retryable: false }, context),
      ).dead,
    ).toEqual({ reason: 'address-blocked', detail: 'private' });
    expect(
      decided(readPageFailure(item(), { kind: 'reset', message: 'reset', retryable: true }, context)).fate
        ?.fate,
    ).toBe('retrying');
  });
});
