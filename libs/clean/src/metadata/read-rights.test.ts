import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';
import { readRights } from './read-rights.ts';

const base = 'https://paper.example/news/fog';

describe('readRights', () => {
  it.each<[Record<string, unknown>, object]>([
    [
      { copyrightHolder: { '@type': 'Organization', name: ' Harbour  Press ' } },
      { copyrightHolder: 'Harbour Press' },
    ],
    [{ copyrightHolder: 'Lund, Moss & Co' }, { copyrightHolder: 'Lund, Moss & Co' }],
    [{ copyrightHolder: 7 }, {}],
    [{ usageInfo: '/terms' }, { usageTerms: 'https://paper.example/terms' }],
    [
      { usageInfo: { '@type': 'CreativeWork', url: 'https://paper.example/terms' } },
      { usageTerms: 'https://paper.example/terms' },
    ],
    [{ usageInfo: 'Free for schools.\n' }, { usageTerms: 'Free for schools.' }],
    [{ usageInfo: 'javascript:alert(1)' }, {}],
    [
      { digitalSourceType: 'TrainedAlgorithmicMediaDigitalSource' },
      { digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource' },
    ],
    [
      { digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' },
      { digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' },
    ],
    [{ digitalSourceType: 'https://elsewhere.example/robot' }, {}],
  ])('reads %j', (object, expected) => {
    expect(JSON.parse(JSON.stringify(readRights(object, base)))).toEqual(expected);
  });
  it('reads them from the structured data of a page', () => {
    const linked = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Fog holds the ferry',
      copyrightHolder: { name: 'Harbour Press' },
      digitalSourceType: 'HumanEditsDigitalSource',
    });
    const paragraph =
      '<p>The ferry to the outer islands stayed in the harbour this morning, because fog had covered the whole bay and nobody could see the lights.</p>';
    const html = `<html lang="en"><head><title>Fog holds the ferry</title><script type="application/ld+json">${linked}</script></head><body><h1>Fog holds the ferry</h1>${paragraph.repeat(5)}</body></html>`;
    expect(readPage({ html }, { url: base, now: 0 }).article).toMatchObject({
      copyrightHolder: 'Harbour Press',
      digitalSourceType: 'https://schema.org/HumanEditsDigitalSource',
    });
  });
});
