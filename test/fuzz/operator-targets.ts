import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import {
  alertReplayed,
  articleCleaned,
  articleEnriched,
  channelPushed,
  ledger,
  pageFetched,
  readMessage,
  requestFailed,
  Source,
  writeMessage,
  type Topic,
} from '@newsmill/contracts';
import { checkBackup, Refusal } from '@newsmill/operate';
import { nearQuery, parseQuery } from '@newsmill/search';
import { sourceToYaml } from '@newsmill/source-files';
import { newsKey, parseAddress, plainAddress, registrableDomain, safeAddress, urlKey } from '@newsmill/text';
import { parse } from 'yaml';
import { readSoundSource } from '../../libs/source-files/src/read-sound-source.ts';
import { readSourceFile } from '../../libs/source-files/src/read-source-file.ts';
import { readCursor, writeCursor } from '../../libs/store/src/library/cursor.ts';
import { isAfter, readChangesPlace, writeChangesPlace } from '../../libs/store/src/library/changes-place.ts';
import { BadCursor } from '../../libs/store/src/library/library.ts';
import { planQuery } from '../../libs/store/src/library/query/plan-query.ts';
import { readWarc, type WarcRecord } from '../../libs/store/src/archive/warc/read-warc.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { jsonOf, linesOf, wordsOf } from './grammars.ts';
import { clean, hold, refusing, same, webAddress } from './hold.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

const sourceFile = `id: paper
name: The Paper
channels:
  - url: https://paper.example/feed.xml
    interval: 15m
  - url: https://paper.example/news
    kind: list
    select: h2 a
domains: [paper.example, news.example]
language: en
country: GB
tags: [harbour, "local news"]
limits: { delay: 2s, maxBytes: 1000000 }
include:
  - category: [Harbour*]
headers:
  X-Token: \${NEWSMILL_SECRET_PAPER}
`;
// biome-ignore format: a table, read by its rows
const sourceNames = [
  'id', 'name', 'channels', '- url', 'url', 'kind', 'interval', 'select', 'domains', 'enabled', 'language', 'country',
  'timeZone', 'tags', 'licence', 'rights', 'ground', 'allow', 'retention', 'robots', 'headers', 'access', 'proxy',
  'allowPrivate', 'websub', 'discover', 'limits', 'onGone', 'include', 'exclude', 'rules', 'tests', '<<', '? a', '- ',
];
// biome-ignore format: a table, read by its rows
const sourceValues = [
  'paper', 'The Paper', 'https://paper.example/feed', '[a, b]', '{ a: 1 }', '"x"', "'y'", '|', '>-', '&a x', '*a', '!!js/function x',
  '!!binary aGk=', 'yes', 'true', '0x10', '0o7', '1e3', '.nan', '~', 'null', '15m', '2s', '${NEWSMILL_SECRET_X}', '# x', '2026-03-12',
  'h2 a', '[[[[', '{{{', '- x', '@a', '`b`', '%c', '"\\u0000"', "'it''s'", 'http://127.0.0.1/', '__proto__', '',
];

const topics = [
  pageFetched,
  articleCleaned,
  articleEnriched,
  ledger,
  channelPushed,
  alertReplayed,
  requestFailed,
] as readonly Topic<unknown>[];
const event = {
  item: 'a',
  url: 'https://paper.example/a',
  sourceId: 'paper',
  stage: 'clean',
  version: 1,
  attempt: 0,
  fate: 'passed',
  firstSeen: 1,
  at: 2,
};

const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The ferry left.</p>';
const warcRecord = (name: string, block = http): string =>
  `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/${name}\r\nWARC-Date: 2026-03-12T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
const warc = warcRecord('a') + warcRecord('b') + warcRecord('c');
const packed = (text: string): string => gzipSync(bytesOf(text)).toString('latin1');

async function recordsOf(bytes: Buffer, size: number): Promise<WarcRecord[]> {
  const records: WarcRecord[] = [];
  const open = async function* (offset: number): AsyncGenerator<Uint8Array> {
    for (let at = offset; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  for await (const record of readWarc(open, { offset: 0, skip: 0 }, 20_000)) records.push(record);
  return records;
}

const folder = mkdtempSync(join(tmpdir(), 'newsmill-fuzz-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const backupPath = join(folder, 'mill.backup');
const frames = [
  {
    kind: 'manifest',
    format: 2,
    newsmill: '0.1.0',
    form: 'embedded',
    time: '2026-03-12T10:00:00Z',
    archive: true,
  },
  { kind: 'source', name: 'paper.yaml', text: sourceFile },
  { kind: 'state', record: { kind: 'event', event } },
  {
    kind: 'registry',
    record: {
      of: 'api-key',
      id: '0123456789abcdef',
      value: { name: 'reader', scope: 'read', hash: 'f'.repeat(64), createdAt: 1 },
    },
  },
  { kind: 'file', name: '20260312-paper-0abcdefgh.warc' },
];
/** Frames with a trailer that is right, so that what is looked at behind the sum is reached. */
function backupOf(body: string): Buffer {
  const counts: Record<string, number> = {};
  for (const [, kind = ''] of body.matchAll(/^\{"kind":"([a-z-]{1,20})"/gm))
    counts[kind] = (counts[kind] ?? 0) + 1;
  const bytes = bytesOf(body.endsWith('\n') ? body : `${body}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return Buffer.concat([bytes, Buffer.from(`${JSON.stringify({ kind: 'trailer', counts, sha256 })}\n`)]);
}

/** Targets that read what operators, clients, buses and files bring. */
export const operatorTargets = {
  yaml: {
    about: 'source files: mistakes have a place; the fast reader, the whole one and the writer agree',
    seeds: [
      sourceFile,
      'id: a\nname: A\nchannels:\n  - url: https://a.example/feed\n',
      '{id: a, name: A, channels: [{url: "https://a.example/f"}]}',
    ],
    words: [
      ...sourceNames.map((name) => `\n${name}: `),
      ...sourceValues,
      '\n',
      '\n  ',
      '\n  - ',
      ': ',
      '---\n',
      '...\n',
      '&a ',
      '*a',
      '<<: *a',
      '\t',
    ],
    grammar: linesOf(sourceNames, sourceValues, ': ').map(
      (lines) => `id: paper\nname: P\nchannels:\n  - url: https://a.example/f\n${lines}`,
    ),
    run(input) {
      const file = { path: 'paper.yaml', text: input };
      const reading = readSourceFile(file);
      const lines = input.split('\n').length + 1;
      for (const problem of reading.problems)
        hold(
          problem.line >= 1 && problem.line <= lines && problem.column >= 1 && problem.message !== '',
          'a mistake has no place',
          problem,
        );
      clean();
      if (reading.source === undefined) {
        hold(reading.problems.length > 0, 'neither a source nor a mistake');
        return reading.problems.map(({ message }) => message.length);
      }
      if (readSoundSource(file, undefined) !== undefined)
        same(Source.parse(parse(input)), reading.source, 'the fast reader reads something else');
      const again = readSourceFile({ path: 'paper.yaml', text: sourceToYaml(reading.source) });
      same(again.source, reading.source, 'a source is another one when it is written and read again');
      return reading.source;
    },
  },
  query: {
    about: 'queries of readers: planned, or refused with a place within the text; a suggestion is a query',
    seeds: [
      'ferry "night ferry"~3 -fog title:harbour',
      'published:2026-01..2026-03 (a OR b*) NOT source:paper',
      'has:image wordCount:>100 family:abc',
      '\u6e2f\u53e3 AND "\u201cx\u201d"',
    ],
    words: [
      '"',
      '(',
      ')',
      '-',
      '*',
      ':',
      '~9',
      ' AND ',
      ' OR ',
      ' NOT ',
      'title:',
      'published:',
      'wordCount:',
      'has:',
      'family:',
      '>=',
      '<',
      '..',
      '2026-11',
      'now-7d',
      'today',
      'ferry',
      'fer*',
      '\u6e2f\u53e3',
      '\u201c',
      '\0',
      '/',
      '[',
      '{',
      'after:',
      'lang:',
      'was:',
      '\ufeff',
    ],
    grammar: wordsOf(
      [
        '"',
        '(',
        ')',
        '-',
        '*',
        ' ',
        ' ',
        ' OR ',
        ' AND ',
        'NOT ',
        'title:',
        'published:',
        '>',
        '2026-03-12',
        '..',
        'ferry',
        'harbour',
        '\u6e2f',
        'has:',
        'image',
        'wordCount:',
        '100',
        '~3',
      ],
      40,
    ),
    run(input) {
      const parsed = parseQuery(input);
      if (!parsed.ok) {
        const { position, suggestion } = parsed.error;
        hold(position >= 0 && position <= input.length, 'a refusal names no place', position, input.length);
        if (suggestion === undefined || suggestion.length > 1_000) return parsed.error.message.length;
        const meant = parseQuery(suggestion);
        hold(
          meant.ok || meant.error.message !== parsed.error.message || meant.error.position !== position,
          'a suggestion mends nothing',
          suggestion,
        );
        return parsed.error.message.length;
      }
      if (parsed.query === undefined) return undefined;
      const { query } = parsed;
      const near = nearQuery(query);
      return [refusing(() => planQuery(query), RangeError), near];
    },
  },
  cursor: {
    about: 'cursors of lists: ours are read as written, others refused',
    seeds: [
      writeCursor('list', [1, 'a']),
      writeChangesPlace({ indexed: 5, id: 'a', kind: 'document' }),
      writeChangesPlace({ indexed: 5, id: 'b', kind: 'tombstone' }),
      '["changes",1,"a","document"]',
    ],
    words: [
      writeCursor('changes', [1, 'a', 'document']),
      'WyJ',
      '"changes"',
      '-1',
      '1e400',
      ',',
      '[',
      ']',
      'null',
      '"tombstone"',
      '==',
      '_',
      '-',
    ],
    grammar: jsonOf(['a', '__proto__'], ['changes', 'list', 'document', 'tombstone', ''], (inner) =>
      Buffer.from(`["changes",${inner}]`).toString('base64url'),
    ),
    run(input) {
      const ways = [input, Buffer.from(input).toString('base64url')].map((cursor) => {
        const read = refusing(() => readCursor(cursor, 'list', ['number', 'string']), BadCursor);
        if (read !== undefined)
          same(
            readCursor(writeCursor('list', read), 'list', ['number', 'string']),
            read,
            'a cursor is read otherwise',
          );
        const place = refusing(() => readChangesPlace(cursor), BadCursor);
        if (place === undefined) return read?.length;
        same(readChangesPlace(writeChangesPlace(place)), place, 'a place is read otherwise');
        hold(!isAfter(cursor, cursor), 'a place is after itself', cursor);
        const other = writeChangesPlace({ indexed: 5, id: 'a', kind: 'document' });
        hold(!(isAfter(cursor, other) && isAfter(other, cursor)), 'two places are after each other', cursor);
        return place;
      });
      return ways;
    },
  },
  message: {
    about: 'messages of each topic: read, or refused in words; what was read is written and read the same',
    seeds: [
      JSON.stringify(event),
      JSON.stringify({
        item: 'a',
        url: 'https://paper.example/a',
        sourceId: 'paper',
        finalUrl: 'https://paper.example/a',
        fetchedAt: 1,
        firstSeen: 1,
        status: 200,
        contentType: 'text/html',
        encoding: 'identity',
      }),
      JSON.stringify({ channel: 'a', sourceId: 'paper', at: 1, body: 'aGk=' }),
    ],
    words: [
      '"item":',
      '"url":',
      '"__proto__":{',
      '"fate":"passed"',
      '"at":1e400',
      'null',
      '{',
      '}',
      '[',
      ']',
      '""',
      '\\ud800',
      '"version":-1',
      '\0',
      '"encoding":"zstd"',
      '"gone":true',
      '"kind":"',
    ],
    grammar: jsonOf(
      [
        'item',
        'url',
        'sourceId',
        'finalUrl',
        'fetchedAt',
        'firstSeen',
        'status',
        'contentType',
        'encoding',
        'stage',
        'version',
        'attempt',
        'fate',
        'at',
        'channel',
        'body',
        'title',
        'blocks',
        'text',
        'kind',
        'entry',
        '__proto__',
        'constructor',
        'facts',
        'gone',
      ],
      [
        'a',
        'https://paper.example/a',
        'identity',
        'gzip',
        'clean',
        'passed',
        'waiting',
        'text/html',
        'paragraph',
      ],
      (inner) => inner,
    ),
    run(input) {
      const value = Buffer.from(input);
      const ways = topics.map((topic) => {
        const isPage = topic.name === pageFetched.name;
        const wire = {
          key: 'a',
          value: isPage ? Buffer.from('<p>x') : value,
          headers: { schema: '1', ...(isPage ? { page: input } : {}) },
        };
        const read = readMessage(topic, wire);
        if (!read.ok) {
          hold(read.detail !== '', 'a refusal without words');
          return read.reason;
        }
        const written = writeMessage(topic, read.value, { key: 'a', source: 'fuzz', time: 1 });
        for (const header of Object.values(written.headers))
          hold(/^[\x20-\x7e]*$/.test(header), 'a header is not of printable ASCII', header);
        const again = readMessage(topic, written);
        same(again.ok ? again.value : again, read.value, `a message of ${topic.name} is read otherwise`);
        return 'read';
      });
      readMessage(topics[0] ?? pageFetched, { key: 'a', value, headers: { schema: input } });
      clean();
      return ways;
    },
  },
  url: {
    about: 'addresses: the key of a key is that key, other forms have the key of what they were made of',
    seeds: [
      'https://www.paper.example/News/ferry?utm_source=rss&b=2&a=1#top',
      'HTTP://user:pw@paper.example:80//a/../b;jsessionid=1?x=%2f%zz',
      'feed:https://paper.example/f',
      '//paper.example/a',
      'paper.example/a?b=%E2%82%AC',
      'https://\u2460\u2461\u2466.0.0.1/',
      'http://[::ffff:127.0.0.1]/',
      'https://xn--bcher-kva.example/\u00e4',
      'https://a.example/x/https://b.example//c',
      'https://paper.example/(S(abcdefghijklmnopqrstuvwx))/a',
    ],
    words: [
      'https://',
      'http:',
      '//',
      '/',
      '\\\\',
      '?',
      '#',
      '&',
      '&amp;',
      '=',
      ';',
      '%2f',
      '%00',
      '%zz',
      '..',
      './',
      'utm_source=x',
      'fbclid=1',
      '#!/a',
      '#page2',
      ':80',
      ':443',
      '@',
      'www.',
      'xn--',
      '\u00ad',
      '\u3002',
      '\u200b',
      '\n',
      '\t',
      '<',
      '>',
      '"',
      "'",
      '<![CDATA[',
      ']]>',
      ';jsessionid=1',
      '[',
      ']',
      '|',
      '^',
      '`',
      '{',
      '}',
      '+',
      '%20',
      '%2B',
      '%25',
      ':~:text=a',
      'amp;',
    ],
    grammar: wordsOf([
      'https://',
      'paper.example',
      '/',
      'a',
      '..',
      '?',
      'b=1',
      '&',
      'utm_source=x',
      '#',
      '%2f',
      '%',
      ';',
      '&amp;',
      '//',
      'http://',
      ':',
      '@',
      '.',
      '+',
      '=',
      '!',
      "'",
      '\u00e9',
      ' ',
    ]),
    run(input) {
      const key = urlKey(input);
      if (key !== undefined) {
        hold(urlKey(key) === key, 'the key of a key is another one', key, urlKey(key));
        webAddress(key, 'a key');
        hold(parseAddress(key)?.href !== undefined, 'a key is no address', key);
      }
      const plain = plainAddress(input);
      hold(urlKey(plain) === key, 'an address without tracking has another key', plain, key);
      hold(plainAddress(plain) === plain, 'taking tracking away twice is not the same', plain);
      const safe = safeAddress(input);
      if (safe !== undefined) {
        webAddress(safe, 'a safe address');
        hold(safeAddress(safe) === safe || safe.length > 2_000, 'a safe address is not one', safe);
      }
      return [key, newsKey(input), safe, registrableDomain(input)];
    },
  },
  warc: {
    about: 'WARC files, packed or not: places only grow, and how a file is cut into pieces changes nothing',
    seeds: [
      warc,
      packed(warcRecord('a')) + packed(warcRecord('b')),
      packed(warc),
      `${warcRecord('a').replace(/Content-Length: \d+\r\n/, '')}${warcRecord('b')}`,
    ],
    words: [
      'WARC/1.0\r\n',
      'WARC/',
      '\nWARC/',
      'Content-Length: 0\r\n',
      'Content-Length: 99999999999999999999\r\n',
      '\r\n\r\n',
      '\n\n',
      '\r\n',
      'WARC-Type: response\r\n',
      'HTTP/1.1 200 OK\r\n',
      '\u001f\u008b\u0008',
      '\u001f\u008b\u0008\u001f',
      '\0',
      warcRecord('x'),
      packed(warcRecord('y')),
      packed(''),
    ],
    grammar: wordsOf([
      'WARC/1.1\r\n',
      'Content-Length: ',
      '5',
      '12',
      '\r\n',
      '\r\n\r\n',
      'abcde',
      'WARC-Type: response\r\n',
      warcRecord('z'),
      packed(warcRecord('z')),
      '\n',
      ' ',
    ]),
    async run(input) {
      const bytes = bytesOf(input);
      const records = await recordsOf(bytes, 4_000);
      let before = -1;
      for (const { at, next, block } of records) {
        hold(
          next.offset > at.offset || (next.offset === at.offset && next.skip > at.skip),
          'a place does not grow',
          at,
          next,
        );
        hold(at.offset >= before && at.offset <= bytes.length, 'a record begins before the last one', at);
        hold((block?.length ?? 0) <= 20_000, 'a block is larger than its limit', block?.length);
        before = at.offset;
      }
      // Where a broken member ends depends on the piece in hand: only sound files are compared.
      if (bytes.length < 20_000 && records.every(({ problem }) => problem === undefined)) {
        const others = await recordsOf(bytes, 1 + (bytes.length % 613));
        if (others.every(({ problem }) => problem === undefined))
          same(
            others.map(({ fields }) => [...fields]),
            records.map(({ fields }) => [...fields]),
            'other pieces, other records',
          );
      }
      return records.map(({ problem, fields }) => [problem?.replace(/\d+/g, ''), fields.size]);
    },
  },
  backup: {
    about:
      'backups, changed before and after they are packed: proven, or refused in words before anything is written',
    seeds: [
      frames
        .slice(0, -1)
        .map((frame) => `${JSON.stringify(frame)}\n`)
        .join(''),
      `${frames.map((frame) => `${JSON.stringify(frame)}\n`).join('')}{"kind":"piece","bytes":3}\nabc\n{"kind":"file-end"}\n`,
    ],
    words: [
      ...frames.map((frame) => `${JSON.stringify(frame)}\n`),
      '"bytes":3',
      '{"kind":"piece","bytes":3}\nabc\n',
      '{"kind":"file-end"}\n',
      '"kind":"trailer"',
      '"../../etc/passwd"',
      '"__proto__":',
      '\n',
      '[[[[',
      '"name":"/etc/x.yaml"',
      '"format":99',
      '"format":3,"signer":"AAAA"',
      '"bytes":1e9',
      'null',
    ],
    grammar: jsonOf(
      [
        'kind',
        'name',
        'text',
        'record',
        'of',
        'id',
        'value',
        'bytes',
        'key',
        'headers',
        'topic',
        'event',
        '__proto__',
      ],
      [
        'source',
        'state',
        'registry',
        'library',
        'file',
        'piece',
        'dead',
        'message',
        'item',
        '../x',
        'a.yaml',
      ],
      (inner) => `${JSON.stringify(frames[0])}\n${inner}\n`,
    ),
    async run(input) {
      // Of every fourth input the packed bytes are changed, of the others what is in them.
      const packedBytes = zstdCompressSync(backupOf(input));
      const isBroken = input.length % 4 === 0 && packedBytes.length > 0;
      if (isBroken) packedBytes[input.length % packedBytes.length] = input.charCodeAt(0) & 0xff;
      writeFileSync(backupPath, packedBytes);
      try {
        const checked = await checkBackup(backupPath, { signedBy: [], unsigned: true });
        hold(
          checked.sha256.length === 64 && checked.counts.manifest === 1,
          'a backup without manifest',
          checked.counts,
        );
        return checked.counts;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        hold(error.message.length < 3_000, 'a refusal of great length', error.message.length);
        clean();
        return error.message.replace(/["`'][^]*/, '').length;
      }
    },
  },
} as const satisfies Readonly<Record<string, FuzzTarget>>;
