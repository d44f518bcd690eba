import { describe, expect, it } from '@jest/globals';
import { titleSketchOf, writeTitleSketch } from '../duplicates/title-sketch.ts';
import { storyLikeness } from './compare-stories.ts';
import { placeInStory, readStoryMember, writeStoryMember, type StoryMember } from './place-in-story.ts';
import { storyBandsOf, storySketchOf } from './story-sketch.ts';

const hour = 3_600_000;
const texts = {
  fire: {
    title: 'Blaze guts Harwick mill',
    text: 'Firefighters fought a blaze at the disused Calder mill in Harwick through the night. The roof of the cotton mill fell in and smoke drifted over Harwick, where hundreds left their homes. Chief fire officer Dana Orwell said the cause was not known.',
  },
  fireAgain: {
    title: 'Hundreds flee as Calder mill burns',
    text: 'Some four hundred people in Harwick were told to leave their homes while the Calder mill burned. "The roof is gone," said Dana Orwell of the fire service, whose crews pumped water from the canal. The cotton mill had stood empty since the nineties.',
  },
  fireLater: {
    title: 'Arson suspected in Harwick mill fire',
    text: 'Police believe that the fire at the Calder mill in Harwick was started on purpose. Dana Orwell, the chief fire officer, said that her crews found petrol cans by the canal. Residents have returned to their homes.',
  },
  vote: {
    title: 'Senate passes farm bill',
    text: 'The Senate passed the farm bill by a narrow margin on Tuesday after weeks of dispute over crop insurance. Senator Miles Tarrant of Kansas called it a victory for growers; environmental groups said that it does nothing for rivers.',
  },
  japanese: {
    title: '宮崎で震度5弱の地震',
    text: '13日夜、宮崎県で震度5弱を観測する地震があり、気象庁は高知県と宮崎県に津波注意報を出した。震源は日向灘で、けが人の情報はない。',
  },
  japaneseAgain: {
    title: '日向灘で地震、津波注意報',
    text: '気象庁によると13日夜、日向灘を震源とする地震があり、宮崎県で震度5弱を観測した。高知県と宮崎県の沿岸に津波注意報が出ている。',
  },
};
type Name = keyof typeof texts;
const member = (name: Name, at: number, id: string = name): StoryMember => ({
  id,
  since: at * hour,
  sketch: storySketchOf(texts[name]),
});
const candidate = ({ id, ...rest }: StoryMember, isEarlier = true) => ({
  id,
  payload: writeStoryMember(rest),
  isEarlier,
});
const unplaced = () => undefined;
/** The others were recorded before, and are being placed at the same moment. */
const place = (own: StoryMember, others: readonly StoryMember[]) =>
  placeInStory(
    own,
    others.map((other) => candidate(other)),
    unplaced,
  ).id;

describe('placeInStory', () => {
  it('puts reports of one event together and names them after the first', () => {
    const [a, b, c, other] = [
      member('fire', 1),
      member('fireAgain', 3),
      member('fireLater', 20),
      member('vote', 2),
    ] as const;
    expect(place(a, [])).toBe('fire');
    expect(place(b, [a, other])).toBe('fire');
    expect(place(c, [a, other, b])).toBe('fire');
    expect(place(other, [a, b, c])).toBe('vote');
  });
  it('gives articles that see each other the same answer', () => {
    const [a, b, c] = [member('fire', 1), member('fireAgain', 1), member('fireLater', 1)] as const;
    const among = (own: StoryMember, earlier: readonly StoryMember[], later: readonly StoryMember[]) =>
      placeInStory(
        own,
        [...earlier.map((other) => candidate(other)), ...later.map((other) => candidate(other, false))],
        unplaced,
      ).id;
    expect([among(b, [], [a, c]), among(a, [b], [c]), among(c, [b, a], [])]).toEqual([
      'fireAgain',
      'fireAgain',
      'fireAgain',
    ]);
  });
  it('takes the name of the story that its members were placed in, although its first articles are no candidates', () => {
    const placed = new Map([
      ['fireAgain', 'long-ago'],
      ['fireLater', 'long-ago'],
    ]);
    expect(
      placeInStory(
        member('fire', 21),
        [member('fireAgain', 3), member('fireLater', 20)].map((other) => candidate(other)),
        (id) => placed.get(id),
      ).id,
    ).toBe('long-ago');
    expect(
      placeInStory(member('vote', 21), [candidate(member('fireAgain', 3))], (id) => placed.get(id)).id,
    ).toBe('vote');
  });
  it('keeps the name of a story when an older article comes late', () => {
    expect(place(member('fire', 1), [member('fireAgain', 3), member('fireLater', 20)])).toBe('fireAgain');
  });
  it('does not join what lies more than a week apart, and hardly what lies days apart', () => {
    expect(place(member('fireAgain', 200), [member('fire', 1)])).toBe('fireAgain');
    expect(place(member('fireAgain', 150), [member('fire', 1)])).toBe('fireAgain');
  });
  it('joins articles of one site by what their headlines say, not by what the site says on every page', () => {
    const menu =
      'Harwick Courier: Calder sports, Orwell weather desk, Tarrant columns, Kansas letters, Brigstow markets, Penhallow arts, Lindqvist travel, Marchetti recipes, Oduya puzzles, Varga motoring.';
    const onSite = (name: Name, at: number, publisher: string): StoryMember => ({
      id: name,
      since: at * hour,
      sketch: storySketchOf({ ...texts[name], text: `${menu} ${texts[name].text}` }),
      title: titleSketchOf(texts[name].title),
      publisher,
    });
    const filed = (own: StoryMember, other: StoryMember) => {
      const payload = `0|${other.publisher}|n:AAAA:AA|${writeTitleSketch(other.title ?? titleSketchOf(''))}|${writeStoryMember(other)}`;
      return placeInStory(own, [{ id: other.id, payload, isEarlier: true }], unplaced).id;
    };
    const [fire, vote] = [
      onSite('fire', 1, 'courier.example'),
      onSite('vote', 2, 'courier.example'),
    ] as const;
    expect(storyLikeness(fire.sketch, vote.sketch, hour)).toBeGreaterThan(0.3);
    expect(filed(vote, fire)).toBe('vote');
    expect(filed(onSite('fireLater', 20, 'courier.example'), fire)).toBe('fire');
  });
  it('works where words are not spaced', () => {
    expect(place(member('japaneseAgain', 2), [member('japanese', 1), member('fire', 1)])).toBe('japanese');
  });
  it('passes over payloads that it cannot read', () => {
    expect(place(member('fire', 1), [])).toBe('fire');
    for (const payload of ['', 'w:', '1|x y|w:AAAA', '1|2|w:AAA', `1|2|w:${'AAAA'.repeat(400)}`])
      expect(readStoryMember({ id: 'x', payload })).toBeUndefined();
  });
  it('reads members behind another payload', () => {
    const own = member('fire', 5);
    const { payload } = candidate(own);
    expect(readStoryMember({ id: own.id, payload: `abc|paper.example|n:AAAA:AA|${payload}` })).toEqual({
      ...own,
      publisher: 'paper.example',
    });
    expect(payload.length).toBeLessThanOrEqual(400);
  });
});

describe('story sketches', () => {
  it('are the same after they were written and read', () => {
    const a = storySketchOf(texts.fire);
    const payload = writeStoryMember({ since: 1, sketch: a });
    expect(readStoryMember({ id: 'a', payload })?.sketch).toEqual(a);
    expect(storyLikeness(a, storySketchOf(texts.japanese), 0)).toBeLessThan(0.1);
  });
  it('take the names that they are told', () => {
    const named = storySketchOf({ ...texts.fire, names: ['Dana Orwell', 'Harwick'] });
    expect(named.weights.filter((weight) => weight >= 128)).toHaveLength(3);
    expect(storyBandsOf(named).length).toBe(10);
  });
  it('are made of hostile and empty texts', () => {
    for (const text of [
      '',
      'a'.repeat(1_000_000),
      'Ab '.repeat(300_000),
      '漢'.repeat(1_000_000),
      '\ud800'.repeat(100_000),
      '9'.repeat(500_000),
    ]) {
      const sketch = storySketchOf({ title: text, text });
      expect(writeStoryMember({ since: 0, sketch }).length).toBeLessThanOrEqual(400);
      expect(
        placeInStory({ id: 'own', since: 0, sketch }, [candidate({ id: 'a', since: 0, sketch })], unplaced)
          .id,
      ).toMatch(/^(?:a|own)$/);
    }
  });
});
