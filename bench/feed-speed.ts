/*
 * Speed of the feed reader: typical feeds per CPU second, and a large feed as a stream.
 * Run: npm run bench -- feeds
 */
import { createFeedReader, readFeed } from '@newsmill/fetch';

const now = Date.UTC(2026, 0, 1);
const head =
  '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Harbour Courier</title><link>https://courier.example/</link>';
const words =
  'the council has agreed on a new ferry between the old harbour and the islands which will run twice a day from spring on ';

/** An item as publishers write them: escaped teaser, whole text, author, image, categories. */
function typicalItem(number: number): string {
  const text = `&lt;p&gt;${words.repeat(2)}&lt;/p&gt;`;
  const whole = `<p><a href="/topic/${number % 9}">Ferries</a> ${words.repeat(12)}</p><p>${words.repeat(8)}</p>`;
  return `<item><title>Ferry ${number} &amp; the islands</title><link>https://courier.example/2026/01/story-${number}?utm_source=rss</link><guid isPermaLink="false">g-${number}</guid><pubDate>Thu, 01 Jan 2026 10:00:00 +0100</pubDate><dc:creator><![CDATA[Ada Brook]]></dc:creator><category>Harbour</category><category>News</category><media:content url="https://courier.example/media/${number}.jpg" medium="image" width="1200"/><description>${text}</description><content:encoded><![CDATA[${whole}]]></content:encoded></item>`;
}

const reader = createFeedReader({ base: 'https://courier.example/feed', maxItems: 1_000_000 });
const resident = process.memoryUsage.rss();
const start = process.cpuUsage();
let peak = resident;
let items = reader.write(Buffer.from(head)).length;
let bytes = 0;
for (let number = 0; bytes < 90_000_000; number += 1) {
  const piece = Buffer.from(typicalItem(number));
  bytes += piece.length;
  items += reader.write(piece).length;
  if (number % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
}
items += reader.end().items.length;
const spent = process.cpuUsage(start);
console.log(
  `a feed of ${(bytes / 1e6).toFixed(0)} MB as a stream: ${items} items, ${((spent.user + spent.system) / 1e6).toFixed(1)} CPU s with its making, ${((peak - resident) / 1_048_576).toFixed(0)} MiB more memory at most`,
);

const feeds = Array.from({ length: 20 }, (_, feed) =>
  Buffer.from(
    `${head}${Array.from({ length: 30 }, (_item, number) => typicalItem(feed * 100 + number)).join('')}</channel></rss>`,
  ),
);
const megabytes = feeds.reduce((sum, feed) => sum + feed.length, 0) / 1e6;
let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < 15; round += 1) {
  const before = process.cpuUsage();
  for (const feed of feeds) readFeed(feed, { url: 'https://courier.example/feed', now, maxItems: 10_000 });
  const { user, system } = process.cpuUsage(before);
  best = Math.min(best, (user + system) / 1e6);
}
console.log(
  `20 typical feeds, ${megabytes.toFixed(1)} MB: ${(megabytes / best).toFixed(0)} MB per CPU second (best of 15)`,
);
