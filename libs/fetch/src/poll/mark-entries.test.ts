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
    ['the licence', { rights: { licence: 'https://a.example/l', rules: [], terms: [] } }, [3]],
    ['the notice alone', { rights: { copyright: '© 2027', rules: [], terms: [] } }, []],
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

/** The addresses by which entries are known, poll after poll. */
function addressesOf(polls: readonly (readonly FeedEntry[])[]): string[][] {
  let memory: unknown;
  return polls.map((shown) => {
    const marked = mark(shown, memory);
    memory = marked.memory;
    return marked.entries.map((one) => one.entry.url);
  });
}
const session = (poll: number, number: number) => `https://paper.example/s${poll}/story/${number}`;

describe('markEntries, guids and links that move', () => {
  it('knows entries by their guids where a session moves their links, on the same host alone', () => {
    const poll = (number: number) => five((place) => ({ url: session(number, place) }));
    const [first] = addressesOf([poll(1)]);
    expect(addressesOf([poll(1), poll(2), poll(3)])).toEqual([first, first, first]);
    const elsewhere = five((place) => ({ url: `https://other.example/${place}` }));
    expect(addressesOf([poll(1), elsewhere])[1]).toEqual(elsewhere.map(({ url }) => url));
  });
  it('takes one link that moves alone for a new one: the old may be gone', () => {
    const moved = five((place) => (place === 3 ? { url: session(2, 3) } : {}));
    expect(addressesOf([five(), moved])[1]).toEqual(moved.map(({ url }) => url));
  });
  it('knows an entry whose title or text changes too, where the channel moves the links of the others', () => {
    const poll = (number: number) =>
      five((place) => ({
        url: session(number, place),
        ...(place === number ? { title: 'New', summary: 'New' } : {}),
      }));
    const polls = addressesOf([poll(1), poll(2), poll(3), poll(4)]);
    expect(new Set(polls.flat()).size).toBe(5);
  });
  it('takes a guid that comes again with another link and another story for another article', () => {
    const weather = (day: number) => [
      entry(1, {
        id: 'weather',
        title: 'The weather',
        summary: `Day ${day}`,
        url: `https://paper.example/w/${day}`,
        published: date(now - day),
      }),
      entry(2),
      entry(3),
    ];
    expect(new Set(addressesOf([weather(1), weather(2), weather(3)]).flat()).size).toBe(5);
  });
  it('is helped by no guid that changes at each poll, and loses nothing by it', () => {
    const poll = (number: number) => five((place) => ({ id: `${number}-${place}` }));
    expect(new Set(addressesOf([poll(1), poll(2)]).flat()).size).toBe(5);
  });
  it('keeps no address that another entry has now', () => {
    const then = five((place) => ({ url: session(1, place) }));
    const later = [...five((place) => ({ url: session(2, place) })), entry(6, { url: session(1, 1) })];
    expect(addressesOf([then, later])[1]).toEqual([
      session(2, 1),
      ...[2, 3, 4, 5].map((place) => session(1, place)),
      session(1, 1),
    ]);
  });
  it('makes one article a guid of whatever links a session gives it, in any order and selection', () => {
    const polls = fc.array(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(polls, (orders) => {
        const known = addressesOf(
          orders.map((order, poll) => order.map((number) => entry(number, { url: session(poll, number) }))),
        );
        // An entry that was away is forgotten; of those that stay, none is another article.
        for (let poll = 1; poll < known.length; poll += 1)
          orders[poll]?.forEach((number, place) => {
            const before = orders[poll - 1]?.indexOf(number) ?? -1;
            if (before !== -1) expect(known[poll]?.[place]).toBe(known[poll - 1]?.[before]);
          });
      }),
    );
  });
  it('loses no story, whatever guids come with it: of places, of all entries at once, or none', () => {
    const story = fc.record({
      number: fc.integer({ min: 1, max: 8 }),
      id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    });
    const polls = fc.array(fc.uniqueArray(story, { selector: ({ number }) => number, maxLength: 6 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(polls, (shown) => {
        const known = addressesOf(shown.map((list) => list.map(({ number, id }) => entry(number, { id }))));
        expect(known).toEqual(
          shown.map((list) => list.map(({ number }) => `https://paper.example/${number}`)),
        );
      }),
    );
  });
});
