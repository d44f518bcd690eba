import { describe, expect, it } from '@jest/globals';
import { FetchedPage } from '@newsmill/contracts';
import { cleanArticle } from './clean-article.ts';

const paragraphs = [
  'The ferry to the outer islands stayed in the harbour this morning, because fog had covered the whole bay.',
  'Some forty people waited on the quay until noon; the harbour master gave out tea and asked them for patience.',
  'The next boat leaves at four, if the wind turns as the weather office says it will.',
];

function entryPage(content: string, entry: Partial<FetchedPage['entry']> = {}): FetchedPage {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fog holds the ferry</title></head><body><article><h1>Fog holds the ferry</h1>\n${content}\n</article></body></html>`;
  return FetchedPage.parse({
    item: 'i',
    sourceId: 'paper',
    url: 'https://paper.example/fog',
    finalUrl: 'https://paper.example/fog',
    fetchedAt: Date.UTC(2026, 10, 3),
    firstSeen: Date.UTC(2026, 10, 3),
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    fromEntry: true,
    entry: {
      url: 'https://paper.example/fog',
      title: 'Fog holds the ferry',
      authors: ['Mia Lund'],
      categories: [],
      published: '2026-11-02T10:00:00.000Z',
      ...entry,
    },
    body: new TextEncoder().encode(body),
  });
}

describe('cleanArticle on the text of a feed entry', () => {
  it('makes an article of it: title, authors and date of the entry, its text without scripts, flagged and less sure', () => {
    const html = `${paragraphs.map((text) => `<p>${text}</p>`).join('')}<script>alert(1)</script><iframe src="https://ads.example"></iframe>`;
    const outcome = cleanArticle(entryPage(html));
    expect(outcome).toMatchObject({
      kind: 'accept',
      value: { title: 'Fog holds the ferry', authors: ['Mia Lund'], published: '2026-11-02T10:00:00.000Z' },
    });
    if (outcome.kind !== 'accept') return;
    expect(outcome.value.text).toBe(paragraphs.join('\n\n'));
    expect(outcome.value.flags).toContain('from-feed-entry');
    const page = cleanArticle({ ...entryPage(html), fromEntry: undefined });
    expect(page.kind === 'accept' ? page.value.confidence : 0).toBeGreaterThan(outcome.value.confidence);
  });
  it('takes a short text of one paragraph, which no page of that look would be', () => {
    const outcome = cleanArticle(entryPage(`<p>${paragraphs.join(' ')}</p>`));
    expect(outcome.kind === 'accept' ? outcome.value.text : outcome).toBe(paragraphs.join(' '));
  });
  it('believes the page before the feed of another site, which only fills what the page leaves open', () => {
    const body = (date: string) =>
      new TextEncoder().encode(
        `<!doctype html><html lang="en"><head><title>Fog holds the ferry</title>${date}</head><body><article><h1>Fog holds the ferry</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
      );
    const published = (date: string, ofSite: boolean) => {
      const outcome = cleanArticle({
        ...entryPage('', { ofSite, published: '2020-01-01T10:00:00.000Z' }),
        fromEntry: undefined,
        body: body(date),
      });
      return outcome.kind === 'accept' ? outcome.value.published : outcome.reason;
    };
    const meta = '<meta property="article:published_time" content="2026-11-02T08:00:00Z">';
    expect([published(meta, false), published('', false), published(meta, true)]).toEqual([
      '2026-11-02T08:00:00.000Z',
      '2020-01-01T10:00:00.000Z',
      '2020-01-01T10:00:00.000Z',
    ]);
  });
  it('drops an entry without any text', () => {
    expect(cleanArticle(entryPage('<img src="a.jpg">')).kind).toBe('drop');
  });
});
