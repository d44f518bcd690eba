import { describe, expect, it } from '@jest/globals';
import { completedQuery, completionStarts } from './completion-starts.ts';
import { spelledWords } from './spelled-words.ts';

describe('words that may be misspelt', () => {
  const texts = (query: string) =>
    spelledWords(query).map(({ text, field, isExact }) => `${field ?? ''}:${text}${isExact ? '!' : ''}`);

  it('are bare words, those of phrases, and those of fields that people write', () => {
    expect(texts('harbor trm')).toEqual([':harbor', ':trm']);
    expect(texts('"tidal powr"~3 OR (sea-wal)')).toEqual([':tidal!', ':powr!', ':sea', ':wal']);
    expect(texts('title:(harbor OR trm) person:"Ada Mos" ferry')).toEqual([
      'title:harbor',
      'title:trm',
      'person:Ada!',
      'person:Mos!',
      ':ferry',
    ]);
  });

  it('are none that are left out, cut off, numbers, values, or of a query that cannot be read', () => {
    expect(texts('-trm NOT (fery OR bot) harb* 2026 b52 published:today source:papr language:de')).toEqual(
      [],
    );
    expect(texts('"open')).toEqual([]);
  });

  it('know their places', () => {
    const query = 'title:harbor "tidal powr"';
    expect(spelledWords(query).map(({ at, end }) => query.slice(at, end))).toEqual([
      'harbor',
      'tidal',
      'powr',
    ]);
  });
});

describe('the end of a query', () => {
  const completed = (query: string, kind: 'word' | 'person' | 'source', text: string) =>
    completionStarts(query)
      .filter(({ kinds }) => kinds.includes(kind))
      .map((start) => completedQuery(query, start, { kind, text }));

  it('is completed to a word, whatever stands before it', () => {
    expect(completed('tidal har', 'word', 'harbour')).toEqual(['tidal harbour']);
    expect(completed('-title:har', 'word', 'harbour')).toEqual(['-title:harbour']);
    expect(completed('"old har', 'word', 'harbour')).toEqual(['"old harbour']);
  });

  it('is completed to a name by up to three of its words', () => {
    expect(completed('ferry ada mo', 'person', 'Ada Moss')).toEqual([
      'person:"Ada Moss"',
      'ferry person:"Ada Moss"',
      'ferry ada person:"Ada Moss"',
    ]);
    expect(completed('x OR mo', 'person', 'Moss')).toEqual(['x OR person:Moss']);
    expect(completed('person:"ada mo', 'person', 'Ada Moss')).toEqual(['person:"Ada Moss"']);
    expect(completed('source:har', 'source', 'Harbour Times')).toEqual(['source:"Harbour Times"']);
  });

  it('is left alone behind a space, a sign, and fields of other values', () => {
    for (const query of ['', 'ferry ', 'ferry"', 'published:20', 'source:ha'])
      expect(completed(query, 'word', 'x')).toEqual([]);
  });
});
