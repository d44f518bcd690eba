import { readPage, toMarkdown } from '@newsmill/clean';
import type { Block } from '@newsmill/contracts';
import { findDates } from '@newsmill/enrich';
import {
  decodeBody,
  decodeText,
  mendMojibake,
  readFeedDate,
  SelectorError,
  parseSelector,
  toSafeHtml,
  trueEncoding,
} from '@newsmill/text';
import { Parser } from 'htmlparser2';
import { bylineNames, creditsOther, barredNames } from '../../libs/clean/src/metadata/byline-names.ts';
import { splitCredit } from '../../libs/clean/src/metadata/split-credit.ts';
import { runPasses } from '../../libs/clean/src/passes/all-passes.ts';
import type { PageLine } from '../../libs/clean/src/body/page-lines.ts';
import type { SiteView } from '../../libs/clean/src/site/view-site.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { markupOf, wordsOf } from './grammars.ts';
import { clean, hold, same, webAddress } from './hold.ts';

const url = 'https://paper.example/news/ferry';
const now = Date.parse('2026-03-12T10:00:00Z');
/** The lower bytes of the text: inputs of bytes are written as texts of U+0000 to U+00FF. */
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

// biome-ignore format: a table, read by its rows
const pageNames = [
  'p', 'p', 'p', 'div', 'article', 'section', 'h1', 'h2', 'a', 'b', 'i', 'em', 'span', 'ul', 'ol', 'li', 'table', 'tr',
  'td', 'th', 'figure', 'figcaption', 'img', 'picture', 'source', 'video', 'blockquote', 'pre', 'code', 'br', 'hr',
  'time', 'header', 'footer', 'nav', 'aside', 'form', 'input', 'button', 'select', 'option', 'textarea', 'script',
  'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'embed', 'title', 'meta', 'link', 'base', 'html',
  'head', 'body', 'main', 'address', 'details', 'summary', 'dl', 'dt', 'dd', 'center', 'font', 'frameset', 'plaintext',
];
// biome-ignore format: a table, read by its rows
const pageAttributes = [
  'class', 'id', 'href', 'src', 'srcset', 'alt', 'content', 'property', 'name', 'itemprop', 'itemtype', 'rel', 'datetime',
  'lang', 'dir', 'style', 'hidden', 'data-src', 'aria-hidden', 'type', 'onclick', 'title', 'role',
];
// biome-ignore format: a table, read by its rows
const pageTexts = [
  'The ferry left the pier at seven in the morning, said the harbour master, who had counted them all.',
  'By Ada Moss', 'Published 12 March 2026', '12.03.2026 10:00', 'Share', 'Read more:', 'Advertisement', '© 2026 Paper',
  'Photo: Ben Lark / AP', 'Related articles', 'Sign up for our newsletter', 'Comments (3)', 'Follow us on X',
  'article-body', 'byline', 'caption', 'og:title', 'og:url', 'article:published_time', 'author', 'canonical',
  'https://paper.example/a.jpg', '/b?c=1', 'javascript:alert(1)', 'NewsArticle', 'en', 'ar', 'rtl', '2026-03-12',
  '{"@type":"NewsArticle","headline":"Ferry","articleBody":"It left."}', 'noindex', '&amp;lt;', '港口', 'قال', '\u00ad', '',
];
const story = pageTexts[0] ?? '';
const article = `<!doctype html><html lang="en"><head><title>Ferry returns | Paper</title><meta property="og:title" content="Ferry returns"><link rel="canonical" href="${url}"><meta property="article:published_time" content="2026-03-12T08:00:00Z"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry returns","datePublished":"2026-03-12","author":{"@type":"Person","name":"Ada Moss"}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry returns</h1><p class="byline">By Ada Moss</p><figure><img src="a.jpg" alt="Ferry"><figcaption>The ferry. Photo: Ben Lark</figcaption></figure>${`<p>${story}</p>`.repeat(4)}<h2>Later</h2><ul><li>One</li><li>Two</li></ul><blockquote>It left.</blockquote><table><tr><td>a</td><td>b</td></tr></table><pre>x</pre><p>Read more: <a href="/b">Fog horn</a></p></article><footer>© 2026 Paper</footer></body></html>`;

/** Elements and attributes that the HTML of an article may have. */
const allowed = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'li',
  'blockquote',
  'pre',
  'table',
  'tr',
  'td',
  'br',
  'a',
]);
function safeMarkup(html: string): void {
  const parser = new Parser({
    onopentag: (name, attributes) => {
      hold(allowed.has(name), 'an element got out', name);
      for (const [key, value] of Object.entries(attributes))
        hold(
          name === 'a' && (key === 'rel' || (key === 'href' && /^https?:\/\//.test(value))),
          'an attribute got out',
          key,
          value,
        );
    },
    oncomment: (text) => hold(false, 'a comment got out', text),
    onprocessinginstruction: (name) => hold(false, 'an instruction got out', name),
  });
  parser.end(html);
}

const kinds = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'code',
  'caption',
  'table',
  'embed',
  'image',
] as const;
/** A text as blocks of every kind: empty lines part them. */
const blocksOf = (text: string): Block[] =>
  text
    .split('\n\n')
    .slice(0, 500)
    .map((part, index): Block => {
      const kind = kinds[index % kinds.length] ?? 'paragraph';
      return {
        kind,
        text: part,
        ...(kind === 'heading' ? { level: 1 + (index % 7) } : {}),
        ...(kind === 'embed' || kind === 'image'
          ? { url: `https://a.example/${part}`, alt: part, provider: part }
          : {}),
      };
    });

/** Lines that stand in Markdown as they are: nothing in them begins markup. */
function plainMarkdown(markdown: string): void {
  let fence = '';
  for (const line of markdown.split('\n')) {
    const ticks = /^`{3,}/.exec(line)?.[0];
    if (fence === '' && ticks !== undefined) fence = ticks;
    else if (fence !== '') {
      if (line === fence) fence = '';
    } else {
      const bare = line.replace(/\\./gs, '').replace(/\]\(<[^<>]*>\)/g, ']');
      hold(!/<[a-z!/?]/i.test(bare), 'markup got into Markdown', line);
      hold(!/\]\((?!<)/.test(bare), 'a link got into Markdown', line);
    }
  }
  hold(fence === '', 'code has no end', fence);
}

const cold: SiteView = {
  articles: 3,
  countOf: (line) => line.text.length % 4,
  boxCountOf: (line) => line.text.length % 3,
  standingOf: (line) => (line.index % 2 === 0 ? 'edge' : 'inside'),
  sighting: () => ({ lines: '', replaces: [] }),
};
/** Each line of the text as a line of a page, in and around the body; the first is its title. */
function passPage(input: string): Parameters<typeof runPasses>[0] {
  const [title = '', ...texts] = input.split('\n').slice(0, 300);
  const lines = texts.map(
    (text, index): PageLine => ({
      index,
      text,
      weight: text.split(/\s+/).length,
      linkShare: (text.length % 4) / 3,
      kind: kinds[text.length % kinds.length] ?? 'paragraph',
      flags: 0,
      score: 1,
      node: index,
      isBody: index > 1 && index < texts.length - 2,
      isBehindPicture: index % 5 === 0,
      isBold: index % 7 === 0,
      table: -1,
      row: -1,
    }),
  );
  return {
    lines,
    title,
    authors: ['Ada Moss'],
    firstBody: lines.find((line) => line.isBody)?.index ?? -1,
    lastBody: lines.findLast((line) => line.isBody)?.index ?? -1,
    isArticle: true,
    host: 'fuzz.example',
    script: 'Latin',
    language: 'en',
    site: cold,
  };
}

/** Targets that read pages, and what is made of them. */
export const pageTargets = {
  html: {
    about:
      'whole pages: kind, article, facts; its HTML holds what is allowed alone, its addresses are of the web',
    seeds: [article, `<title>x</title>${story}`, '<svg><style><!--</style><img src=x onerror=alert(1)>'],
    words: [
      ...pageNames.flatMap((name) => [`<${name}>`, `</${name}>`]),
      ...pageAttributes.map((name) => ` ${name}="`),
      ...pageTexts,
      '<!--',
      '-->',
      '<![CDATA[',
      '<!doctype html>',
      '&#0;',
      '&lt',
      '"}</script>',
    ],
    grammar: markupOf(
      { names: pageNames, attributes: pageAttributes, texts: pageTexts },
      (inner) => `<title>Ferry</title><article><h1>Ferry</h1><p>${story}</p>${inner}<p>${story}</p>`,
    ),
    run(input) {
      const context = { url, now, isAnnounced: true };
      const reading = readPage({ html: input }, context);
      safeMarkup(toSafeHtml(reading.article));
      for (const image of reading.article.images) webAddress(image.url, 'a picture');
      plainMarkdown(toMarkdown(reading.article));
      hold(
        reading.article.blocks.every((block) => block.text.length <= input.length * 2 + 1_000),
        'a block is longer than the page',
      );
      clean();
      return { kind: reading.kind, ...reading.article };
    },
  },
  passes: {
    about:
      'the passes over any lines: each line is taken once at most, the same lines again are taken the same way',
    seeds: [
      [...pageTexts, story, story].join('\n'),
      `Ferry returns\n${story}\n${pageTexts.join('\n')}\n${story}`,
    ],
    words: [
      ...pageTexts,
      '\n',
      ' | ',
      ' > ',
      ' - ',
      'https://',
      '@',
      'AP',
      'Reuters',
      '© ',
      'Tags:',
      'window.dataLayer',
      '{',
      ';',
      'Updated',
    ],
    grammar: wordsOf(
      [...pageTexts, '\n', '\n', ' | ', ' / ', ' › ', 'Photo:', 'By ', 'Email: ', 'Tags: ', 'var x = 1;'],
      60,
    ),
    run(input) {
      const page = passPage(input);
      const taken = runPasses(page);
      hold(new Set(taken.map((one) => one.line)).size === taken.length, 'a line is taken twice');
      hold(
        taken.every(({ line, why }) => page.lines.includes(line) && why !== ''),
        'a pass took what is not there',
      );
      same(
        runPasses(page).map((one) => [one.line.index, one.pass]),
        taken.map((one) => [one.line.index, one.pass]),
        'other lines at the second run',
      );
      return taken.map((one) => one.pass);
    },
  },
  markdown: {
    about:
      'Markdown of any texts: no markup, link or open code of the text gets through, and it stays in proportion',
    seeds: [
      [
        ...kinds.map((kind) => `a ${kind}`),
        '# x',
        '- x',
        '1. x',
        '```\nx\n```',
        '[a](b)',
        '<b>x</b>',
        '| a | b |\n|---|---|',
        'a\tb\nc\td',
        '**x**',
        '&amp;',
        '~~x~~',
      ].join('\n\n'),
    ],
    words: [
      '# ',
      '- ',
      '1. ',
      '```',
      '~~~',
      '[a](javascript:x)',
      '![a](b)',
      '<script>',
      '</',
      '<!--',
      '|',
      '---',
      '***',
      '___',
      '\\',
      '`',
      '\n\n',
      '\n',
      '\t',
      '&lt;',
      '> ',
      '<https://a.example>',
      '[a]: b',
      '\r',
      '\u2028',
      '  \n',
    ],
    grammar: wordsOf(
      [
        '# ',
        '- ',
        '* ',
        '1. ',
        '```',
        '~~~',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '>',
        '|',
        '---',
        '**',
        '_',
        '\\',
        '`',
        '\n\n',
        '\n',
        '\t',
        '&',
        '> ',
        'a',
        '://',
        'word ',
      ],
      60,
    ),
    run(input) {
      const markdown = toMarkdown({
        title: input.slice(0, 300),
        byline: input.slice(0, 300),
        blocks: blocksOf(input),
      });
      plainMarkdown(markdown);
      hold(
        markdown.length <= 20 * input.length + 10_000,
        'Markdown out of proportion',
        markdown.length,
        input.length,
      );
      return markdown.split('\n').length;
    },
  },
  charset: {
    about: 'bytes of any charset, packed or not: the text is well-formed and bounded',
    seeds: [
      asBytes('<meta charset="utf-8">caf\u00e9 \u201cx\u201d'),
      '<meta charset=windows-1252>caf\u00e9',
      '<?xml version="1.0" encoding="iso-8859-2"?>\u00b1\u00b6',
      '\u00ff\u00fea\u0000b\u0000',
      '\u001b$B$"\u001b(B',
      asBytes('\ufeff\u6e2f\u53e3 \u307f\u306a\u3068'),
      '\u0081\u0030\u0081\u0030',
      asBytes('caf\u00c3\u00a9 \u00e2\u20ac\u0153x\u00e2\u20ac'),
    ],
    words: [
      '<meta charset="',
      'utf-8',
      'utf-7',
      'utf-16',
      'gbk',
      'big5',
      'shift_jis',
      'euc-kr',
      'iso-2022-jp',
      'x-user-defined',
      'windows-1251',
      '\u00ef\u00bb\u00bf',
      '\u00fe\u00ff',
      '\u00ff\u00fe',
      '\u0000',
      '\u00c3\u00a9',
      '\u00e2\u0080\u009c',
      '\u001b$B',
      '\u001f\u008b\u0008\u0000',
      '(\u00b5/\u00fd',
      '+ADw-',
      '\u00ed\u00a0\u0080',
      '\u00f4\u0090\u0080\u0080',
      '\u0080',
    ],
    grammar: wordsOf([
      '<meta charset="',
      'utf-8',
      'gb18030',
      '">',
      '\u00c3',
      '\u00a9',
      '\u0080',
      '\u00ff',
      '\u001b',
      '\u0000',
      'caf',
      ' ',
      '\u0082\u00a0',
      '\u00b0\u00a1',
      '\u00d0\u00bf',
      '+AD',
    ]),
    run(input) {
      const bytes = bytesOf(input);
      const read = (['html', 'xml', 'text'] as const).map((kind) =>
        decodeText(bytes, { kind, contentType: `text/html; charset=${input.slice(0, 20)}` }),
      );
      for (const { text } of read) {
        hold(text.isWellFormed(), 'the text is not well-formed');
        hold(
          text.length <= 2 * bytes.length + 8,
          'the text is longer than its bytes',
          text.length,
          bytes.length,
        );
      }
      const encoding = trueEncoding(bytes, 'identity');
      const body = decodeBody(bytes, encoding, 1_000_000);
      hold(body.bytes.length <= 1_000_000, 'more bytes than the limit');
      const mended = mendMojibake(read[2]?.text ?? '');
      hold(mended.text.length <= input.length * 2 + 8, 'mended text is longer');
      return [
        read.map(({ charset, how }) => [charset, how]),
        encoding,
        body.complete,
        mended.text.length === read[2]?.text.length,
      ];
    },
  },
  date: {
    about: 'dates of feeds and texts: a whole second that exists, or none',
    seeds: [
      'Thu, 12 Mar 2026 10:00:00 GMT',
      '2026-03-12T10:00:00.5+01:00',
      '12. M\u00e4rz 2026, 10:00 Uhr',
      '1773309600',
      '12/3/26 10:00 PM',
      '2026\u5e743\u670812\u65e5',
      '\u0661\u0662 \u0645\u0627\u0631\u0633 2026',
      'Mon Mar  2 10:00:00 2026',
      '20260312T100000Z',
      '2026-03-12T10:00[Europe/Berlin]',
    ],
    words: [
      'Mar',
      'M\u00e4rz',
      '2026',
      '12',
      '31',
      '30 Feb',
      '24:00',
      '23:59:60',
      'GMT',
      '+25:00',
      '-00:00',
      'EST',
      'Z',
      'T',
      'AM',
      'PM',
      '\u5e74',
      '\u6708',
      '\u65e5',
      'yesterday',
      '[Europe/Berlin]',
      '(CET)',
      '1e9',
      '275760',
      '0000',
      ',',
      '/',
      '.',
      '-',
    ],
    grammar: wordsOf([
      'Thu, ',
      '12',
      '3',
      ' ',
      ' Mar ',
      '2026',
      '-',
      '/',
      '.',
      ':',
      'T',
      'Z',
      '10',
      '00',
      '59',
      '60',
      '+01:00',
      ' GMT',
      ' PM',
      'th',
      ' of ',
      '\u5e74',
      '\u6708',
      '\u65e5',
      ' mai ',
      'marzo',
      ' EST',
    ]),
    run(input) {
      const time = readFeedDate(input, { timeZone: 'Europe/Berlin' });
      if (time !== undefined) {
        hold(Number.isSafeInteger(time), 'a date is no number', time);
        const year = new Date(time).getUTCFullYear();
        hold(year >= 1899 && year <= 2201, 'a date out of its bounds', time);
        const again = new Date(time).toISOString();
        hold(readFeedDate(again) === Math.floor(time / 1_000) * 1_000, 'a date is not read again', again);
      }
      const found = findDates({
        text: input.slice(0, 5_000),
        language: 'en',
        published: '2026-03-12T10:00:00Z',
      });
      return [time === undefined, found];
    },
  },
  byline: {
    about: 'bylines and captions: names are bounded, and no markup',
    seeds: [
      'By Ada Moss and Ben Lark, staff writers | Paper',
      'Von Ada Moss, Hamburg',
      '\u0648\u0643\u0627\u0644\u0627\u062a',
      'Ada Moss (Reuters) - 12 March 2026',
      '\u8bb0\u8005 \u5f20\u4e09',
      'The ferry. Photo: Ben Lark/AP',
      'por Ana Gil &amp; Jos\u00e9 Ruiz',
      'https://facebook.com/ada',
    ],
    words: [
      'By ',
      'and ',
      ', ',
      ' | ',
      ' / ',
      'Photo: ',
      'Foto: ',
      'Ada Moss',
      'Jos\u00e9',
      'van der Berg',
      'staff writer',
      'Reuters',
      '(AP)',
      '&amp;',
      '<b>',
      'Dr. ',
      'Jr.',
      'Editor',
      '@ada',
      ' - ',
      'as told to',
      'translated by',
      '\u8bb0\u8005',
      '\u64ae\u5f71',
    ],
    grammar: wordsOf([
      'By ',
      'Ada ',
      'Moss',
      ' and ',
      ', ',
      ' & ',
      'Ben ',
      'Lark',
      ' | ',
      'for ',
      'The Paper',
      'staff writer',
      '12 March 2026',
      'Photo: ',
      'AP',
      ' (',
      ')',
      'von ',
      'MCKAY',
      "O'Neil",
      '\u5f20\u4e09',
      '; ',
    ]),
    run(input) {
      const { names, isCredited } = bylineNames(input);
      hold(names.length <= 20, 'more names than a byline has', names.length);
      for (const name of names)
        hold(name === name.trim() && name.length > 1 && name.length <= 60, 'no name', name);
      const caption = splitCredit(input);
      const sum = JSON.stringify(caption).length;
      hold(sum <= 8 * input.length + 200, 'a caption out of proportion', sum, input.length);
      return [names.length, isCredited, creditsOther(input), barredNames(input).length, caption];
    },
  },
  selector: {
    about: 'selectors of operators: a refusal names its place, both ways to match agree',
    seeds: [
      'article > p.body:not',
      'div#main a[href^="https://"] , h2 *',
      'a[rel~=next][title|="x"] b > c',
      '*',
    ],
    words: [
      'div',
      '.a',
      '#b',
      '[href]',
      '[a="b"]',
      "[a='b']",
      '[a^=b]',
      '[a$=b]',
      '[a*=b]',
      '[a|=b]',
      '[a~=b]',
      ' > ',
      ',',
      ' ',
      '*',
      ':',
      '::',
      '\\',
      '>',
      '[',
      ']',
      '"',
    ],
    grammar: wordsOf(
      [
        'div',
        'a',
        '.body',
        '#main',
        '[href]',
        '[rel="next"]',
        "[class~='x']",
        ' ',
        ' > ',
        ', ',
        '*',
        'h2',
        '>',
        '[',
      ],
      16,
    ),
    run(input) {
      const read = (): ReturnType<typeof parseSelector> | SelectorError => {
        try {
          return parseSelector(input);
        } catch (error) {
          if (error instanceof SelectorError) return error;
          throw error;
        }
      };
      const selector = read();
      if (selector instanceof SelectorError) {
        hold(selector.at >= 0 && selector.at <= input.length, 'a refusal names no place', selector.at);
        return selector.message.length;
      }
      const root = { name: 'div', attributes: { id: 'main', class: 'a body' }, parent: undefined };
      const middle = { name: 'h2', attributes: { class: 'x b' }, parent: root };
      const leaf = {
        name: 'a',
        attributes: { href: 'https://a.example/', rel: 'next', a: 'b' },
        parent: middle,
      };
      const states = [selector.enter(root, undefined)];
      states.push(selector.enter(middle, states[0]));
      states.push(selector.enter(leaf, states[1]));
      const matches = [root, middle, leaf].map((element) => selector.matches(element));
      same(
        matches,
        states.map((state) => state.isMatch),
        'two ways to match differ',
      );
      return matches;
    },
  },
} as const satisfies Readonly<Record<string, FuzzTarget>>;
