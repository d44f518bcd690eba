import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';
import { mendBlocks } from './mend-blocks.ts';

const mend = (text: string, witnesses: readonly string[] = []) =>
  mendBlocks([{ kind: 'paragraph', text }], witnesses);

describe('mendBlocks', () => {
  it.each([
    ['mend-mojibake', 'The cafÃ© on the quay was closed', 'The café on the quay was closed', []],
    ['mend-mojibake', 'â€œWe start tonightâ€\u009d, she said', '“We start tonight”, she said', []],
    ['mend-characters', 'The caf\ufffd on the quay', 'The café on the quay', ['A café opens']],
    ['mend-spaces', 'It was late,and cold.', 'It was late, and cold.', []],
  ])('%s mends %j and says so', (pass, text, mended, witnesses) => {
    const result = mend(text, witnesses);
    expect(result.blocks[0]?.text).toBe(mended);
    expect(result.removals).toMatchObject([{ pass, text }]);
  });

  it.each([
    '“Smart” quotes, ‘single’ ones and « guillemets » stay',
    '「引用」はそのまま。',
    'a — b – c … d',
    'می‌خواهم',
  ])('leaves %j', (text) => {
    expect(mend(text)).toMatchObject({ blocks: [{ text }], removals: [] });
  });

  it('leaves code as it is', () => {
    expect(mendBlocks([{ kind: 'code', text: 'call(a,b);return x,y' }], []).removals).toEqual([]);
  });

  it('says which characters nothing proves', () => {
    expect(mend('The caf\ufffd on the quay').hasLost).toBe(true);
  });

  it('reads text without soft hyphens and zero-width spaces, but with the joiners that letters need', () => {
    const paragraph =
      'The coun\u00adcil of the har\u200bbour\ufeff town met on Tuesday and spoke of the ferry, of می\u200cخواهم and of nothing else for four hours.';
    const { text } = readPage(
      {
        html: `<html lang="en"><title>Ferry</title><article><h1>Ferry</h1>${`<p>${paragraph}</p>`.repeat(3)}</article></html>`,
      },
      { url: 'https://paper.example/a', now: 0 },
    ).article;
    expect(text).toContain(
      'The council of the harbour town met on Tuesday and spoke of the ferry, of می\u200cخواهم and',
    );
  });
});
