import type { ArticleDocument } from '@newsmill/contracts';
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
import type { AlertMessage } from '../../libs/operate/src/alerts/chat-messages.ts';
import { matrixMessage, slackMessage, teamsMessage } from '../../libs/operate/src/alerts/chat-messages.ts';
import { webhookBody } from '../../libs/operate/src/alerts/webhook-body.ts';
import { writeMail } from '../../libs/operate/src/alerts/write-mail.ts';

const now = Date.UTC(2026, 10, 24, 16);
const url = 'https://mill.example/feeds/all';

/** What readers show as HTML: descriptions of RSS, texts of Atom as text, mail, messages of Matrix. */
export function htmlForms(articles: readonly ArticleDocument[]): Readonly<Record<string, string>> {
  const news = newsOf(articles);
  const feed = feedOf(articles);
  // What a reader finds in a description, after its parser of XML, is HTML to it.
  const descriptions = [...writeRss(feed).matchAll(/<description>([^<]*)<\/description>/g)].map(
    ([, text = '']) => unescaped(text),
  );
  return {
    rss: descriptions.join('\n'),
    mail: writeMail(news).html,
    matrix: String(JSON.parse(matrixMessage(news)).formatted_body),
  };
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
  must(JSON.parse(webhookBody(news)).data.articles.length === articles.length, 'articles of a webhook', '');
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
