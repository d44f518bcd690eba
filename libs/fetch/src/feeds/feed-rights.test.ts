import { describe, expect, it } from '@jest/globals';
import type { EntryRights } from '@newsmill/contracts';
import { readFeed } from './read-feed.ts';

const names =
  'xmlns:rsl="https://rslstandard.org/rsl" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" xmlns:cc="http://web.resource.org/cc/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const by = 'https://creativecommons.org/licenses/by/4.0/';
const nc = 'https://creativecommons.org/licenses/by-nc/4.0/';
const link = 'https://paper.example/news/1';

const forms = {
  rss: (channel: string, item: string, behind = '') =>
    `<rss version="2.0" ${names}><channel><title>P</title>${channel}<item><title>One</title><link>${link}</link>${item}</item>${behind}</channel></rss>`,
  rdf: (channel: string, item: string, behind = '') =>
    `<rdf:RDF xmlns="http://purl.org/rss/1.0/" ${names}><channel rdf:about="https://paper.example/"><title>P</title>${channel}${behind}</channel><item rdf:about="${link}"><title>One</title><link>${link}</link>${item}</item></rdf:RDF>`,
  atom: (channel: string, item: string, behind = '') =>
    `<feed xmlns="http://www.w3.org/2005/Atom" ${names}><title>P</title>${channel}<entry><id>urn:1</id><title>One</title><link href="${link}"/>${item}</entry>${behind}</feed>`,
} as const;
type Form = keyof typeof forms;
const everyForm = ['rss', 'rdf', 'atom'] as const;

function rightsIn(text: string): EntryRights | undefined {
  const feed = readFeed(text, {
    url: 'https://paper.example/feed.xml',
    now: Date.UTC(2026, 1),
    maxItems: 100,
  });
  if ('error' in feed) throw new Error(feed.error);
  return feed.entries[0]?.rights;
}
const rightsOf = (form: Form, channel: string, item = '', behind = '') =>
  rightsIn(forms[form](channel, item, behind));
const namesOf = (rights: EntryRights | undefined) => rights?.rules.map(({ name }) => name);

/** Ways to write the address of a licence. */
const licences: Readonly<Record<string, (url: string) => string>> = {
  'creativeCommons:license': (url) => `<creativeCommons:license>${url}</creativeCommons:license>`,
  'cc:license as text': (url) => `<cc:license>${url}</cc:license>`,
  'cc:license as a resource': (url) => `<cc:license rdf:resource="${url}"/>`,
  'cc:license of ccREL': (url) =>
    `<q:license xmlns:q="http://creativecommons.org/ns#" rdf:resource="${url}"/>`,
  'media:license': (url) => `<media:license type="text/html" href="${url}">Some licence</media:license>`,
  'dcterms:license as text': (url) => `<dcterms:license>${url}</dcterms:license>`,
  'dcterms:license as a resource': (url) => `<dcterms:license rdf:resource="${url}"/>`,
  'a link of RFC 4946': (url) => `<atom:link rel="license" href="${url}"/>`,
  'dc:rights that is an address': (url) => `<dc:rights>${url}</dc:rights>`,
  'dcterms:rights as a resource': (url) => `<dcterms:rights rdf:resource="${url}"/>`,
  'atom:rights that is an address': (url) => `<atom:rights>${url}</atom:rights>`,
};

describe.each(everyForm)('the licence that a feed states in %s', (form) => {
  it.each(Object.entries(licences))('is read from %s, of the item before the channel', (_name, write) => {
    expect(rightsOf(form, write(by))?.licence).toBe(by);
    expect(rightsOf(form, '', write(nc))?.licence).toBe(nc);
    expect(rightsOf(form, write(by), write(nc))?.licence).toBe(nc);
    // A channel may speak behind its items too.
    expect(rightsOf(form, '', '', write(by))?.licence).toBe(by);
  });
  it('is none of a picture or recording, and none that is only described', () => {
    const described = `<cc:License rdf:about="${by}"><cc:permits rdf:resource="http://web.resource.org/cc/Reproduction"/></cc:License>`;
    expect(rightsOf(form, described, described, described)).toBeUndefined();
    const media = `<media:content url="https://paper.example/a.jpg" type="image/jpeg"><media:license href="${by}"/></media:content>`;
    expect(rightsOf(form, '', media)).toBeUndefined();
    expect(rightsOf(form, '', `<media:group>${media}</media:group>`)).toBeUndefined();
  });
  it('is read in words, and by an address relative to the feed', () => {
    expect(rightsOf(form, '<cc:license>Ask the harbour office</cc:license>')?.licence).toBe(
      'Ask the harbour office',
    );
    expect(rightsOf(form, '<atom:link rel="license" href="/licence"/>')?.licence).toBe(
      'https://paper.example/licence',
    );
  });
});

describe.each(everyForm)('the notice that a feed states in %s', (form) => {
  it.each(['dc:rights', 'dcterms:rights', 'atom:rights', 'copyright', 'rights'])(
    'is read from %s',
    (name) => {
      const say = (who: string) => `<${name}>© ${who} &amp; sons</${name}>`;
      expect(rightsOf(form, say('Harbour Press'))?.copyright).toBe('© Harbour Press & sons');
      expect(rightsOf(form, say('Harbour Press'), say('M. Dune'))?.copyright).toBe('© M. Dune & sons');
    },
  );
});

describe.each(everyForm)('Really Simple Licensing in %s', (form) => {
  const content = (inner: string, url = link) =>
    `<rsl:content url="${url}"><rsl:license>${inner}</rsl:license></rsl:content>`;
  it.each([
    ['<rsl:prohibits type="usage">ai-train</rsl:prohibits>', ['rsl-train']],
    ['<rsl:permits type="usage">search</rsl:permits>', ['rsl-train', 'rsl-input']],
    [
      '<rsl:permits type="usage">ai-all</rsl:permits><rsl:payment type="crawl"><rsl:amount currency="USD">1</rsl:amount></rsl:payment>',
      ['rsl-train', 'rsl-input'],
    ],
    ['<rsl:permits type="usage">ai-input</rsl:permits><rsl:payment type="free"/>', ['rsl-train']],
    ['<rsl:payment type="free"/>', undefined],
  ])('%s reserves %j', (inner, expected) => {
    expect(namesOf(rightsOf(form, '', content(inner)))).toEqual(expected);
    expect(namesOf(rightsOf(form, content(inner, '/')))).toEqual(expected);
    expect(namesOf(rightsOf(form, '', '', content(inner, '/')))).toEqual(expected);
  });
  const closed = content('<rsl:prohibits type="usage">all</rsl:prohibits>', '/');
  it('of an item counts before that of the channel, also where it gives more', () => {
    expect(rightsOf(form, closed, content('<rsl:payment type="free"/>'))).toBeUndefined();
  });
  it('of a channel counts for the addresses that it names', () => {
    expect(
      rightsOf(form, content('<rsl:prohibits type="usage">all</rsl:prohibits>', '/sport/')),
    ).toBeUndefined();
    expect(
      namesOf(rightsOf(form, content('<rsl:prohibits type="usage">all</rsl:prohibits>', '/news/*'))),
    ).toEqual(['rsl-train', 'rsl-input']);
  });
  it('of an item is about the item, whatever address it writes', () => {
    for (const url of ['', 'https://other.example/x', '/else'])
      expect(
        rightsOf(form, '', content('<rsl:prohibits type="usage">ai-train</rsl:prohibits>', url))?.rules,
      ).toEqual([{ name: 'rsl-train', source: 'RSL in feed', words: 'ai-train: prohibited' }]);
  });
  it('is read without the content around it, under another prefix, and under none', () => {
    const license = (prefix: string, declared: string) =>
      `<${prefix}license ${declared}><${prefix}prohibits type="usage">ai-input</${prefix}prohibits></${prefix}license>`;
    expect(namesOf(rightsOf(form, '', license('rsl:', '')))).toEqual(['rsl-input']);
    expect(namesOf(rightsOf(form, '', license('l:', 'xmlns:l="https://rslstandard.org/rsl"')))).toEqual([
      'rsl-input',
    ]);
    expect(namesOf(rightsOf(form, '', license('', 'xmlns="https://rslstandard.org/rsl"')))).toEqual([
      'rsl-input',
    ]);
  });
  it('that is linked to is named, and is no licence', () => {
    expect(rightsOf(form, '<atom:link rel="license" type="application/rsl+xml" href="/rsl.xml"/>')).toEqual({
      rules: [],
      terms: ['https://paper.example/rsl.xml'],
    });
  });
});

describe('rights of an entry that was copied', () => {
  const source = `<source><id>urn:2</id><rights>© The Origin</rights><link rel="license" href="${nc}"/></source>`;
  it('are those of the feed it came from (RFC 4287, 4.2.11)', () => {
    expect(
      rightsOf('atom', `<rights>© The Copier</rights><link rel="license" href="${by}"/>`, source),
    ).toMatchObject({
      copyright: '© The Origin',
      licence: nc,
    });
  });
  it('are none where the entry says that none is specified (RFC 4946, 2.1)', () => {
    const none = '<link rel="license" href="http://purl.org/atompub/license#unspecified"/>';
    expect(rightsOf('atom', `<link rel="license" href="${by}"/>`, none)).toBeUndefined();
  });
});

describe('rights of hostile feeds', () => {
  it.each(everyForm)('are bounded and read in time in %s', (form) => {
    const long = 'x'.repeat(300_000);
    expect(
      rightsOf(form, '', `<cc:license>https://a.example/${long}</cc:license><dc:rights>${long}</dc:rights>`),
    ).toMatchObject({
      copyright: 'x'.repeat(500),
    });
    expect(rightsOf(form, '', `<cc:license>https://a.example/${long}</cc:license>`)).toBeUndefined();
    const many = `<rsl:content url="/"><rsl:license>${`<rsl:permits type="usage">${'a,'.repeat(50)}</rsl:permits>`.repeat(2_000)}</rsl:license></rsl:content>`;
    expect(namesOf(rightsOf(form, '', many))).toEqual(['rsl-train', 'rsl-input']);
    const links = `<atom:link rel="license" type="application/rsl+xml" href="/rsl.xml"/>`.repeat(500);
    expect(rightsOf(form, '', links)?.terms).toHaveLength(1);
  });
  it.each(everyForm)('end with their entry in %s, however they nest or break off', (form) => {
    const open = '<rsl:content url="/"><rsl:license>'.repeat(1_500);
    const text = forms[form](`<description>d</description>${open}`, '<dc:rights>© P</dc:rights>');
    expect(rightsIn(text)?.copyright).toBe('© P');
    expect(
      rightsOf(form, '', `<rsl:content url="/"><rsl:license><rsl:prohibits type="usage">all`)?.rules,
    ).toHaveLength(2);
    expect(
      rightsOf(form, '', '<rsl:prohibits type="usage">all</rsl:prohibits></rsl:content>'),
    ).toBeUndefined();
  });
  it('are no addresses of other kinds', () => {
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])
      expect(
        rightsOf('rss', '', `<cc:license>${bad}</cc:license><atom:link rel="license" href="${bad}"/>`),
      ).toBeUndefined();
  });
});
