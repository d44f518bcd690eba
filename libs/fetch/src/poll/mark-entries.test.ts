import { describe, expect, it } from '@jest/globals';
import type { FeedEntry } from '@newsmill/contracts';
import fc from 'fast-check';
import { markEntries, type MarkedEntries, type PollClock } from './mark-entries.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const date = (ms: number): string => new Date(ms).toISOString();
const entry = (number: number, over: Partial<FeedEntry> = {}): FeedEntry => ({
  url: `https://paper.example/${number}`,
  id: `urn:${number}`,
  title: `Title ${number}`,
  summary: `Summary ${number}`,
  authors: [],
  categories: [],
  published: date(now - 3_600_000),
  ...over,
});
const mark = (
  entries: readonly FeedEntry[],
  memory: unknown = undefined,
  clock: PollClock = { now },
): MarkedEntries =>
  markEntries(
    entries.map((one) => ({ entry: one })),
    memory,
    clock,
  );
const marksOf = ({ entries }: MarkedEntries): string[] => entries.map((one) => one.mark);
const five = (over: (number: number) => Partial<FeedEntry> = () => ({})): FeedEntry[] =>
  [1, 2, 3, 4, 5].map((number) => entry(number, over(number)));

/** Which of the entries changed their mark from one poll to the next. */
function changed(
  before: readonly FeedEntry[],
  after: readonly FeedEntry[],
  clock: PollClock = { now: now + 5 * minute },
): number[] {
  const first = mark(before);
  const second = mark(after, first.memory, clock);
  return marksOf(second).flatMap((one, place) => (one === marksOf(first)[place] ? [] : [place + 1]));
}

describe('markEntries', () => {
  it.each([
    ['nothing', {}, []],
    ['the title', { title: 'Another' }, [3]],
    ['the summary', { summary: 'Another' }, [3]],
    ['the date', { updated: date(now - 30 * minute) }, [3]],
    ['the date, to the time of the request', { updated: date(now + 5 * minute) }, []],
    [
      'the date, to the time of the request by the clock of the server',
      { updated: date(now - 55 * minute) },
      [],
    ],
  ])('of one entry %s has changed', (_, over, expected) => {
    expect(
      changed(
        five(),
        five((number) => (number === 3 ? over : {})),
        { now: now + 5 * minute, served: now - 55 * minute },
      ),
    ).toEqual(expected);
  });

  it('does not believe dates that moved together, now or at every later poll', () => {
    let memory: unknown;
    const seen = new Set<string>();
    for (let poll = 0; poll < 20; poll += 1) {
      // Stamped when the answer was made, which a cache then kept for a while.
      const read = mark(
        five(() => ({ published: date(now + poll * 10 * minute - 7 * minute) })),
        memory,
        { now: now + poll * 10 * minute },
      );
      ({ memory } = read);
      for (const one of marksOf(read)) seen.add(one);
    }
    expect(seen.size).toBe(5);
  });

  it('sees a title change in a feed that stamps its entries', () => {
    const stamped = (at: number) => five(() => ({ published: date(at) }));
    expect(
      changed(
        stamped(now),
        stamped(now + minute).with(1, entry(2, { title: 'Mended', published: date(now + minute) })),
        { now: now + minute },
      ),
    ).toEqual([2]);
  });

  it('does not believe texts that changed together', () => {
    expect(
      changed(
        five(),
        five((number) => ({ summary: `Summary ${number}, read 3 minutes ago` })),
      ),
    ).toEqual([]);
  });

  it('takes a date that was too near at a later poll, and asks for the whole answer until then', () => {
    const first = mark(five());
    const update = five((number) => (number === 2 ? { updated: date(now + 5 * minute) } : {}));
    const near = mark(update, first.memory, { now: now + 5 * minute });
    expect([marksOf(near), near.isPending]).toEqual([marksOf(first), true]);
    const later = mark(update, near.memory, { now: now + 10 * minute });
    expect([marksOf(later)[1] === marksOf(first)[1], later.isPending]).toEqual([false, false]);
  });

  it('knows an entry by its guid when only the query of its link differs', () => {
    const link = (sid: string, over: Partial<FeedEntry> = {}) => [
      entry(1, { url: `https://paper.example/story?sid=${sid}`, ...over }),
    ];
    const first = mark(link('a'));
    const second = mark(link('b'), first.memory);
    expect(second.entries).toMatchObject([
      { entry: { url: 'https://paper.example/story?sid=a' }, mark: marksOf(first)[0] },
    ]);
    expect(mark(link('c'), second.memory).entries[0]?.entry.url).toBe('https://paper.example/story?sid=a');
    // Another story under the guid of a place in the page, or at another path.
    expect(mark(link('d', { title: 'Another' }), first.memory).entries[0]?.entry.url).toBe(
      'https://paper.example/story?sid=d',
    );
    expect(
      mark([entry(1, { url: 'https://paper.example/other?sid=e' })], first.memory).entries[0]?.entry.url,
    ).toBe('https://paper.example/other?sid=e');
  });

  it('does not take a guid that many entries share for a name', () => {
    const shared = (sids: readonly string[]) =>
      sids.map((sid) => entry(1, { url: `https://paper.example/story?id=${sid}` }));
    const first = mark(shared(['1', '2']));
    expect(mark(shared(['3', '1', '2']), first.memory).entries.map((one) => one.entry.url)).toEqual(
      ['3', '1', '2'].map((sid) => `https://paper.example/story?id=${sid}`),
    );
  });

  it('gives the same marks again for the same answer, whatever stands in it', () => {
    const text = fc.option(fc.string(), { nil: undefined });
    const any = fc.array(
      fc.record({
        url: fc.webUrl({ withQueryParameters: true }),
        id: text,
        title: text,
        summary: text,
        published: fc.option(
          fc
            .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
            .map((at) => at.toISOString()),
          { nil: undefined },
        ),
        authors: fc.constant<string[]>([]),
        categories: fc.constant<string[]>([]),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(any, (entries) => {
        const first = mark(entries);
        const second = mark(entries, JSON.parse(JSON.stringify(first.memory)));
        expect(second.entries).toEqual(first.entries);
        expect(second.memory).toEqual(first.memory);
      }),
    );
  });
});
