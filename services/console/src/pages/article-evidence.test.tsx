import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { inLanguage } from '../words/speaking.ts';
import { FlagNotes } from './article-evidence.tsx';

describe('FlagNotes', () => {
  it('tells flags in the language of the reader, and those of extensions as they are', () => {
    const shown = inLanguage('de', () => renderToString(<FlagNotes flags={['truncated', 'own-flag']} />));
    expect(shown).toContain('aria-label="Hinweise zu diesem Text"');
    expect(shown).toContain('<strong>abgebrochen.</strong> Der Text bricht vor dem Ende ab.');
    expect(shown).toContain('<strong>own flag.</strong>');
  });
});
