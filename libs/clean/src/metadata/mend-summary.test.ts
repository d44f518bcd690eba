import { describe, expect, it } from '@jest/globals';
import { mendSummary } from './mend-summary.ts';

const article = {
  title: 'Tram opens',
  text: 'Tram opens\n\nThe harbour tram opens on Friday at noon. It connects the lighthouse with the station, the council said. Bread is sold nearby.',
  language: 'en',
};

describe('mendSummary', () => {
  it('lets a whole description stand', () => {
    for (const own of ['A tram for the harbour.', 'Will it open?', 'The tram of the harbour'])
      expect(mendSummary(own, article)).toBe(own);
  });

  it('goes on as the text does where a description is cut', () => {
    expect(mendSummary('It connects the lighthouse with the sta…', article)).toBe(
      'It connects the lighthouse with the station, the council said.',
    );
    expect(mendSummary('It connects the lighthouse with', article)).toBe(
      'It connects the lighthouse with the station, the council said.',
    );
  });

  it('ends behind the last whole sentence where the text does not go on so', () => {
    expect(mendSummary('A tram for the harbour. Read how it came to b...', article)).toBe(
      'A tram for the harbour.',
    );
  });

  it('takes the first sentences of the text for none, and for one without a whole sentence', () => {
    const lead =
      'The harbour tram opens on Friday at noon. It connects the lighthouse with the station, the council said.';
    expect(mendSummary(undefined, article)).toBe(lead);
    expect(mendSummary('How the tram cam …', article)).toBe(lead);
    expect(mendSummary(undefined, { title: '', text: '', language: undefined })).toBeUndefined();
  });

  it('reads scripts with other ends', () => {
    const text = '港口电车五月开通。市议会为港口电车投入两百万元人民币。面包店在旁边。';
    expect(mendSummary('市议会为港口电车投入两百万...', { title: '', text, language: 'zh' })).toBe(
      '市议会为港口电车投入两百万元人民币。',
    );
    expect(mendSummary(undefined, { title: '', text, language: 'zh' })).toBe(
      '港口电车五月开通。市议会为港口电车投入两百万元人民币。',
    );
  });

  it('stays quick on long texts', () => {
    const before = process.cpuUsage();
    for (const part of ['…', '... ', 'a', '」', ' ', 'a. '])
      mendSummary(part.repeat(100_000), { ...article, text: part.repeat(100_000) });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });
});
