import type { ArticleDocument } from '@newsmill/contracts';
import { toMarkdown as toCleanMarkdown } from '@newsmill/clean';
import { readFeed } from '@newsmill/fetch';
import {
  csvFields,
  csvLine,
  toFeedItem,
  toMarkdown,
  writeAtom,
  writeJsonFeed,
  writeRss,
} from '@newsmill/search';
import { Marked } from 'marked';
import type { AlertMessage } from '../../libs/operate/src/alerts/chat-messages.ts';
import { matrixMessage, slackMessage, teamsMessage } from '../../libs/operate/src/alerts/chat-messages.ts';
import { webhookBody } from '../../libs/operate/src/alerts/webhook-body.ts';
import { writeMail } from '../../libs/operate/src/alerts/write-mail.ts';

const now = Date.UTC(2026, 10, 24, 16);
const url = 'https://mill.example/feeds/all';

/**
 * A renderer that lets HTML through, and knows no front matter. Pictures are left out: they are the article's own, and a
 * reader of Markdown asks for them.
 */
const markdown = new Marked({ async: false, renderer: { image: () => '' } });

/** What readers show as HTML: descriptions of RSS, mail, messages of Matrix, Markdown. */
export function htmlForms(articles: readonly ArticleDocument[]): Readonly<Record<string, string>> {
  const news = newsOf(articles);
  const feed = feedOf(articles);
  // What a reader finds in a description, after its parser of XML, is HTML to it.
  const descriptions = [...writeRss(feed).matchAll(/<description>([^<]*)<\/description>/g)].map(
    ([, text = '']) => unescaped(text),
  );
  return {
    'descriptions of RSS': descriptions.join('\n'),
    mail: writeMail(news).html,
    'messages of Matrix': String(JSON.parse(matrixMessage(news)).formatted_body),
    'Markdown of the API': articles.map((article) => markdown.parse(toMarkdown(article))).join('\n'),
    'Markdown of the cleaner': articles.map((article) => markdown.parse(toCleanMarkdown(article))).join('\n'),
  };
}

/** Articles of one message: all forms show so many. */
const inMessage = 12;

/** Articles as messages that show each of them. */
export function messagesOf(news: readonly ArticleDocument[]): readonly ArticleDocument[][] {
  return Array.from({ length: Math.ceil(news.length / inMessage) }, (_, at) =>
    news.slice(at * inMessage, (at + 1) * inMessage),
  );
}

/** The forms of all messages of articles, each as one page. */
export function htmlOfMessages(news: readonly ArticleDocument[]): Readonly<Record<string, string>> {
  const pages: Record<string, string> = {};
  for (const message of messagesOf(news))
    for (const [form, html] of Object.entries(htmlForms(message)))
      pages[form] = `${pages[form] ?? ''}\n${html}`;
  return pages;
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

const newsOf = (articles: readonly ArticleDocument[]): AlertMessage => ({
  type: 'search.matched',
  id: 'm1',
  at: now,
  now,
  news: { search: { id: 's1', name: articles[0]?.title ?? '', q: 'ferry' }, articles, missed: 1 },
});
const feedOf = (articles: readonly ArticleDocument[]) => ({
  title: articles[0]?.title ?? '',
  description: articles[0]?.summary ?? '',
  self: url,
  home: 'https://mill.example/',
  updated: now,
  items: articles.map(toFeedItem),
});

/** Texts of a message of Slack that it reads as markup: not its header, which is plain text. */
function slackMarkup(message: string): string[] {
  const { text, blocks } = JSON.parse(message);
  return [
    text,
    ...blocks.flatMap(
      ({ text: block }: { readonly text: { readonly type: string; readonly text: string } }) =>
        block.type === 'mrkdwn' ? [block.text] : [],
    ),
  ];
}

/** Texts of webhooks that are not, to the letter, what the article or the search says. */
function faultsOfWebhooks(articles: readonly ArticleDocument[]): string[] {
  const news = newsOf(articles);
  const { search, articles: told } = JSON.parse(webhookBody(news)).data;
  const [header] = JSON.parse(slackMessage(news)).blocks;
  const pairs: (readonly [string, unknown, unknown])[] = [
    ['articles', told.length, articles.length],
    ['search', search, news.news.search],
    ['header of Slack', header.text.type, 'plain_text'],
    ...articles.flatMap(({ summary, ...article }, index) => [
      ['summary', told[index].summary, summary?.slice(0, 1_000)] as const,
      ...(['id', 'url', 'title', 'authors', 'sourceName'] as const).map(
        (name) => [name, told[index][name], article[name]] as const,
      ),
    ]),
  ];
  return pairs.flatMap(([name, got, wanted]) =>
    JSON.stringify(got) === JSON.stringify(wanted)
      ? []
      : [`${name} of a webhook: ${JSON.stringify(got)} in the place of ${JSON.stringify(wanted)}`],
  );
}

/** Cells of RFC 4180. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/"((?:[^"]|"")*)"|[^",\r\n]+/g)].map(
    ([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole,
  );
}

/** What is wrong with the forms that programs read; none of it may be. */
export function faultsOfForms(articles: readonly ArticleDocument[]): string[] {
  const faults: string[] = [];
  const must = (isTrue: boolean, what: string, of: string): void => {
    if (!isTrue) faults.push(`${what}: ${of.slice(0, 200)}`);
  };
  for (const article of articles) {
    for (const cell of cellsOf(csvLine(csvFields.map((name) => article[name]))))
      must(!/^[=+\-@\t\r\n＝＋－＠]/u.test(cell) || /^-?\d+(?:\.\d+)?$/.test(cell), 'a formula in CSV', cell);
    let fence = '';
    for (const line of toMarkdown(article).split('\n').slice(1)) {
      const ticks = /^`{3,}/.exec(line)?.[0];
      if (fence === '' && ticks !== undefined) fence = ticks;
      else if (line === fence) fence = '';
      else if (fence === '' && !/^[a-zA-Z]+: /.test(line))
        must(
          !/<[a-z!/?]|\]\((?!<)/i.test(line.replace(/\\./g, '').replace(/\]\(<[^<>]*>\)/g, ']')),
          'markup in Markdown',
          line,
        );
    }
    must(fence === '', 'code without an end in Markdown', article.id);
  }
  const news = newsOf(articles);
  for (const text of slackMarkup(slackMessage(news)))
    for (const [mark] of text.matchAll(/<[^<>|"]{0,200}/g))
      must(/^<https?:\/\//.test(mark), 'a mark of Slack', mark);
  must(
    !/@(?:room|everyone)/.test(String(JSON.parse(teamsMessage(news)).entities ?? '')),
    'a mention in Teams',
    '',
  );
  const { subject } = writeMail(news);
  must(!/[\p{Cc}]/u.test(subject), 'a control in the subject of a mail', subject);
  faults.push(...faultsOfWebhooks(articles));
  const feed = feedOf(articles);
  for (const written of [writeRss(feed), writeAtom(feed), writeJsonFeed(feed)]) {
    const text = typeof written === 'string' ? written : JSON.stringify(written);
    const reading = readFeed(text, { url, now, maxItems: 1_000 });
    must(
      !('error' in reading) && reading.entries.length === articles.length,
      'a feed with other entries',
      text,
    );
    must(
      !/<(?!\/?(?:[a-z]+:)?[a-z]+[\s>/]|\?xml)|<script/i.test(text) || text.startsWith('{'),
      'markup in a feed',
      text,
    );
  }
  return faults;
}
