import type { PaperInput, Served, Shown } from './input-case.ts';
import { honestPage } from './paper-door.ts';

const door = 'paper';
const rss = (items: string, before = ''): Served => ({
  type: 'application/rss+xml',
  body: `${before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title>${items}</channel></rss>`,
});
const json = (text: string): Served => ({ type: 'application/feed+json', body: text });
const words =
  'The crane of the harbour was repaired by the volunteers of the town, who had waited for its parts since the spring. '.repeat(
    5,
  );
/** An entry of which the article is made, so that its own words are what is read. */
const entry = (title: string, more = '', link = '/story'): string =>
  `<item><title>${title}</title><link>${link}</link>${more}<description>${words}</description></item>`;
const alone = { feedOnly: true } as const;
const textOf = (article: Shown | undefined): string => JSON.stringify(article ?? {});
function must(holds: boolean, what: unknown): void {
  if (!holds) throw new Error(`found ${JSON.stringify(what).slice(0, 2_000)}`);
}
const titled =
  (isRight: (title: string) => boolean): NonNullable<PaperInput['check']> =>
  ([article]) =>
    must(isRight(article?.title ?? ''), article?.title);
const dated =
  (isRight: (published: unknown) => boolean): NonNullable<PaperInput['check']> =>
  ([article]) =>
    must(isRight(article?.['published']), article?.['published']);
/** A date that is none, or not to be believed: the time of the first sight stands in, which a flag says. */
const notBelieved = dated((published) => Math.abs(Date.parse(String(published)) - Date.now()) < 86_400_000);
const dateOf = (text: string): Partial<PaperInput> => ({
  source: alone,
  feed: rss(entry('The crane is repaired', `<pubDate>${text}</pubDate>`)),
});
const laughs = `<!DOCTYPE r [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`;
const few = { limits: { maxItemsPerPoll: 3 } } as const;
const firstEntries = 'As many as one poll takes, half of them the newest; the others follow at later polls.';
const stories = (count: number, item: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join('');

/** Rows 40 to 50, 59 to 80: what feeds hold. */
// biome-ignore format: a table, read by its rows
export const feedCases: readonly PaperInput[] = [
  { row: 40, door, input: 'billion laughs', outcome: 'CLEAN', source: alone, feed: rss(entry('Crane &a8;'), laughs), check: titled((title) => title.length < 100) },
  { row: 41, door, input: 'entity of 50 KB, named 2,000 times', outcome: 'CLEAN', source: alone, feed: rss(entry(`Crane ${'&a;'.repeat(2_000)}`), `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(50_000)}">]>`), check: titled((title) => title.length < 10_000) },
  { row: 42, door, input: 'entity that is a file of the machine', outcome: 'CLEAN', source: alone, feed: ({ inside }) => rss(entry('Crane &f;&g;'), `<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g SYSTEM "${inside}/g">]>`), check: (articles) => must(!textOf(articles[0]).includes('root:'), articles[0]?.title) },
  { row: 43, door, input: 'parameter entity that asks outside', outcome: 'CLEAN', source: alone, feed: ({ inside }) => rss(entry('The crane is repaired'), `<!DOCTYPE r [<!ENTITY % x SYSTEM "${inside}/x.dtd"> %x;]>`) },
  { row: 44, door, input: 'character reference &#9999999;', outcome: 'CLEAN', source: alone, feed: rss(entry('The crane &#9999999; is repaired')), check: titled((title) => title.isWellFormed()) },
  { row: 44, door, input: 'character reference &#xFFFFFF;', outcome: 'CLEAN', source: alone, feed: rss(entry('The crane &#xFFFFFF; is repaired')), check: titled((title) => title.isWellFormed()) },
  { row: 44, door, input: 'character reference &#0;', outcome: 'CLEAN', source: alone, feed: rss(entry('The crane &#0; is repaired')), check: titled((title) => !title.includes('\0')) },
  { row: 45, door, input: 'NUL in a title', outcome: 'CLEAN', source: alone, feed: rss(entry('The \0crane is repaired')), check: titled((title) => !title.includes('\0')) },
  { row: 45, door, input: 'control characters in a title', outcome: 'CLEAN', source: alone, feed: rss(entry('The \u0001\u0008\u001b[31mcrane is repaired')), check: titled((title) => !/[\u0000-\u0008\u000e-\u001f]/.test(title)) },
  { row: 45, door, input: 'lone surrogate in a title', outcome: 'CLEAN', source: alone, feed: rss(entry('The &#xD800;crane is repaired')), check: titled((title) => title.isWellFormed()) },
  { row: 45, door, input: 'noncharacters in a title', outcome: 'CLEAN', source: alone, feed: rss(entry('The \uffff\ufdd0crane is repaired')), check: titled((title) => title.includes('crane')) },
  { row: 46, door, input: 'XML nested 100,000 deep', outcome: 'CLEAN', source: alone, feed: rss(`${entry('The crane is repaired')}<item>${'<a>'.repeat(100_000)}`) },
  { row: 47, door, input: '50,000 attributes on one element', outcome: 'CLEAN', source: alone, feed: rss(entry('The crane is repaired', `<x ${stories(50_000, (i) => `a${i}="1" `)}/>`)) },
  { row: 48, door, input: '5 MB of CDATA that never ends', outcome: 'CLEAN', source: alone, feed: { type: 'application/rss+xml', body: `<rss><channel>${entry('The crane is repaired')}<item><title><![CDATA[${'x'.repeat(5_000_000)}` } },
  { row: 49, door, input: '300,000 times < in a title', outcome: 'CLEAN', source: alone, feed: rss(`${entry('The crane is repaired')}<item><title>${'<'.repeat(300_000)}</title></item>`) },
  { row: 50, door, input: '100,000 times <!-- in a feed', outcome: 'CLEAN', source: alone, feed: rss(`${entry('The crane is repaired')}${'<!--'.repeat(100_000)}`) },
  { row: 59, door, input: 'markup escaped once in a title', outcome: 'CLEAN', source: alone, feed: rss(entry('&lt;img src=x onerror=alert(1)&gt; crane')), check: titled((title) => !title.includes('<img')) },
  { row: 59, door, input: 'markup escaped twice in a title', outcome: 'CLEAN', why: 'It is a text, and shown as one.', source: alone, feed: rss(entry('&amp;lt;img src=x onerror=alert(1)&amp;gt; crane')), check: titled((title) => !title.includes('<img') || title.startsWith('<img src=x')) },
  { row: 60, door, input: 'markup as author', outcome: 'CLEAN', source: alone, feed: rss(entry('The crane is repaired', '<author>"&gt;&lt;script&gt;alert(1)&lt;/script&gt;</author>')), check: ([article]) => must(!/<script/.test(String(article?.['contentHtml'])), article) },
  { row: 61, door, input: 'link javascript:', outcome: 'PARK', feed: rss(entry('Crane', '', 'javascript:alert(1)')), told: /no-web-address/ },
  { row: 61, door, input: 'link data:text/html', outcome: 'PARK', feed: rss(entry('Crane', '', 'data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;')), told: /no-web-address/ },
  { row: 61, door, input: 'link vbscript:', outcome: 'PARK', feed: rss(entry('Crane', '', 'vbscript:msgbox(1)')), told: /no-web-address/ },
  { row: 61, door, input: 'link jAvA TAB script:', outcome: 'PARK', feed: rss(entry('Crane', '', 'jAvA\tscript:alert(1)')), told: /no-web-address/ },
  { row: 64, door, input: 'bidirectional overrides in a title', outcome: 'CLEAN', source: alone, feed: rss(entry('The \u202ecrane\u202c is repaired')), check: titled((title) => title.includes('crane')), why: 'Kept as its publisher wrote it; the console isolates every title (dir=auto), and agents get it without.' },
  { row: 64, door, input: 'zero-width signs in a title', outcome: 'CLEAN', source: alone, feed: rss(entry('The cra\u200b\u2060ne is repaired')), check: titled((title) => title.includes('ne is repaired')) },
  { row: 67, door, input: 'JSON Feed with __proto__', outcome: 'CLEAN', source: alone, feed: json(`{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"id":"1","url":"/story","title":"The crane is repaired","content_text":"${words}","__proto__":{"title":"evil"}}]}`), check: titled((title) => title === 'The crane is repaired') },
  { row: 68, door, input: 'JSON Feed with constructor.prototype', outcome: 'CLEAN', source: alone, feed: json(`{"version":"https://jsonfeed.org/version/1.1","constructor":{"prototype":{"polluted":1}},"items":[{"id":"1","url":"/story","title":"The crane is repaired","content_text":"${words}","constructor":{"prototype":{"polluted":1}}}]}`), check: titled((title) => title === 'The crane is repaired') },
  { row: 69, door, input: 'JSON Feed with a key twice', outcome: 'CLEAN', why: 'The last one holds, as JSON.parse has it.', source: alone, feed: json(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/story","title":"First","title":"The crane is repaired","content_text":"${words}"}]}`), check: titled((title) => title === 'The crane is repaired') },
  { row: 70, door, input: 'JSON nested 100,000 deep', outcome: 'PARK', feed: json(`{"items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), told: /deeper than 100 levels/ },
  { row: 72, door, input: 'number 1e400 as id', outcome: 'CLEAN', source: alone, feed: json(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1e400,"url":"/story","title":"The crane is repaired","content_text":"${words}"}]}`) },
  { row: 72, door, input: 'number -0 as id', outcome: 'CLEAN', source: alone, feed: json(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":-0,"url":"/story","title":"The crane is repaired","content_text":"${words}"}]}`) },
  { row: 72, door, input: 'number 9007199254740993 as id', outcome: 'CLEAN', source: alone, feed: json(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":9007199254740993,"url":"/story","title":"The crane is repaired","content_text":"${words}"}]}`) },
  { row: 73, door, input: 'date in the year 0', outcome: 'CLEAN', ...dateOf('Sat, 01 Jan 0000 10:00:00 GMT'), check: notBelieved },
  { row: 73, door, input: 'date in the year 275760', outcome: 'CLEAN', ...dateOf('Sat, 13 Sep 275760 00:00:00 GMT'), check: notBelieved },
  { row: 73, door, input: 'date of 30 February', outcome: 'CLEAN', ...dateOf('Mon, 30 Feb 2026 10:00:00 GMT'), check: notBelieved },
  { row: 73, door, input: 'date with the offset +25:00', outcome: 'CLEAN', ...dateOf('2026-03-12T10:00:00+25:00'), check: dated((published) => !Number.isNaN(Date.parse(String(published)))) },
  { row: 73, door, input: 'date with a year of two digits', outcome: 'CLEAN', ...dateOf('Thu, 12 Mar 26 10:00:00 GMT'), check: dated((published) => String(published).startsWith('2026-03-12T10:00:00')) },
  { row: 73, door, input: 'date in words of another language', outcome: 'CLEAN', ...dateOf('Do, 12 März 2026 10:00:00 +0100'), check: dated((published) => !Number.isNaN(Date.parse(String(published)))) },
  { row: 73, door, input: 'date ten years ahead', outcome: 'CLEAN', ...dateOf('Thu, 12 Mar 2036 10:00:00 GMT'), check: notBelieved },
  { row: 74, door, input: 'feed of 1,000,000 entries', outcome: 'CAP', feed: { write(answer) { answer.writeHead(200, { 'content-type': 'application/rss+xml' }); const piece = '<item><title>S</title><link>/story</link></item>'.repeat(1_000); answer.write('<rss><channel>'); let left = 1_000; const more = (): void => { while (!answer.destroyed && left > 0) { left -= 1; if (!answer.write(piece)) return void answer.once('drain', more); } answer.end(); }; more(); } }, articles: 1, told: /goes on behind what is read/ },
  { row: 74, door, input: 'feed of 20,000 entries within the limit of bytes', outcome: 'CAP', why: firstEntries, source: few, feed: rss(stories(20_000, (i) => `<item><title>S${i}</title><link>/story/${i}</link></item>`)), articles: 2 },
  { row: 75, door, input: 'the same guid for all entries', outcome: 'CLEAN', feed: rss(stories(3, (i) => `<item><guid isPermaLink="false">same</guid><title>S${i}</title><link>/story/${i}</link></item>`)), page: honestPage, articles: 3 },
  { row: 77, door, input: 'link that is empty', outcome: 'PARK', feed: rss('<item><title>Crane</title><link></link></item>'), told: /no-link-no-text/ },
  { row: 77, door, input: 'link that is relative', outcome: 'CLEAN', feed: rss('<item><title>Crane</title><link>story</link></item>') },
  { row: 77, door, input: 'link that is #', outcome: 'CLEAN', why: 'It leads to the feed itself, which is no article.', articles: 0, feed: rss('<item><title>Crane</title><link>#</link></item>') },
  { row: 78, door, input: 'entries in another order at each poll', outcome: 'CLEAN', articles: 3, feed: () => rss([0, 1, 2].toSorted(() => Math.random() - 0.5).map((i) => `<item><title>S${i}</title><link>/story/${i}</link></item>`).join('')), page: honestPage },
  { row: 79, door, input: 'one article under 200 tracking addresses', outcome: 'CLEAN', feed: rss(stories(200, (i) => `<item><title>S</title><link>/story?utm_source=a${i}&amp;utm_medium=b${i}&amp;fbclid=c${i}</link></item>`)), page: honestPage },
  { row: 80, door, input: 'title of 5 MB', outcome: 'CLEAN', source: alone, feed: rss(entry('crane '.repeat(900_000))), check: titled((title) => Buffer.byteLength(title) < 32_766) },
  { row: 80, door, input: 'category of 40 KB', outcome: 'CLEAN', source: alone, feed: rss(entry('The crane is repaired', `<category>${'é'.repeat(20_000)}</category>`)), check: ([article]) => must((Array.isArray(article?.['keywords']) ? article['keywords'] : []).every((word: unknown) => Buffer.byteLength(String(word)) < 32_766), article) },
  { row: 82, door, input: 'address of 3,000 characters', outcome: 'CLEAN', feed: rss(`<item><title>S</title><link>/story/${'a'.repeat(3_000)}</link></item>`), page: honestPage, check: ([article]) => must((article?.id.length ?? 999) <= 64, article?.id) },
];
