import { describe, expect, it } from '@jest/globals';
import { documentFields, type ArticleDocument } from '@newsmill/contracts';
import { toNewsArticle } from './to-news-article.ts';

const full = Object.fromEntries(
  Object.entries(documentFields).map(([name, field]) => [name, field.example]),
) as unknown as ArticleDocument; // examples are checked against their shapes by contracts

describe('toNewsArticle', () => {
  it('names what schema.org has a word for', () => {
    expect(toNewsArticle(full)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': 'urn:newsmill:article:5f1d3c9ab2e84c60',
      identifier: '5f1d3c9ab2e84c60',
      url: full.url,
      mainEntityOfPage: full.url,
      sameAs: ['https://harbour-courier.example/r/4711'],
      headline: full.title,
      alternativeHeadline: full.subtitle,
      description: full.summary,
      abstract: full.summaryGenerated,
      articleBody: full.content,
      inLanguage: 'en',
      datePublished: full.published,
      dateModified: full.modified,
      author: [{ '@type': 'Person', name: 'Ada Moss' }],
      sourceOrganization: [{ '@type': 'NewsMediaOrganization', name: 'Reuters' }],
      publisher: { '@type': 'Organization', name: 'Harbour Press' },
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://harbour-courier.example/tram.jpg',
          caption: 'The tram',
          width: 1_200,
          height: 800,
        },
      ],
      articleSection: 'Transport',
      keywords: ['tram', 'harbour'],
      about: [
        {
          '@type': 'DefinedTerm',
          '@id': 'http://cv.iptc.org/newscodes/mediatopic/04000000',
          name: 'economy, business and finance',
          termCode: 'medtop:04000000',
          inDefinedTermSet: 'http://cv.iptc.org/newscodes/mediatopic/',
        },
      ],
      mentions: [
        { '@type': 'Person', name: 'Ada Moss' },
        { '@type': 'Organization', name: 'Harbour Council' },
      ],
      contentLocation: [{ '@type': 'Place', name: 'Oslo' }],
      locationCreated: { '@type': 'Place', name: 'OSLO' },
      wordCount: 412,
      timeRequired: 'PT2M',
      isAccessibleForFree: true,
      license: full.licence,
      copyrightNotice: full.copyright,
      copyrightHolder: { '@type': 'Organization', name: 'Harbour Press' },
      usageInfo: full.usageTerms,
      digitalSourceType: full.digitalSourceType,
    });
  });
  it('uses the words that the field table names', () => {
    const found = Object.keys(toNewsArticle(full));
    for (const [name, { schemaOrg }] of Object.entries(documentFields)) {
      for (const word of schemaOrg?.split(', ') ?? [])
        expect([name, found]).toEqual([name, expect.arrayContaining([word.replace(/[.].*$/, '')])]);
    }
  });
  it('claims no date that the page did not name, and passes no strange address on', () => {
    const found = toNewsArticle({
      ...full,
      publishedSource: 'first-seen',
      language: 'und',
      url: 'javascript:alert(1)',
      urls: ['data:text/html,x'],
      images: [{ url: 'javascript:alert(1)' }],
    });
    for (const name of ['datePublished', 'inLanguage', 'url', 'mainEntityOfPage', 'sameAs', 'image'])
      expect(found).not.toHaveProperty(name);
  });
  it('says where places lie and who people are', () => {
    const facts = [
      {
        name: 'entities',
        value: [
          {
            name: 'Oslo',
            kind: 'place',
            mentions: 1,
            salience: 1,
            confidence: 1,
            wikidata: 'Q585',
            country: 'NO',
            latitude: 59.9,
            longitude: 10.7,
          },
        ],
        by: 'own/1',
      },
    ];
    expect(toNewsArticle({ ...full, facts })).toMatchObject({
      contentLocation: [
        {
          name: 'Oslo',
          sameAs: 'http://www.wikidata.org/entity/Q585',
          geo: { '@type': 'GeoCoordinates', latitude: 59.9, longitude: 10.7 },
          address: { addressCountry: 'NO' },
        },
      ],
    });
  });
});
