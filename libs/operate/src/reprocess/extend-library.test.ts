import { describe, expect, it } from '@jest/globals';
import { articleEnriched, EnrichedArticle, readMessage, writeMessage } from '@newsmill/contracts';
import { toDocument } from '@newsmill/search';
import { articleAgain } from './extend-library.ts';

const article = EnrichedArticle.parse({
  item: 'i',
  sourceId: 'paper',
  url: 'https://paper.example/r/1',
  finalUrl: 'https://paper.example/a',
  fetchedAt: Date.parse('2026-11-20T06:10:00Z'),
  firstSeen: Date.parse('2026-11-20T06:00:00Z'),
  title: 'A title',
  text: 'A text.',
  blocks: [{ kind: 'paragraph', text: 'A text.' }],
  authors: ['Ann Lee'],
  confidence: 1,
  language: 'en_US',
  languageDetected: 'en',
  languageConfidence: 0.9,
  id: 'a',
  wordCount: 2,
  readingMinutes: 1,
  contentHash: 'h',
  duplicateOf: 'first',
  familyId: 'first',
  similarity: 0.9,
  facts: [
    { name: 'language', value: 'en', by: 'letters/1' },
    { name: 'tone.mood', value: 'calm', by: 'tone/1' },
    { name: 'vector', value: [1, 2], by: 'vectors/1' },
  ],
});

describe('articleAgain', () => {
  it('gives back the article of a document: the same document comes of it', () => {
    const made = toDocument(article, { pipelineVersion: '1' });
    if (made.kind !== 'accept') throw new Error(made.reason);
    const sent = writeMessage(articleEnriched, articleAgain(made.value, ['tone']), {
      key: 'i',
      source: 'reprocess',
      time: 1,
    });
    const read = readMessage(articleEnriched, sent);
    if (!read.ok || 'gone' in read.value) throw new Error('no article');
    const { isAgain, extensions, ...again } = read.value;
    expect([isAgain, extensions]).toEqual([true, ['tone']]);
    const remade = toDocument(again as EnrichedArticle, { pipelineVersion: '1' });
    expect(JSON.parse(JSON.stringify(remade))).toEqual(JSON.parse(JSON.stringify(made)));
  });
});
