import { escapeHtml } from '@newsmill/text';
import { htmlList, plainList, told, type AlertMessage } from './chat-messages.ts';

/** Articles that a mail shows. */
const mostInMail = 100;

/** What a mail says: a line, plain text, and simple HTML in which every text of others is escaped. */
export interface AlertMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

function subjectOf({ type, news }: Pick<AlertMessage, 'type' | 'news'>): string {
  const [first] = news.articles;
  const others = news.articles.length - 1 + news.missed;
  if (first === undefined) return `${told.name(news)}${type === 'search.tested' ? ': test' : ''}`;
  return `${told.name(news)}: ${told.title(first)}${others > 0 ? ` (and ${others} more)` : ''}`;
}

/** A mail of an alert. `page`: where saved searches are changed. */
export function writeMail({ type, news }: Pick<AlertMessage, 'type' | 'news'>, page?: string): AlertMail {
  const shown = news.articles.slice(0, mostInMail);
  const rest = told.rest(news, shown.length);
  const tail = [rest, page === undefined ? undefined : `Saved searches: ${page}`].filter(
    (text) => text !== undefined,
  );
  return {
    subject: subjectOf({ type, news }),
    text: [plainList(shown, type), ...tail].join('\n\n'),
    html: `<h3>${escapeHtml(told.name(news))}</h3>${htmlList(shown, type)}${tail.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}`,
  };
}
