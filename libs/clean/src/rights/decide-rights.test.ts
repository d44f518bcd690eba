import { describe, expect, it } from '@jest/globals';
import {
  FetchedPage,
  rightsRules,
  siteRightsHeader,
  writeSiteRights,
  type Rights,
  type RuleFacts,
} from '@newsmill/contracts';
import { cleanArticle } from '../clean-article.ts';

const text = [
  'The ferry to the outer islands stayed in the harbour this morning, because fog had covered the whole bay.',
  'Some forty people waited on the quay until noon; the harbour master gave out tea and asked for patience.',
  'The next boat leaves at four, if the wind turns as the weather office says it will.',
]
  .map((line) => `<p>${line}</p>`)
  .join('');
const html = (head: string) =>
  `<!doctype html><html lang="en"><head><title>Fog holds the ferry</title>${head}</head><body><article><h1>Fog holds the ferry</h1>${text}</article></body></html>`;
const page = (head: string, over: Partial<FetchedPage> = {}) =>
  FetchedPage.parse({
    item: 'i',
    sourceId: 'paper',
    url: 'https://paper.example/fog',
    finalUrl: 'https://paper.example/fog',
    fetchedAt: Date.parse('2026-11-27T00:00:00Z'),
    firstSeen: 5,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    robotsAgent: 'newsmill',
    body: Buffer.from(html(head)),
    ...over,
  });
function rightsOf(head: string, over: Partial<FetchedPage> = {}): Rights | string | undefined {
  const outcome = cleanArticle(page(head, over));
  return outcome.kind === 'accept' ? outcome.value.rights : outcome.reason;
}
const reservedBy = (head: string, over?: Partial<FetchedPage>) => {
  const rights = rightsOf(head, over);
  return typeof rights === 'object' ? rights.reserved : rights;
};
const meta = (content: string, name = 'robots') => `<meta name="${name}" content="${content}">`;

describe('the rights of an article', () => {
  it('are missing where nothing is said', () => {
    expect(rightsOf(meta('index, follow, max-snippet:-1, max-image-preview:large'))).toBeUndefined();
  });

  it.each([
    ['noindex', 'denied-by-page'],
    ['none', 'denied-by-page'],
    ['noarchive', ['archive']],
    ['nosnippet', ['snippet', 'fullText']],
    ['max-snippet:0', ['snippet', 'fullText']],
    ['max-snippet:80', ['snippet', 'fullText']],
    ['noai', ['export', 'agents', 'training']],
    ['unavailable_after: 2030-01-01', ['later']],
    ['unavailable_after: 2026-01-01', 'denied-by-page'],
    ['nofollow, noimageindex, notranslate, noimageai', undefined],
  ])('follow %s of the robots element', (content, expected) => {
    expect(reservedBy(meta(content))).toEqual(expected);
    expect(reservedBy('', { httpHeaders: { 'x-robots-tag': content } })).toEqual(expected);
  });

  it.each<[Record<string, string>, readonly string[] | string]>([
    [{ 'tdm-reservation': '1' }, ['export', 'agents', 'training']],
    [{ 'content-usage': 'train-ai=n' }, ['training']],
    [{ 'content-signal': 'ai-input=no' }, ['agents']],
    [{ 'content-signal': 'search=no' }, 'denied-by-page'],
  ])('follow the headers %j', (httpHeaders, expected) => {
    expect(reservedBy('', { httpHeaders })).toEqual(expected);
  });

  it('follow the files of the site that the page carries along', () => {
    const ofSite = (said: Partial<Parameters<typeof writeSiteRights>[0]>) => ({
      [siteRightsHeader]: writeSiteRights({ rules: [], licences: [], ...said }) ?? '',
    });
    const closed = { name: 'ai-robots', source: 'robots.txt', words: 'gptbot: Disallow: /' } as const;
    const reserved = (httpHeaders: Record<string, string>, head = '') => reservedBy(head, { httpHeaders });
    expect(reserved(ofSite({ reservation: true }))).toEqual(['export', 'agents', 'training']);
    expect(reserved(ofSite({ contentUsage: 'train-ai=n' }))).toEqual(['training']);
    expect(reserved(ofSite({ contentSignal: 'ai-input=no' }))).toEqual(['agents']);
    expect(reserved(ofSite({ contentSignal: 'search=no' }))).toBe('denied-by-page');
    expect(reserved(ofSite({ rules: [closed] }))).toEqual(['training']);
    // What page and header say of the reservation counts before the file.
    expect(reserved({ ...ofSite({ reservation: true }), 'tdm-reservation': '0' })).toBeUndefined();
    expect(reserved(ofSite({ reservation: true }), meta('0', 'tdm-reservation'))).toBeUndefined();
    expect(reserved({ [siteRightsHeader]: '{"rules":"x"' })).toBeUndefined();
    expect(
      rightsOf('', {
        httpHeaders: ofSite({
          reservation: true,
          policy: 'https://paper.example/tdm',
          licences: ['https://paper.example/rsl.xml'],
          rules: [{ ...closed, words: 'gptbot: Disallow: /été' }],
        }),
      }),
    ).toMatchObject({
      training: {
        rules: [{ source: 'tdmrep.json' }, { source: 'robots.txt', value: 'gptbot: Disallow: /été' }],
      },
      terms: [
        { source: 'tdmrep.json', url: 'https://paper.example/tdm' },
        { source: 'RSL in robots.txt', url: 'https://paper.example/rsl.xml' },
      ],
    });
  });

  describe('that its feed states', () => {
    const entry = (over: Partial<NonNullable<FetchedPage['entry']>> = {}) => ({
      url: 'https://paper.example/fog',
      authors: [],
      categories: [],
      ofSite: true,
      rights: {
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        copyright: '© Harbour Press',
        rules: [{ name: 'rsl-train' as const, source: 'RSL in feed', words: 'ai-train: prohibited' }],
        terms: ['https://paper.example/rsl.xml'],
      },
      ...over,
    });
    it('count beside those of the page, and name their rules', () => {
      const outcome = cleanArticle(page(meta('nosnippet'), { entry: entry() }));
      expect(outcome).toMatchObject({
        value: {
          licence: 'https://creativecommons.org/licenses/by/4.0/',
          copyright: '© Harbour Press',
          rights: {
            reserved: ['snippet', 'fullText', 'training'],
            training: {
              decision: 'denied',
              rules: [{ source: 'RSL in feed', value: 'ai-train: prohibited' }],
            },
            licence: { name: 'CC BY 4.0' },
            terms: [{ source: 'RSL link in feed', url: 'https://paper.example/rsl.xml' }],
          },
        },
      });
    });
    it('give way to licence and notice of the page, but reserve all the same', () => {
      const own = `<link rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/"><meta name="copyright" content="© M. Dune">`;
      const outcome = cleanArticle(page(own, { entry: entry(), licence: 'of the source file' }));
      expect(outcome).toMatchObject({
        value: {
          copyright: '© M. Dune',
          rights: { licence: { name: 'CC BY-ND 4.0' }, reserved: ['training'] },
        },
      });
    });
    it('count before the licence of the source file, and before links in the text of an entry', () => {
      const picture = '<a rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">picture</a>';
      const body = Buffer.from(html('').replace('</article>', `<p>${picture}</p></article>`));
      expect(rightsOf('', { entry: entry(), licence: 'of the source file' })).toMatchObject({
        licence: { name: 'CC BY 4.0' },
      });
      expect(rightsOf('', { entry: entry(), fromEntry: true, body })).toMatchObject({
        licence: { name: 'CC BY 4.0' },
        reserved: ['training'],
      });
    });
    it('say nothing where the feed is of another site', () => {
      expect(rightsOf('', { entry: entry({ ofSite: false }) })).toBeUndefined();
    });
  });

  it('of the text of a feed entry follow the files of its site, and nothing that stands in the text', () => {
    const ofSite = (contentSignal: string) => ({
      fromEntry: true,
      httpHeaders: { [siteRightsHeader]: writeSiteRights({ rules: [], licences: [], contentSignal }) ?? '' },
    });
    expect(reservedBy(meta('noindex, noai'), ofSite('ai-train=no'))).toEqual(['training']);
    expect(reservedBy('', ofSite('search=no'))).toBe('denied-by-page');
    expect(reservedBy('', { ...ofSite('search=no, ai-input=no'), robotsAgent: undefined })).toEqual([
      'agents',
    ]);
  });

  it('are the strictest of what is said, with each rule that says so', () => {
    const rights = rightsOf(meta('max-snippet:90'), {
      httpHeaders: { 'x-robots-tag': 'max-snippet: 40, noai', 'tdm-reservation': '1' },
    });
    expect(rights).toMatchObject({
      snippet: {
        decision: 'limited',
        limit: 40,
        rules: [
          { source: 'meta robots', value: 'max-snippet: 90' },
          { source: 'X-Robots-Tag', value: 'max-snippet: 40' },
        ],
      },
      training: {
        decision: 'denied',
        rules: [
          { source: 'X-Robots-Tag', value: 'noai' },
          { source: 'TDMRep header', value: 'tdm-reservation: 1' },
        ],
      },
    });
    expect(rightsOf(meta('max-snippet:90, nosnippet'))).toMatchObject({
      snippet: { decision: 'denied', rules: [{ value: 'nosnippet' }] },
    });
  });

  it('keep reservations against machines also where a source does not obey robots', () => {
    const over = { robotsAgent: undefined, httpHeaders: { 'content-signal': 'search=no, ai-train=no' } };
    expect(reservedBy(meta('noindex, nosnippet, noarchive'), { robotsAgent: undefined })).toBeUndefined();
    expect(reservedBy(meta('noindex, noai'), over)).toEqual(['export', 'agents', 'training']);
    expect(reservedBy('', over)).toEqual(['training']);
  });

  it('name licence, terms and credit', () => {
    const linked = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Fog holds the ferry',
      license: 'https://creativecommons.org/licenses/by-nc/4.0/',
      acquireLicensePage: '/buy',
      creditText: ' Harbour  Press ',
      copyrightNotice: '© Harbour Press',
    });
    const head = `<link rel="license" type="application/rsl+xml" href="/rsl.xml"><script type="application/ld+json">${linked}</script>`;
    const outcome = cleanArticle(page(head));
    expect(outcome).toMatchObject({
      value: {
        copyright: '© Harbour Press',
        licence: 'https://creativecommons.org/licenses/by-nc/4.0/',
        rights: {
          reserved: [],
          licence: { name: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
          terms: [
            { source: 'RSL link', url: 'https://paper.example/rsl.xml' },
            { source: 'acquireLicensePage', url: 'https://paper.example/buy' },
          ],
          credit: 'Harbour Press',
        },
      },
    });
  });

  it('keep addresses of terms alone, whole ones', () => {
    const termsOf = (httpHeaders: Record<string, string>) => {
      const rights = rightsOf('', { httpHeaders: { 'tdm-reservation': '1', ...httpHeaders } });
      return typeof rights === 'object' ? rights.terms?.map(({ url }) => url) : rights;
    };
    expect(termsOf({ 'tdm-policy': '/policies/1' })).toEqual(['https://paper.example/policies/1']);
    expect(termsOf({ 'tdm-policy': 'javascript:alert(1)' })).toBeUndefined();
    expect(termsOf({ 'tdm-policy': `https://paper.example/${'x'.repeat(3_000)}` })).toBeUndefined();
    expect(termsOf({ link: '</rsl.xml>; rel=license; type="application/rsl+xml"' })).toEqual([
      'https://paper.example/rsl.xml',
    ]);
  });

  it('come from every rule of the table that has an effect', () => {
    const ways: Readonly<Record<string, Record<string, string>>> = {
      'max-snippet': { 'x-robots-tag': 'max-snippet: 5' },
      'tdm-reservation': { 'tdm-reservation': '1' },
      'train-ai': { 'content-usage': 'train-ai=n' },
      'ai-train': { 'content-signal': 'ai-train=no' },
      'ai-input': { 'content-signal': 'ai-input=no' },
      search: { 'content-signal': 'search=no' },
    };
    const ofSite = new Set(['ai-robots', 'answer-robots', 'ai.txt', 'rsl-train', 'rsl-input']);
    const bySite = (name: string) => ({
      [siteRightsHeader]: JSON.stringify({ rules: [{ name, source: 'ai.txt', words: name }], licences: [] }),
    });
    for (const [name, { effects }] of Object.entries<RuleFacts>(rightsRules)) {
      if (Object.keys(effects).length === 0) continue;
      const said = reservedBy('', {
        httpHeaders: ofSite.has(name) ? bySite(name) : (ways[name] ?? { 'x-robots-tag': name }),
      });
      const expected = 'index' in effects ? 'denied-by-page' : Object.keys(effects);
      expect([name, said]).toEqual([name, expected]);
    }
  });
});
