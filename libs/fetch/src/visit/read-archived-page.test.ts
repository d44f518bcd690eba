import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Channel, Source } from '@newsmill/contracts';
import { readArchivedPage, scopeOf, type ArchivedRecord } from './read-archived-page.ts';

const now = Date.UTC(2026, 10, 24);
const at = Date.UTC(2024, 4, 1, 10);
const source = Source.parse({
  id: 'x',
  name: 'X',
  language: 'en',
  channels: [{ url: 'https://feeds.courier.example/rss' }, { kind: 'warc', url: 'file:///a.warc.gz' }],
});
const warc = source.channels[1] ?? Channel.parse({ kind: 'warc', url: 'file:///a.warc.gz' });
const html = '<!doctype html><p>Story</p>';

function record(
  block: string | Uint8Array,
  fields: Readonly<Record<string, string>> = {},
  more: Partial<ArchivedRecord> = {},
): ArchivedRecord {
  const all = {
    'warc-type': 'response',
    'warc-target-uri': 'https://www.courier.example/story?utm_source=x',
    'warc-date': '2024-05-01T10:00:00Z',
    ...fields,
  };
  return {
    fields: new Map(Object.entries(all)),
    block: typeof block === 'string' ? Buffer.from(block, 'latin1') : block,
    isWhole: true,
    ...more,
  };
}
const http = (body: string, head = '') =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Robots-Tag: noarchive\r\n${head}\r\n${body}`;
const read = (found: ArchivedRecord) =>
  readArchivedPage(found, source, scopeOf(source, warc), { now, agent: 'newsmill' });
const bodyOf = (found: ArchivedRecord) => {
  const reading = read(found);
  return reading.kind === 'page' ? Buffer.from(reading.page.body).toString('latin1') : reading;
};

describe('a page out of an archive', () => {
  it('is what was fetched then, at rest', () => {
    const reading = read(record(http(html)));
    expect(reading).toMatchObject({
      kind: 'page',
      item: {
        kind: 'page',
        sourceId: 'x',
        dueAt: null,
        fetchedAt: at,
        firstSeen: at,
        host: 'www.courier.example:443',
      },
      page: {
        robotsAgent: 'newsmill',
        url: 'https://www.courier.example/story?utm_source=x',
        fetchedAt: at,
        firstSeen: at,
        status: 200,
        encoding: 'identity',
        contentType: 'text/html; charset=utf-8',
        httpHeaders: { 'x-robots-tag': 'noarchive' },
        sourceLanguage: 'en',
      },
    });
  });
  it.each([
    ['as it is', http(html)],
    [
      'out of chunks',
      http(
        `b\r\n${html.slice(0, 11)}\r\n${(html.length - 11).toString(16)};x=1\r\n${html.slice(11)}\r\n0\r\n\r\n`,
        'Transfer-Encoding: chunked\r\n',
      ),
    ],
    ['that is in no chunks any more', http(html, 'Transfer-Encoding: chunked\r\n')],
    [
      'whose last chunk is missing',
      http(`${html.length.toString(16)}\r\n${html}`, 'Transfer-Encoding: chunked\r\n'),
    ],
    ['with line feeds alone', http(html).replaceAll('\r\n', '\n')],
    ['with folded headers', http(html, 'X-Long: a\r\n  b\r\n')],
  ])('has its body: %s', (_name, block) => {
    expect(bodyOf(record(block))).toBe(html);
  });
  it.each([
    ['gzip', gzipSync(html), 'Content-Encoding: gzip\r\n', 'gzip'],
    ['gzip that no header tells of', gzipSync(html), '', 'gzip'],
    ['decoded, whatever the header says', Buffer.from(html), 'Content-Encoding: gzip\r\n', 'identity'],
    ['decoded brotli', Buffer.from(html), 'Content-Encoding: br\r\n', 'identity'],
  ])('is in the encoding of its bytes: %s', (_name, body, head, encoding) => {
    const reading = read(record(Buffer.concat([Buffer.from(http('', head)), body])));
    expect(reading).toMatchObject({ kind: 'page', page: { encoding } });
  });
  it.each([
    [
      'another status',
      record(http(html).replace('200 OK', '404 Not Found')),
      'archived-unusable',
      'answered 404',
    ],
    ['no HTTP', record('just text'), 'archived-unusable', 'the record holds no HTTP answer'],
    ['no body', record(http('')), 'archived-unusable', 'the answer has no body'],
    [
      'no date',
      record(http(html), { 'warc-date': 'long ago' }),
      'archived-unusable',
      'WARC-Date is none: long ago',
    ],
    [
      'a picture',
      record(http(html).replace('text/html', 'image/png')),
      'not-html',
      'image/png; charset=utf-8',
    ],
    ['a cut record', record(http(html), {}, { isWhole: false, problem: 'cut' }), 'archived-unusable', 'cut'],
  ])('is dropped with a reason: %s', (_name, found, reason, detail) => {
    expect(read(found)).toMatchObject({ kind: 'dropped', reason, detail });
  });
  it.each([
    ['a request', { 'warc-type': 'request' }],
    ['another publisher', { 'warc-target-uri': 'https://courier.example.evil.example/' }],
    ['no web address', { 'warc-target-uri': 'dns:courier.example' }],
    ['a revisit, which holds no page', { 'warc-type': 'revisit' }],
  ])('is none of this source: %s', (_name, fields) => {
    expect(read(record(http(html), fields))).toEqual({ kind: 'skipped' });
  });
  it('may have its address in brackets, its date in digits, or be a resource', () => {
    expect(
      read(
        record(html, {
          'warc-type': 'resource',
          'content-type': 'text/html',
          'warc-target-uri': '<https://courier.example/b>',
          'warc-date': '20240501100000',
        }),
      ),
    ).toMatchObject({ kind: 'page', page: { url: 'https://courier.example/b', fetchedAt: at } });
  });
  it('is not from the future', () => {
    expect(read(record(http(html), { 'warc-date': '2099-01-01T00:00:00Z' }))).toMatchObject({
      kind: 'page',
      page: { fetchedAt: now },
    });
  });
});

describe('the scope of an archive', () => {
  const takes = (channel: object, url: string) =>
    scopeOf(source, Channel.parse({ kind: 'warc', url: 'file:///a.warc', ...channel }))(new URL(url));
  it('is the beginnings that the channel names', () => {
    const within = ['https://courier.example/news/'];
    expect([
      takes({ within }, 'http://courier.example/news/a'),
      takes({ within }, 'https://courier.example/sport/a'),
      takes({ within }, 'https://www.courier.example/news/a'),
    ]).toEqual([true, false, false]);
  });
  it('is the domains of the source, or all where it has no other channel', () => {
    expect([takes({}, 'https://sub.courier.example/'), takes({}, 'https://other.example/')]).toEqual([
      true,
      false,
    ]);
    const alone = Source.parse({ ...source, channels: [warc] });
    expect(scopeOf(alone, warc)(new URL('https://any.example/'))).toBe(true);
  });
});
