import { describe, expect, it } from '@jest/globals';
import { describeFamily } from './describe-family.ts';
import { findFamily, originLead, readMember, writeMember, type Member } from './find-family.ts';
import { sketchOf } from './text-sketch.ts';

const text =
  'The harbour board voted on Tuesday to reopen the old tram line between the fish market and the station, which was closed in 1968, at a cost of four million.';
const more =
  'Shopkeepers along the quay had asked for the line for years, and a petition with thousands of names lay on the table when the vote was taken. The first cars are to run before the summer holidays begin.';
const sketch = sketchOf('t', text);
const member = (id: string, since: number, over: Partial<Member> = {}): Member => ({
  id,
  since,
  sketch,
  ...over,
});
const candidate = ({ id, ...rest }: Member) => ({ id, payload: writeMember(rest) });

describe('findFamily', () => {
  it('gives the same answer in every order of arrival', () => {
    const [a, b, c] = [member('a', 1), member('b', 2), member('c', 2)] as const;
    expect(findFamily(a, [b, c].map(candidate))).toMatchObject({
      copies: [
        { id: 'b', similarity: 1 },
        { id: 'c', similarity: 1 },
      ],
      bridged: [],
    });
    expect(findFamily(b, [a, c].map(candidate))).toMatchObject({
      original: { id: 'a', similarity: 1, since: a.since },
      copies: [],
      bridged: [{ id: 'c', similarity: 1 }],
      relation: 'copy',
    });
    expect(findFamily(c, [b].map(candidate))).toMatchObject({
      original: { id: 'b', similarity: 1, since: b.since },
      copies: [],
    });
    expect(findFamily(b, [c].map(candidate)).original).toBeUndefined();
  });
  it('passes over itself and over payloads that it cannot read', () => {
    expect(
      findFamily(member('a', 5), [candidate(member('a', 1)), { id: 'x', payload: 'older form' }]),
    ).toEqual({ copies: [], bridged: [], relatives: [] });
    for (const payload of ['abc|def', '1|s:AAAA', `${'9'.repeat(12)}||${'x:1'}`, ''])
      expect(readMember({ id: 'x', payload })).toBeUndefined();
  });
  it('reads members as they were written', () => {
    for (const own of [
      member('a', 1_800_000_000_000),
      member('b', -5, { publisher: 'paper.example' }),
      member('c', 0, { publisher: 'reuters.com', isOrigin: true }),
    ]) {
      const read = readMember(candidate(own));
      expect({ ...read, sketch: undefined }).toEqual({ ...own, sketch: undefined });
    }
  });
  const long = sketchOf('', `${text} ${more}`);
  it('tells an excerpt and an expansion from a copy', () => {
    expect(findFamily(member('b', 2), [candidate(member('a', 1, { sketch: long }))]).relation).toBe(
      'excerpt',
    );
    expect(findFamily(member('b', 2, { sketch: long }), [candidate(member('a', 1))]).relation).toBe(
      'expansion',
    );
  });
  const figures = (one: number, two: number, three: number) =>
    sketchOf(
      '',
      `${text} The board put the price at ${one} million, the number of cars at ${two} and the length of the line at ${three} metres, and no member spoke against it in the debate.`,
    );
  it('takes other numbers for an update within hours and for the next report of a series after that', () => {
    const own = member('b', 4 * 3_600_000, { sketch: figures(4, 12, 900) });
    const first = candidate(member('a', 0, { sketch: figures(5, 14, 950) }));
    expect(findFamily(own, [first])).toMatchObject({ original: { id: 'a' }, relation: 'update' });
    expect(findFamily({ ...own, since: 30 * 3_600_000 }, [first]).relatives).toEqual([]);
  });
  it('takes the revised text of the same publisher for an update', () => {
    const revised = sketchOf('', `${text} ${more.replace('thousands of names', 'ten thousand names')}`);
    const [own, first] = [
      member('b', 2, { sketch: revised, publisher: 'paper.example' }),
      member('a', 1, { sketch: long, publisher: 'paper.example' }),
    ];
    expect(findFamily(own, [candidate(first)]).relation).toBe('update');
    expect(findFamily({ ...own, publisher: 'other.example' }, [candidate(first)]).relation).toBe('copy');
  });
  it('knows the version before by the own id', () => {
    const { earlier, relatives } = findFamily(member('a', 1, { sketch: long }), [candidate(member('a', 1))]);
    expect(earlier).toMatchObject({ id: 'a' });
    expect(relatives).toEqual([]);
  });
});

describe('describeFamily', () => {
  const full = (id: string, since: number, body: string, publisher: string) => ({
    ...member(id, since, { sketch: sketchOf('', body), publisher }),
    text: body,
    agencies: [] as string[],
  });
  const describeAgainst = (own: ReturnType<typeof full>, others: readonly Member[]) =>
    describeFamily(own, findFamily(own, others.map(candidate)), others.map(candidate));

  it('tells the first publisher, the spread and what a copy added', () => {
    const others = [full('a', 1, text, 'one.example'), full('b', 2, text, 'two.example')];
    expect(describeAgainst(full('c', 3, `${text} ${more}`, 'two.example'), others)).toEqual({
      first: 'a',
      relation: 'expansion',
      similarity: 1,
      publisher: 'one.example',
      copies: 2,
      publishers: 2,
      missing: 0,
      added: [
        'Shopkeepers along the quay had asked for the line for years, and a petition with thousands of names lay on the table when the vote was taken.',
        'The first cars are to run before the summer holidays begin.',
      ],
    });
  });
  it('names the agency of a credit, and the own article as first', () => {
    const own = { ...full('a', 1, text, 'one.example'), agencies: ['Agence France-Presse'] };
    expect(describeAgainst(own, [full('b', 2, text, 'two.example')])).toMatchObject({
      first: 'a',
      relation: 'first',
      agency: 'AFP',
      publisher: 'one.example',
      added: [],
    });
  });
  it('says that a new version of an address is an update of itself', () => {
    const own = full('a', 1, `${text} ${more}`, 'one.example');
    expect(describeAgainst(own, [full('a', 1, text, 'one.example')])).toMatchObject({
      first: 'a',
      relation: 'update',
      updateOf: 'a',
      added: [expect.stringMatching(/^Shopkeepers/), expect.stringMatching(/^The first cars/)],
    });
  });
  it('says nothing of an article that stands alone', () => {
    expect(describeAgainst(full('a', 1, text, 'one.example'), [])).toBeUndefined();
  });
  it('lets the page of the agency itself go first', () => {
    const agency = member('b', 10 - originLead, { publisher: 'reuters.com', isOrigin: true });
    expect(findFamily(member('a', 5), [candidate(agency)]).original?.id).toBe('b');
  });
});
