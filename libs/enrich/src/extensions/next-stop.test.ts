import { describe, expect, it } from '@jest/globals';
import { nextStop } from './next-stop.ts';

const list = (...words: string[]) =>
  words.map((word) => ({ name: word.replace(/^-/, ''), isSkipped: word.startsWith('-') }));
const stop = (...parts: Parameters<typeof nextStop>) => nextStop(...parts).to.name;

describe('nextStop', () => {
  it('leads from extension to extension in their order, and then to the library', () => {
    const extensions = list('tone', 'desk');
    expect(nextStop({}, extensions)).toMatchObject({
      to: { name: 'newsmill.extend.tone' },
      extension: 'tone',
    });
    expect(stop({}, extensions, 'tone')).toBe('newsmill.extend.desk');
    expect(nextStop({}, extensions, 'desk')).not.toHaveProperty('extension');
    expect(stop({}, extensions, 'desk')).toBe('newsmill.article.enriched');
    expect(stop({}, [])).toBe('newsmill.article.enriched');
  });

  it('passes over those that nobody waits for, in front and behind', () => {
    expect(stop({}, list('-tone', 'desk'))).toBe('newsmill.extend.desk');
    expect(stop({}, list('-tone', 'desk'), 'tone')).toBe('newsmill.extend.desk');
    expect(stop({}, list('tone', '-desk'), 'tone')).toBe('newsmill.article.enriched');
  });

  it('follows the way that an article names itself', () => {
    const extensions = list('tone', 'desk', 'map');
    expect(stop({ extensions: ['desk'] }, extensions)).toBe('newsmill.extend.desk');
    expect(stop({ extensions: ['desk'] }, extensions, 'desk')).toBe('newsmill.article.enriched');
    expect(stop({ extensions: ['tone', 'map'] }, extensions, 'tone')).toBe('newsmill.extend.map');
  });

  it('leads to the library from an extension that is not on the way', () => {
    expect(stop({}, list('desk'), 'tone')).toBe('newsmill.article.enriched');
    expect(stop({ extensions: ['desk'] }, list('tone', 'desk'), 'tone')).toBe('newsmill.article.enriched');
  });
});
