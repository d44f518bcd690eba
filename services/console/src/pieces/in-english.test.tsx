import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { inLanguage } from '../words/speaking.ts';
import { InEnglish } from './in-english.tsx';

const shown = (language: 'en' | 'de', text: string) =>
  inLanguage(language, () => renderToString(<InEnglish text={text} />));

describe('what the mill tells', () => {
  it('stays as it is for readers of English', () => {
    expect(shown('en', 'The page has no text. It is <b>.')).toBe('The page has no text. It is &lt;b>.');
  });
  it('says sentences of closed lists in the language of the reader, and marks the others as English', () => {
    expect(shown('de', 'The page has no text.')).toBe('Die Seite hat keinen Text.');
    expect(shown('de', 'The server refuses access. It answered 403.')).toBe(
      'Der Server verweigert den Zugriff. <bdi lang="en">It answered 403.</bdi>',
    );
    expect(shown('de', 'no such thing')).toBe('<bdi lang="en">no such thing</bdi>');
  });
  it('finds texts of several sentences', () => {
    expect(shown('de', 'Nothing by itself. Remove the cause, then replay the dead letter.')).toBe(
      'Von selbst nichts. Erst die Ursache beheben, dann die Nachricht erneut zustellen.',
    );
  });
});
