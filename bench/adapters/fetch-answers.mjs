// Answers the questions of a fetcher pack: `fetch-answers.mjs KIND [FILE]`, JSON lines on stdin, one JSON
// line out for each. KIND is feeds, robots, urls, charset, ssrf, sitemaps or dates. Nothing is ever sent over
// a network.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { crawlDelay, itemLabel, mayFetch, parseFeed, readRobots, readSitemap } from '@newsmill/fetch';
import { blockedReason, decodeText, newsKey, readFeedDate } from '@newsmill/text';

const iso = (text) => {
  const instant = text === undefined ? undefined : readFeedDate(text);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};
const nameOf = (people) =>
  people.map((person) => person.name ?? person.email).find((name) => name !== undefined);
const mailOf = (people) => people.map((person) => person.email).find((mail) => mail !== undefined);

const common = (said) => ({
  title: said.title,
  link: said.link,
  id: said.id,
  published: iso(said.published),
  updated: iso(said.updated),
  author: nameOf(said.people),
  authorEmail: mailOf(said.people),
  summary: said.summary,
  categories: said.categories,
  rights: said.rights,
  image: said.image,
});

const answers = {
  feeds: ({ input, contentType, url }) => {
    const feed = parseFeed(readFileSync(input), { base: url, contentType })?.feed;
    if (feed === undefined) return {};
    // The pack's form: an entry without title is listed by its text, and one that says only when it changed
    // was published then.
    return {
      format: feed.format,
      feed: { ...common(feed), language: feed.language, generator: feed.generator },
      entries: feed.entries.map((entry) => ({
        ...common(entry),
        title: itemLabel(entry),
        published: iso(entry.published ?? entry.updated),
        language: entry.language,
        content: entry.content,
        enclosures: entry.enclosures,
        comments: entry.comments,
      })),
    };
  },
  robots: ({ robots, url, agent = '*' }) => {
    const rules = readRobots(robots);
    const delay = crawlDelay(rules, agent);
    return {
      allowed: url === undefined ? undefined : mayFetch(rules, url, agent).allowed,
      delay: delay === undefined ? null : delay / 1000,
      sitemaps: rules.sitemaps,
    };
  },
  urls: ({ a, b }) => ({ a: newsKey(a) ?? a, b: newsKey(b) ?? b }),
  charset: ({ input, contentType }) => {
    const { text, charset } = decodeText(readFileSync(input), { contentType, kind: 'html' });
    return { text, encoding: charset };
  },
  ssrf: ({ url }) => ({
    blocked:
      !URL.canParse(url) ||
      !/^https?:$/.test(new URL(url).protocol) ||
      blockedReason(new URL(url)) !== undefined,
  }),
  sitemaps: ({ input, url, contentType }) => {
    const reading = readSitemap(readFileSync(input), { url, contentType, maxItems: 50_000 });
    if ('error' in reading) return { pages: [] };
    if (reading.kind === 'index') return { sitemaps: reading.sitemaps };
    // The pack's form: a priority and a frequency that cannot be read are 0.5 and always, and a feed's only
    // date is its news date.
    return {
      pages: reading.urls.map((entry) => ({
        url: entry.url,
        lastmod: entry.updated,
        priority: entry.priority ?? 0.5,
        changefreq: entry.changeFrequency ?? 'always',
        news_title: entry.title,
        news_date: entry.published ?? entry.updated,
        news_name: entry.publication,
        news_lang: entry.language,
      })),
    };
  },
  dates: ({ date }) => ({ iso: iso(date) ?? null }),
};

const [kind = '', file] = process.argv.slice(2);
const answer = answers[kind];
if (answer === undefined)
  throw new Error(`unknown kind "${kind}"; known are ${Object.keys(answers).join(', ')}`);
/** A question that makes the code throw is answered so, and the next one is still asked. */
const safely = (question) => {
  try {
    return answer(question);
  } catch (error) {
    return { error: String(error) };
  }
};
if (file === undefined)
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${JSON.stringify(safely(JSON.parse(line)))}\n`);
else
  process.stdout.write(
    `${JSON.stringify(safely({ input: file, contentType: process.env.FEED_CONTENT_TYPE, url: process.env.FEED_URL || undefined }))}\n`,
  );
