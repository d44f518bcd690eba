import { describe, expect, it } from '@jest/globals';
import { LineCounter, isMap, isScalar } from 'yaml';
import { readPlainYaml } from './read-plain-yaml.ts';
import { readYaml } from './read-yaml.ts';

/** What the whole reader gives; undefined where it finds a mistake. */
function wholly(text: string): unknown {
  const lines = new LineCounter();
  const read = readYaml(text, lines);
  if ('message' in read || read.document.errors.length > 0 || read.document.warnings.length > 0)
    return undefined;
  const { contents } = read.document;
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'id')
    : undefined;
  const id = pair?.value;
  const place = isScalar(id) ? lines.linePos(id.range?.[0] ?? 0) : { line: 1, col: 1 };
  return { data: read.document.toJS(), idAt: { line: place.line, column: place.col } };
}

const usual = `# A source
---
id: courier            # never changes
name: 'The Harbour''s Courier'
language: en
domains:
- courier.example
- "pages.example" # more
channels:
  # the first
  - url: https://courier.example/feed.xml#top
    interval: 30m
    exclude:
      - title: ['*live blog*', "Live: *"]
        url: [ /sport/*, /video ]

  - kind: list
    url: https://courier.example/latest
    select: main article h2 > a
enabled: true
limits:
  delay: 2s
  maxItemsPerPoll: 500
country: NO
tags: [local, 7, 8d, Zürich]
`;

describe('readPlainYaml', () => {
  it('reads a usual source file as the whole reader does', () => {
    const read = readPlainYaml(usual);
    expect(read).toEqual(wholly(usual));
    expect(read?.idAt).toEqual({ line: 3, column: 5 });
    expect(read?.data).toMatchObject({
      name: "The Harbour's Courier",
      country: 'NO',
      tags: ['local', 7, '8d', 'Zürich'],
    });
  });

  it.each([
    ['a value that goes on in the next line', 'id: a\nname: one\n  two\n'],
    ['text in blocks', 'id: a\nname: |\n  one\n'],
    ['anchors', 'id: &a b\nname: *a\n'],
    ['tags', 'id: !!str 1\n'],
    ['maps in braces', 'limits: {delay: 1s}\n'],
    ['a list over several lines', 'tags: [a,\n  b]\n'],
    ['a list in a list', 'tags:\n  - - a\n'],
    ['escapes', 'name: "a\\u0041"\n'],
    ['tabs', 'id:\ta\n'],
    ['line ends of Windows', 'id: a\r\nname: b\r\n'],
    ['a second document', 'id: a\n---\nid: b\n'],
    ['the same key twice', 'id: a\nid: b\n'],
    ['a value that is missing', 'id:\nname: b\n'],
    ['spaces of other scripts', 'name: a\u3000\n'],
    ['a mark of byte order', '\ufeffid: a\n'],
    ['keys in quotes', '"id": a\n'],
    ['no map at all', '- a\n- b\n'],
    ['nothing', '# only a comment\n'],
    ['other numbers', 'a: 0x1f\n'],
    ['dates', 'a: 2026-01-01\n'],
    ['words for nothing', 'a: ~\n'],
  ])('leaves %s to the whole reader', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('never says anything else than the whole reader, whatever is changed in a file', () => {
    const pieces = [
      '\n',
      ' ',
      '  ',
      '- ',
      '#',
      ' #',
      ':',
      ': ',
      "'",
      '"',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '~',
      'null',
      'True',
      '1',
      '0x1',
      '1e3',
      '.5',
      '-1',
      '---',
      '...',
      '\t',
      '\r',
      'é',
      '?',
      '? ',
      '\\',
      '=',
      'a: b',
      '- a',
    ];
    let seed = 20_261_127;
    const below = (limit: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 4_294_967_296) * limit);
    };
    let plain = 0;
    for (let turn = 0; turn < 6_000; turn += 1) {
      let text = usual.slice(0, turn % 3 === 0 ? usual.length : below(usual.length));
      for (let change = 0; change <= below(3); change += 1) {
        const at = below(text.length);
        text = text.slice(0, at) + (pieces[below(pieces.length)] ?? '') + text.slice(at + below(3));
      }
      const read = readPlainYaml(text);
      if (read === undefined) continue;
      plain += 1;
      expect({ text, read }).toEqual({ text, read: wholly(text) });
    }
    expect(plain).toBeGreaterThan(1_000);
  });
});
