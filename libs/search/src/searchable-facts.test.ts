import { describe, expect, it } from '@jest/globals';
import { searchableFacts } from './searchable-facts.ts';

const oslo = {
  name: 'Oslo',
  kind: 'place',
  aliases: [],
  mentions: 3,
  salience: 0.6,
  confidence: 0.9,
  geonames: 3_143_244,
  country: 'NO',
  latitude: 59.9,
  longitude: 10.7,
};
const ann = {
  name: 'Ann Lee',
  kind: 'person',
  aliases: ['Lee'],
  mentions: 2,
  salience: 0.8,
  confidence: 0.7,
  wikidata: 'Q1',
};

describe('searchableFacts', () => {
  it('names entities, most salient first, and the points of those that have one', () => {
    const found = searchableFacts(
      [
        {
          name: 'entities',
          value: [
            oslo,
            ann,
            { ...oslo, name: 'Kristiania', salience: 0.1 },
            { ...oslo, name: 'Nowhere', latitude: undefined, salience: 0 },
          ],
          by: 'own/1',
        },
      ],
      'a',
    );
    expect(found).toMatchObject({
      people: ['Ann Lee'],
      places: ['Oslo', 'Kristiania', 'Nowhere'],
      countries: ['NO'],
      geo: [{ lat: 59.9, lon: 10.7 }],
    });
    expect(found.entities?.[0]).toEqual({
      name: 'Ann Lee',
      type: 'person',
      wikidata: 'Q1',
      geonames: undefined,
      country: undefined,
      count: 2,
      salience: 0.8,
      confidence: 0.7,
    });
  });
  it('says how sure each topic is, what found it, and what of it the article is about', () => {
    expect(
      searchableFacts(
        [
          {
            name: 'topics',
            value: [
              {
                code: 'medtop:15000000',
                label: 'sport',
                score: 0.914,
                narrower: [{ code: 'medtop:20000822', label: 'competition discipline', confidence: 0.9 }],
              },
            ],
            by: 'media-topics/1',
          },
        ],
        'a',
      ),
    ).toMatchObject({
      topics: ['medtop:15000000'],
      subtopics: ['medtop:20000822'],
      subjects: [{ code: 'medtop:15000000', name: 'sport', confidence: 91, creator: 'media-topics/1' }],
    });
  });
  it('knows the first article of a story', () => {
    const story = [{ name: 'story', value: { id: 'a', similarity: 1 }, by: 'own/1' }];
    expect([
      searchableFacts(story, 'a').storyLead,
      searchableFacts(story, 'b').storyLead,
      searchableFacts([], 'b').storyLead,
    ]).toEqual([true, false, undefined]);
  });
  it('prefers the summary of a language model to that of sentences', () => {
    const sentences = { name: 'summary', value: ['One.', 'Two.'], by: 'own/1' };
    expect(searchableFacts([sentences], 'a').summaryGenerated).toBe('One. Two.');
    expect(searchableFacts([{ ...sentences, value: ['一。', '二。'] }], 'a').summaryGenerated).toBe(
      '一。二。',
    );
    expect(
      searchableFacts([sentences, { name: 'llm-summary', value: 'Both.', by: 'model/1' }], 'a')
        .summaryGenerated,
    ).toBe('Both.');
  });
});
