import { describe, expect, it } from '@jest/globals';
import { XmlReader } from './xml-reader.ts';

/** The events of a document, one line each; neighbouring texts are one. */
function events(...chunks: readonly string[]): string[] {
  const list: string[] = [];
  const reader = new XmlReader({
    open: (name, attributes) =>
      list.push(`<${[name, ...[...attributes].map(([key, value]) => `${key}=${value}`)].join(' ')}>`),
    text: (data) => {
      if (list.at(-1)?.startsWith('"') === true) list.push(`${list.pop() ?? ''}${data}`);
      else list.push(`"${data}`);
    },
    close: (name) => list.push(`</${name}>`),
    cut: () => list.push('cut'),
  });
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  return list.map((line) => (line.startsWith('"') ? `${line}"` : line)).concat([...reader.repaired]);
}
const inside = (text: string): string[] => events(`<rss>${text}</rss>`).slice(1, -1);

describe('XmlReader', () => {
  it.each([
    [
      'names in lower case, spaces anywhere',
      '<A  B = "1"\nc=\'2\' d=3 e></A >',
      ['<a b=1 c=2 d=3 e=>', '</a>'],
    ],
    ['an element that closes itself', '<a/><b x="/"/>', ['<a>', '</a>', '<b x=/>', '</b>']],
    ['an address without quotes', '<a href=http://x/y/></a>', ['<a href=http://x/y/>', '</a>']],
    ['the first of two equal attributes', '<a x="1" x="2"/>', ['<a x=1>', '</a>']],
    ['lost end tags', '<a><b>t</a>', ['<a>', '<b>', '"t"', '</b>', '</a>']],
    ['stray end tags', '</x>t</b>', ['"t"']],
    ['a tag that runs into the next one', '<a <b>t</b</a>', ['<a>', '<b>', '"t"', '</b>', '</a>']],
    ['a quote that was lost', '<a x="1><b y="2">t</b></a>', ['<a x=1>', '<b y=2>', '"t"', '</b>', '</a>']],
    ['a greater-than sign in a value', '<a x="1 > 0"/>', ['<a x=1 > 0>', '</a>']],
    ['comments and instructions', 'a<!-- <b> -->b<?php "x>y" ?>c<!x>d', ['"abcd"']],
    ['a declaration without its question mark', '<?xml version="1.0">t', ['"t"']],
    ['CDATA', '<![CDATA[<b>&amp;]]>', ['"<b>&amp;"']],
    ['CDATA that looks like one within', '<![CDATA[a<![CDATA[b]]>c', ['"a<![CDATA[bc"']],
    ['references', '&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&eacute;&nbsp;', ['"<>&"\'AB\u00e9\u00a0"']],
    [
      'what only looks like a reference',
      '? & &; &x &copy=1 &unknown; &#; AT&T;',
      ['"? & &; &x &copy=1 &unknown; &#; AT&T;"'],
    ],
    ['references once', '&amp;lt;', ['"&lt;"']],
  ])('reads %s', (_name, text, expected) => {
    expect(inside(text)).toEqual(expected);
  });
  it.each([
    ['a bare less-than sign', '<t>1 < 2 <3</t>', ['"1 < 2 <3"'], 'bare less-than signs escaped'],
    ['control characters', '<t>a\u0000\u000bb\uffff</t>', ['"ab"'], 'control characters removed'],
    ['CDATA without end', '<t><![CDATA[a</t>', ['"a"'], 'CDATA section without end closed'],
    [
      'CDATA whose end is that of the next',
      '<t><![CDATA[a</t><u><![CDATA[b]]></u>',
      ['"a"', '</t>', '<u>', '"b"', '</u>'],
      'CDATA section without end closed',
    ],
    ['a comment without end', '<t><!-- a <b>c</b></t>', ['<b>', '"c"', '</b>'], 'comment without end closed'],
  ])('mends %s, and says so', (_name, text, expected, repair) => {
    const list = events(text.replace('<t>', '<rss><t>'));
    expect(list).toEqual(expect.arrayContaining(expected));
    expect(list.at(-1)).toBe(repair);
  });
  it('skips what stands in front of the document, but no comment silently counts as junk', () => {
    expect(events('<b>Warning</b>: x in y.php <rss>a</rss>')).toEqual([
      '<rss>',
      '"a"',
      '</rss>',
      'text in front of the document skipped',
    ]);
    expect(events('<html><body><pre>\n<?xml version="1.0"?><rss>a</rss></pre></body></html>')).toEqual([
      '<rss>',
      '"a"',
      '</rss>',
      'text in front of the document skipped',
    ]);
    expect(events('\ufeff\n<!-- x --><rss>a</rss>')).toEqual(['<rss>', '"a"', '</rss>']);
  });
  it('says when the end cuts a text, not when it cuts a tag', () => {
    expect(events('<rss><link>http://x/st')).toEqual([
      '<rss>',
      '<link>',
      '"http://x/st"',
      'cut',
      '</link>',
      '</rss>',
    ]);
    expect(events('<rss><link>http://x/story</li')).toEqual([
      '<rss>',
      '<link>',
      '"http://x/story"',
      '</link>',
      '</rss>',
    ]);
  });
  it('takes a reference that is cut by chunks as one', () => {
    expect(events('<rss>a&am', 'p', ';b&', 'x</rss>')).toEqual(['<rss>', '"a&b&x"', '</rss>']);
  });
});

describe('XmlReader, declared entities', () => {
  const withType = (declarations: string, text: string): string[] =>
    events(`<!DOCTYPE rss [${declarations}]><rss>${text}</rss>`).filter((line) => line.startsWith('"'));
  it('expands short ones, also those that use others', () => {
    expect(withType('<!ENTITY who "Mia"> <!ENTITY both \'&who; &amp; Jo\'>', '&both;: &who;')).toEqual([
      '"Mia & Jo: Mia"',
    ]);
    expect(withType('<!ENTITY site "https://x.example.org">', '<a href="&site;/1"/>')).toEqual([]);
    expect(
      events('<!DOCTYPE rss [<!ENTITY s "https://x.example.org">]><rss><a href="&s;/1"/></rss>'),
    ).toContain('<a href=https://x.example.org/1>');
  });
  it('reads neither files nor addresses nor parameters', () => {
    expect(withType('<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p "x">', '&f;&p;')).toEqual([
      '"&f;&p;"',
    ]);
  });
  it('does not let a few bytes become many', () => {
    const chain = Array.from(
      { length: 12 },
      (_value, index) => `<!ENTITY a${index} "${index === 0 ? 'lol' : `&a${index - 1};`.repeat(10)}">`,
    ).join('');
    expect(withType(chain, '&a11;'.repeat(100)).join('').length).toBeLessThan(300_000);
    const square = withType(`<!ENTITY a "${'x'.repeat(2_000)}">`, '&a;'.repeat(10_000)).join('');
    expect(square.length).toBeLessThan(400_000);
  });
  it('reads on when the document type has no end', () => {
    expect(events('<!DOCTYPE rss [<!ENTITY a "b"><rss>t</rss>')).toEqual(
      expect.arrayContaining(['<rss>', '</rss>']),
    );
  });
});

describe('XmlReader, in linear time', () => {
  // The limit is a hang guard: a quadratic reader takes minutes on these.
  it.each([
    ['sections', '<![CDATA['],
    ['sections with end tags', '<![CDATA[</x>'],
    ['comments', '<!--'],
    ['instructions', '<?'],
    ['declarations', '<!x'],
    ['types', '<!DOCTYPE x [>]]'],
    ['quotes', '<a b="'],
    ['quotes of both kinds', `<a b="<c d='`],
    ['end tags', '</'],
    ['bare signs', '<'],
    ['references', '&'],
    ['open elements', '<x>'],
    ['attributes', 'a="'],
    ['items', '<item>'],
  ])('reads many %s without end', (_name, part) => {
    let count = 0;
    const reader = new XmlReader({
      open: () => (count += 1),
      text: () => (count += 1),
      close: () => (count += 1),
    });
    reader.write(`<rss>${part.repeat(200_000)}`);
    reader.end();
    expect(count).toBeGreaterThan(1);
  });
});
