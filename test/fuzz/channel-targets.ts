import { FeedEntry } from '@newsmill/contracts';
import {
  createFeedReader,
  findFeeds,
  findNextPage,
  findSections,
  linksOf,
  mayFetch,
  crawlDelay,
  readCandidate,
  readFeed,
  readListPage,
  readOpml,
  readRobots,
  readSitemap,
  writeOpml,
} from '@newsmill/fetch';
import { writeAtom, writeJsonFeed, writeRss } from '@newsmill/search';
import type { FuzzTarget } from './fuzz-target.ts';
import { jsonOf, linesOf, markupOf } from './grammars.ts';
import { clean, hold, same, webAddress } from './hold.ts';

const url = 'https://paper.example/news/feed';
const now = Date.parse('2026-03-12T10:00:00Z');
const maxItems = 50;
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

// biome-ignore format: a table, read by its rows
const texts = [
  'Ferry returns', 'https://paper.example/a?b=1&c=2', '/news/ferry', '//other.example/x', '#', '', 'javascript:alert(1)',
  'Thu, 12 Mar 2026 10:00:00 GMT', '2026-03-12T10:00:00Z', '12 März 2026', '<b>x</b>', '&lt;p&gt;', '&#xD800;',
  'Ada Moss (ada@paper.example)', 'ada@paper.example', 'en', 'de-DE', '0', '99999999', 'true', 'yes', '60.1 24.9',
  '&nbsp;', '&unknown;', ']]>', '--', '\u202e', '😀', 'daily', '0.5', 'noai', 'https://hub.example/',
];
// biome-ignore format: a table, read by its rows
const feedNames = [
  'rss', 'channel', 'item', 'title', 'link', 'guid', 'description', 'pubDate', 'author', 'category', 'enclosure',
  'feed', 'entry', 'id', 'updated', 'published', 'summary', 'content', 'content:encoded', 'dc:creator', 'dc:date',
  'rdf:RDF', 'media:content', 'media:group', 'media:thumbnail', 'atom:link', 'georss:point', 'geo:lat', 'ttl',
  'skipHours', 'hour', 'copyright', 'cc:license', 'rsl', 'source', 'image', 'url', 'name', 'email', 'uri', 'itunes:duration',
  'feedburner:origLink', 'slash:comments', 'thr:in-reply-to', 'div', 'p', 'a', 'html', 'CHANNEL', 'logo', 'language',
];
// biome-ignore format: a table, read by its rows
const feedAttributes = [
  'href', 'rel', 'type', 'url', 'isPermaLink', 'xml:base', 'xml:lang', 'xmlns', 'xmlns:dc', 'length', 'mode', 'domain',
  'term', 'label', 'scheme', 'src', 'version', 'rdf:about', 'ref', 'medium',
];
const rss =
  '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper</title><link>https://paper.example/</link><ttl>60</ttl><item><title>Ferry returns</title><link>https://paper.example/news/ferry?utm_source=rss</link><guid isPermaLink="false">a1</guid><pubDate>Thu, 12 Mar 2026 10:00:00 GMT</pubDate><dc:creator>Ada Moss</dc:creator><category>Harbour</category><description><![CDATA[<p>It left at <b>seven</b>.</p>]]></description><enclosure url="/a.mp3" type="audio/mpeg" length="1"/></item><item><link>/b</link></item></channel></rss>';
const atom =
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/"><title type="html">P&amp;amp;Q</title><link rel="hub" href="https://hub.example/"/><link rel="self" href="feed"/><entry><id>tag:1</id><title>Ferry</title><link rel="alternate" href="news/ferry"/><updated>2026-03-12T10:00:00Z</updated><author><name>Ada Moss</name></author><content type="xhtml"><div><p>It left.</p></div></content></entry></feed>';
const rdf =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="x"><title>P</title></channel><item rdf:about="https://paper.example/a"><title>A</title><link>https://paper.example/a</link></item></rdf:RDF>';
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Paper',
  home_page_url: 'https://paper.example/',
  next_url: 'https://paper.example/feed?page=2',
  items: [
    {
      id: 'a1',
      url: 'https://paper.example/news/ferry',
      title: 'Ferry returns',
      content_html: '<p>It left.</p>',
      date_published: '2026-03-12T10:00:00Z',
      authors: [{ name: 'Ada Moss' }],
      tags: ['harbour'],
      attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg' }],
    },
    { id: 2, external_url: '/b' },
  ],
});

/** The same whether a feed comes whole or in pieces; entries are bounded, of the web and of their shape. */
function readAnyFeed(input: string): unknown {
  const reading = readFeed(input, { url, now, maxItems, texts: 'all' });
  const reader = createFeedReader({ base: url, maxItems });
  const size = 1 + (input.length % 97);
  const items = [];
  for (let at = 0; at < input.length && at < 20_000; at += size)
    items.push(...reader.write(input.slice(at, Math.min(at + size, 20_000))));
  const end = reader.end();
  items.push(...end.items);
  if (input.length <= 20_000) {
    const whole = createFeedReader({ base: url, maxItems });
    const first = [...whole.write(input)];
    const last = whole.end();
    same([...first, ...last.items], items, 'pieces give other entries than the whole');
    same(last.head, end.head, 'pieces give another head than the whole');
  }
  clean();
  if ('error' in reading) return reading;
  hold(reading.entries.length <= maxItems, 'more entries than the limit', reading.entries.length);
  for (const entry of reading.entries) {
    webAddress(entry.url, 'the link of an entry');
    hold(FeedEntry.safeParse(entry).success, 'an entry is not of its shape', entry);
    hold(
      (entry.title ?? '').length <= 2_001 && (entry.summary ?? '').length <= 2_001,
      'a text is not cut',
      entry,
    );
    hold(
      entry.published === undefined || !Number.isNaN(Date.parse(entry.published)),
      'no date',
      entry.published,
    );
  }
  return reading;
}

/** What we write of a text in each form of feed, our reader reads as it was. */
function throughOurFeeds(input: string): void {
  const title = input
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff\s]+/gu, ' ')
    .trim();
  const feed = {
    title: 'Paper',
    description: title,
    home: url,
    self: url,
    updated: now,
    items: [
      {
        uri: 'urn:newsmill:article:a',
        url: 'https://paper.example/a',
        title: title || 'Ferry',
        summary: title,
        published: now,
        updated: now,
        authors: title === '' ? [] : [title],
        sourceId: 'paper',
        sourceName: title || 'Paper',
        categories: title === '' ? [] : [title],
      },
    ],
  };
  for (const written of [writeRss(feed), writeAtom(feed), writeJsonFeed(feed)]) {
    const text = typeof written === 'string' ? written : JSON.stringify(written);
    const reader = createFeedReader({ base: url });
    const items = [...reader.write(text), ...reader.end().items];
    hold(items.length === 1, 'a feed of ours has another number of entries', title);
    hold(
      items[0]?.link === 'https://paper.example/a',
      'a feed of ours has another link',
      title,
      items[0]?.link,
    );
  }
}

const sitemap =
  '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://paper.example/news/ferry</loc><lastmod>2026-03-12</lastmod><changefreq>daily</changefreq><priority>0.5</priority><news:news><news:publication><news:name>Paper</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-03-12T10:00:00Z</news:publication_date><news:title>Ferry</news:title></news:news><image:image><image:loc>/a.jpg</image:loc></image:image></url></urlset>';
const sitemapIndex =
  '<sitemapindex><sitemap><loc>https://paper.example/s1.xml</loc><lastmod>2026-03-12</lastmod></sitemap><sitemap><loc>s2.xml.gz</loc></sitemap></sitemapindex>';
const opml =
  '<?xml version="1.0"?><opml version="2.0"><head><title>My papers</title></head><body><outline text="Harbours"><outline type="rss" text="Paper" title="Paper &amp; Sons" xmlUrl="https://paper.example/feed" htmlUrl="https://paper.example/"/></outline><outline xmlUrl="feed:https://b.example/rss" category="/a,/b"/></body></opml>';
const robots =
  'User-agent: *\nDisallow: /private/*.html$\nAllow: /private/a.html\nCrawl-delay: 2\n\nUser-agent: newsmill\nDisallow:\nContent-Usage: ai=n\nContent-Signal: /news search=yes, ai-train=no\nSitemap: https://paper.example/sitemap.xml\nLicense: https://paper.example/rsl.xml\n';
const home =
  '<!doctype html><html lang="en"><head><title>Paper</title><base href="/x/"><link rel="alternate" type="application/rss+xml" href="/feed" title="All"><link rel="next" href="?page=2"><meta property="og:site_name" content="Paper"></head><body><nav><a href="/sport">Sport</a><a href="/harbour">Harbour</a></nav><main><h2><a href="/news/2026/03/12/ferry-returns">Ferry returns to the harbour after years</a></h2><article><a href="/news/2026/03/11/fog-horn"><img src="a.jpg"><h3>Fog horn</h3></a><time datetime="2026-03-11">yesterday</time></article></main><footer><a href="/imprint">Imprint</a></footer></body></html>';

/** Targets that tell of articles: what channels say, and how channels are found. */
export const channelTargets = {
  feed: {
    about: 'RSS, RDF, Atom and CDF; whole and in pieces; then the same text through the feeds that we write',
    seeds: [
      rss,
      atom,
      rdf,
      `<CHANNEL HREF="https://paper.example/"><ITEM HREF="/a"><TITLE>A</TITLE></ITEM></CHANNEL>`,
    ],
    words: [
      ...feedNames.flatMap((name) => [`<${name}>`, `</${name}>`]),
      ...feedAttributes.map((name) => ` ${name}="`),
      ...texts,
      '<!DOCTYPE rss [<!ENTITY a "b">]>',
      '<?xml version="1.0" encoding="utf-16"?>',
    ],
    grammar: markupOf(
      { names: feedNames, attributes: feedAttributes, texts },
      (inner) => `<rss version="2.0"><channel><item>${inner}</item>`,
    ),
    run(input) {
      throughOurFeeds(input);
      return readAnyFeed(input);
    },
  },
  'json-feed': {
    about: 'JSON Feed, sound, damaged and hostile',
    seeds: [jsonFeed, `[${jsonFeed}]`, `${jsonFeed.slice(0, -1)},"__proto__":{"isAdmin":true}}`],
    words: [
      '"__proto__":',
      '"constructor":{"prototype":',
      '"items":[',
      '"id":',
      '"url":"',
      '"title":',
      'null',
      '\\u0000',
      '\\ud800',
      '1e400',
      '{',
      '[',
      '}]',
      ...texts,
    ],
    grammar: jsonOf(
      [
        'version',
        'title',
        'items',
        'id',
        'url',
        'external_url',
        'content_html',
        'content_text',
        'summary',
        'date_published',
        'authors',
        'author',
        'name',
        'tags',
        'attachments',
        'hubs',
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        'language',
        'image',
      ],
      texts,
      (inner) =>
        `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/a","title":${inner}},${inner}],"title":${inner}}`,
    ),
    run: readAnyFeed,
  },
  robots: {
    about: 'robots.txt: which addresses are allowed, delays, sitemaps, uses',
    seeds: [robots, 'User-agent: a\nUser-agent: b\nDisallow: /', '\ufeffuser-agent : *\rdisallow : /a%2fb'],
    words: [
      'User-agent: ',
      'Disallow: ',
      'Allow: ',
      'Crawl-delay: ',
      'Sitemap: ',
      'Content-Usage: ',
      'Content-Signal: ',
      '*',
      '$',
      '/**/',
      '%2f',
      '%zz',
      'newsmill',
      '# ',
      'ai=n',
      'search=yes',
      'noindex:',
      'DisallowAITraining: ',
    ],
    grammar: linesOf(
      [
        'User-agent',
        'Disallow',
        'Allow',
        'Crawl-delay',
        'Sitemap',
        'Content-Usage',
        'Content-Signal',
        'License',
        'Noindex',
        'user agent',
        'disalow',
      ],
      [
        '*',
        '/',
        '/*',
        '/a*b*c*d$',
        'newsmill',
        'newsmill/1.0',
        '10',
        '1e9',
        '-1',
        'ai=n',
        '/news search=yes, ai-train=no',
        ...texts,
      ],
      ': ',
    ),
    run(input) {
      const rules = readRobots(input);
      const answers = ['/', '/private/a.html', '/news/ferry?a=1', `/${input.slice(0, 60)}`].map((path) =>
        mayFetch(rules, `https://paper.example${path}`, 'newsmill'),
      );
      const delay = crawlDelay(rules, 'newsmill');
      hold(
        delay === undefined || (delay >= 0 && Number.isFinite(delay)),
        'a delay is no length of time',
        delay,
      );
      return { rules: { ...rules, groups: rules.groups.length }, answers, delay };
    },
  },
  sitemap: {
    about: 'sitemaps: sets, indexes, lists of addresses, feeds in their place',
    seeds: [sitemap, sitemapIndex, 'https://paper.example/a\nhttps://paper.example/b\n', rss],
    words: [
      '<url>',
      '</url>',
      '<loc>',
      '</loc>',
      '<sitemap>',
      '<lastmod>',
      '<news:title>',
      '<image:loc>',
      '<!ENTITY a "b">',
      '<urlset>',
      '</urlset>',
      '\n',
      ...texts,
    ],
    grammar: markupOf(
      {
        names: [
          'url',
          'loc',
          'lastmod',
          'priority',
          'changefreq',
          'news:news',
          'news:title',
          'news:publication_date',
          'news:name',
          'image:image',
          'image:loc',
          'sitemap',
          'video:video',
        ],
        attributes: ['xmlns', 'href', 'rel'],
        texts,
      },
      (inner) => `<urlset><url><loc>https://paper.example/a</loc>${inner}</url>`,
    ),
    run(input) {
      const reading = readSitemap(bytesOf(input), { url, maxItems });
      if ('error' in reading) return reading;
      hold(reading.urls.length <= maxItems, 'more addresses than the limit', reading.urls.length);
      for (const entry of reading.urls) webAddress(entry.url, 'an address of a sitemap');
      for (const one of reading.sitemaps) webAddress(one, 'a sitemap of an index');
      return reading;
    },
  },
  opml: {
    about: 'lists of subscriptions; what we write of what we read is read the same',
    seeds: [opml, '<opml><body><outline xmlurl=https://a.example/feed>'],
    words: [
      '<outline ',
      'xmlUrl="',
      'text="',
      'title="',
      'category="',
      '<body>',
      '<head>',
      '<title>',
      '</outline>',
      'feed:',
      ...texts,
    ],
    grammar: markupOf(
      {
        names: ['outline', 'outline', 'title', 'body', 'head'],
        attributes: ['xmlUrl', 'text', 'title', 'htmlUrl', 'category', 'type', 'rssUrl'],
        texts,
      },
      (inner) => `<opml version="2.0"><head><title>x</title></head><body>${inner}</body></opml>`,
    ),
    run(input) {
      const reading = readOpml(bytesOf(input));
      if (reading === undefined) return undefined;
      for (const feed of reading.feeds) webAddress(feed.xmlUrl, 'a feed of a list');
      const again = readOpml(bytesOf(writeOpml(reading.feeds, { title: reading.title ?? '', created: now })));
      same(
        again?.feeds.map(({ xmlUrl }) => xmlUrl),
        reading.feeds.map(({ xmlUrl }) => xmlUrl),
        'other feeds when written and read again',
      );
      return reading;
    },
  },
  discovery: {
    about: 'how channels and next pages are found: feeds, sections and links of pages and headers',
    seeds: [
      home,
      '<https://hub.example/>; rel="hub", </feed>; rel=self',
      '<head><link rel=alternate type=application/atom+xml href=//a.example/f>',
    ],
    words: [
      '<a href="',
      '</a>',
      '<nav>',
      '</nav>',
      '<link rel="alternate" type="application/rss+xml" href="',
      'rel="next"',
      '<base href="',
      '<h2>',
      '; rel="hub"',
      '<',
      '>',
      ', ',
      '<script>',
      '<!--',
      ...texts,
    ],
    grammar: markupOf({
      names: [
        'a',
        'a',
        'nav',
        'link',
        'base',
        'h2',
        'h3',
        'article',
        'li',
        'ul',
        'footer',
        'time',
        'img',
        'script',
        'template',
        'title',
        'meta',
      ],
      attributes: ['href', 'rel', 'type', 'title', 'class', 'content', 'property', 'datetime', 'hreflang'],
      texts,
    }),
    run(input) {
      const feeds = findFeeds(input, url);
      const page = readListPage(input, url);
      const sections = findSections(input, url, [
        ...page.entries.map((entry) => entry.url),
        'https://paper.example/sport/a',
      ]);
      const links = linksOf(input, 'hub', url);
      const next = findNextPage(
        { url, body: bytesOf(input), encoding: 'identity', headers: { link: input.slice(0, 2_000) } },
        { first: url, number: 2 },
      );
      const offered = readCandidate({
        url,
        bytes: bytesOf(input),
        contentType: 'text/html',
        link: input.slice(0, 2_000),
        foundBy: 'asked',
        now,
      });
      for (const one of [...feeds, ...page.entries, ...sections]) webAddress(one.url, 'what was found');
      for (const one of links) webAddress(one, 'a link of a header');
      clean();
      return { feeds, page, sections, links, next, offered };
    },
  },
} as const satisfies Readonly<Record<string, FuzzTarget>>;
