import type { ArticleDocument } from '@newsmill/contracts';
import { escapeHtml, oneLine } from '@newsmill/text';

/** What is told of a saved search at a time. */
export interface AlertNews {
  readonly search: { readonly id: string; readonly name: string; readonly q: string };
  readonly articles: readonly ArticleDocument[];
  /** Matches that are not among them. */
  readonly missed: number;
}

/** One message, whatever takes it. `id` stays the same through every try; `at`: when it was made. */
export interface AlertMessage {
  readonly type: 'search.matched' | 'search.tested';
  readonly id: string;
  readonly at: number;
  readonly now: number;
  readonly news: AlertNews;
  /** Mail goes to these addresses of its target alone. */
  readonly left?: readonly string[] | undefined;
}

/** A line of text: no controls, no line breaks. */
function line(text: string, most: number): string {
  const flat = oneLine(text.toWellFormed());
  const characters = Array.from(flat);
  return characters.length <= most ? flat : `${characters.slice(0, most - 1).join('')}…`;
}

type Told = Pick<AlertMessage, 'type' | 'news'>;

export const told = {
  name: ({ search }: AlertNews) => line(search.name, 150),
  title: ({ title }: ArticleDocument) => line(title, 200) || 'no title',
  where: ({ sourceName, sourceId, published }: ArticleDocument) =>
    line(`${sourceName ?? sourceId}, ${published.slice(0, 16).replace('T', ' ')} UTC`, 200),
  summary: ({ summary = '' }: ArticleDocument) => line(summary, 300),
  /** What a message has no room for; undefined: nothing. */
  rest: ({ articles, missed }: AlertNews, shown: number): string | undefined => {
    const count = articles.length - shown + missed;
    return count === 0 ? undefined : `and ${count} more`;
  },
  /** Said where there are no articles: in a test, or when they are gone since they were found. */
  none: (type: AlertMessage['type']): string =>
    type === 'search.tested'
      ? 'This is a test of newsmill: new matches of the saved search come here.'
      : 'What was found is no longer in the library.',
} as const;

/**
 * https://docs.slack.dev/messaging/formatting-message-text: these three alone are escaped; so nothing mentions anybody.
 */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function slackLink(url: string, text: string): string {
  return `<${slackText(url).replaceAll('|', '%7C')}|${slackText(text).replaceAll('|', '¦')}>`;
}

/** Blocks that a message of Slack may have are 50. */
const mostInSlack = 40;

/** A message for an incoming webhook of Slack. */
export function slackMessage({ type, news }: Told): string {
  const shown = news.articles.slice(0, mostInSlack);
  // verbatim: names of channels and people in the text stay text
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
  const rest = news.articles.length === 0 ? told.none(type) : told.rest(news, shown.length);
  return JSON.stringify({
    text: slackText(`${told.name(news)}: ${shown.map(told.title).join('; ')}`).slice(0, 3_000),
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: told.name(news), emoji: false } },
      ...shown.map((article) =>
        section(
          `${slackLink(article.url, told.title(article))}\n${slackText(told.where(article))}${told.summary(article) === '' ? '' : `\n${slackText(told.summary(article))}`}`,
        ),
      ),
      ...(rest === undefined ? [] : [section(rest)]),
    ],
  });
}

/** Text of an Adaptive Card is read as a part of Markdown; a mention needs an entity, which there is none of. */
function cardText(text: string): string {
  return text.replaceAll('<', '‹').replace(/[\\`*_[\]()#~|]/gu, (mark) => `\\${mark}`);
}

/** A message of Teams may have 28 KB. */
const mostBytesOfCard = 24_000;

/** A message with an Adaptive Card, as the Workflows of Microsoft Teams take it. */
export function teamsMessage({ type, news }: Told): string {
  const message = (shown: readonly ArticleDocument[]): string => {
    const rest = news.articles.length === 0 ? told.none(type) : told.rest(news, shown.length);
    const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });
    return JSON.stringify({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            body: [
              block(cardText(told.name(news)), { weight: 'Bolder', size: 'Medium' }),
              ...shown.map((article) => ({
                type: 'Container',
                separator: true,
                selectAction: { type: 'Action.OpenUrl', url: article.url },
                items: [
                  block(cardText(told.title(article)), { weight: 'Bolder', color: 'Accent' }),
                  block(cardText(told.where(article)), { isSubtle: true, spacing: 'None' }),
                  ...(told.summary(article) === '' ? [] : [block(cardText(told.summary(article)))]),
                ],
              })),
              ...(rest === undefined ? [] : [block(rest)]),
            ],
          },
        },
      ],
    });
  };
  return fitting(news.articles, message, mostBytesOfCard);
}

/** With as many articles as there is room for. */
function fitting(
  articles: readonly ArticleDocument[],
  write: (shown: readonly ArticleDocument[]) => string,
  mostBytes: number,
): string {
  for (let count = articles.length; ; count = Math.floor(count * 0.8)) {
    const text = write(articles.slice(0, count));
    if (count === 0 || Buffer.byteLength(text) <= mostBytes) return text;
  }
}

/** The articles as a list in HTML. */
export function htmlList(shown: readonly ArticleDocument[], type: AlertMessage['type']): string {
  const items = shown.map((article) => {
    const summary = told.summary(article);
    return `<li><a href="${escapeHtml(article.url)}">${escapeHtml(told.title(article))}</a><br>${escapeHtml(told.where(article))}${summary === '' ? '' : `<br>${escapeHtml(summary)}`}</li>`;
  });
  return items.length === 0 ? `<p>${told.none(type)}</p>` : `<ul>${items.join('')}</ul>`;
}

/** The articles as plain text. */
export function plainList(shown: readonly ArticleDocument[], type: AlertMessage['type']): string {
  return shown.length === 0
    ? told.none(type)
    : shown
        .map((article) =>
          [told.title(article), told.where(article), told.summary(article), article.url]
            .filter((text) => text !== '')
            .join('\n'),
        )
        .join('\n\n');
}

/** An event of Matrix may have 65,536 bytes. */
const mostBytesOfEvent = 40_000;

/** The content of an `m.room.message` (Matrix 1.7): `m.mentions` is empty, so `@room` calls nobody. */
export function matrixMessage({ type, news }: Told): string {
  return fitting(
    news.articles,
    (shown) => {
      const rest = told.rest(news, shown.length) ?? '';
      return JSON.stringify({
        msgtype: 'm.notice',
        body: [told.name(news), plainList(shown, type), rest].filter((text) => text !== '').join('\n\n'),
        format: 'org.matrix.custom.html',
        formatted_body: `<h4>${escapeHtml(told.name(news))}</h4>${htmlList(shown, type)}${rest === '' ? '' : `<p>${rest}</p>`}`,
        'm.mentions': {},
      });
    },
    mostBytesOfEvent,
  );
}
