import type { CoveredArticle } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatLanguage, formatMoment } from '../pieces/format.ts';
import type { CoverageView, FrameView } from '../views.ts';
import { say } from '../words/say.ts';
import { ArticleWays, waysOf } from './article-ways.tsx';

const relationWords: Readonly<Record<NonNullable<CoveredArticle['relation']>, () => string>> = {
  first: () => say('first of its copies'),
  copy: () => say('copy'),
  update: () => say('update'),
  excerpt: () => say('excerpt'),
  expansion: () => say('longer version'),
};

const hourMs = 3_600_000;

/** How long after the first, in words. */
function laterBy(first: string, published: string): string {
  const minutes = Math.round((Date.parse(published) - Date.parse(first)) / 60_000);
  if (minutes < 1) return say('at the same time');
  if (minutes < 120) return say('{count:# minute|# minutes} later', { count: minutes });
  const hours = Math.round((minutes * 60_000) / hourMs);
  if (hours < 72) return say('{count:# hour|# hours} later', { count: hours });
  return say('{count:# day|# days} later', { count: Math.round(hours / 24) });
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p class="quiet">
      {title} <bdi>{names.join(' · ')}</bdi>
    </p>
  );
}

function Adds({ item }: { readonly item: CoveredArticle }) {
  const { adds, language } = item;
  if (adds === undefined) return null;
  const { sentences, compared, names, figures } = adds;
  if (sentences.length + names.length + figures.length === 0)
    return <p class="quiet">{say('Nothing that was not told before.')}</p>;
  return (
    <>
      {sentences.length === 0 ? null : (
        <details class="adds" open={sentences.length <= 3}>
          <summary>
            {say('{count} new of {compared:# sentence|# sentences}', { count: sentences.length, compared })}
          </summary>
          <ul dir={directionOf(language)} lang={language}>
            {sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <Names title={say('New names:')} names={names} />
      <Names title={say('New figures:')} names={figures} />
    </>
  );
}

function Item({
  item,
  first,
  isHere,
}: {
  readonly item: CoveredArticle;
  readonly first: CoveredArticle;
  readonly isHere: boolean;
}) {
  const isFirst = item === first;
  return (
    <li class="told" aria-current={isHere ? 'true' : undefined}>
      <p class="hit-facts">
        <a href={`/?source=${encodeURIComponent(item.source)}`}>{item.sourceName ?? item.source}</a>
        <time dateTime={item.published}>
          <bdi dir="ltr">{formatMoment(Date.parse(item.published))}</bdi>
        </time>
        {isFirst ? null : <span>{laterBy(first.published, item.published)}</span>}
        <span>{formatLanguage(item.language)}</span>
        {item.agency === undefined ? null : <span>{item.agency}</span>}
        {isFirst ? <Badge tone="good">{say('had it first')}</Badge> : null}
        {isFirst || item.relation === undefined || item.relation === 'first' ? null : (
          <Badge tone="plain">{relationWords[item.relation]()}</Badge>
        )}
      </p>
      <h2 dir="auto" lang={item.language}>
        <a href={`/articles/${encodeURIComponent(item.id)}`}>{item.title || say('No title')}</a>
      </h2>
      <Adds item={item} />
    </li>
  );
}

/** Who told the story of an article, the first one first, and what each added. */
export function renderCoverage(view: CoverageView, frame: FrameView): string {
  const { article, coverage } = view;
  const title = article.title || say('No title');
  const [first] = coverage.items;
  const left = coverage.total - coverage.items.length;
  const body = (
    <>
      <div class="page-head">
        <h1 dir="auto" lang={article.language}>
          {title}
        </h1>
      </div>
      <ArticleWays article={waysOf(article)} here="coverage" />
      <p class="lead">
        {coverage.items.length < 2
          ? say('No other article of this library tells the same story.')
          : say(
              'Articles of the same story and its near copies, the first one first, with what each says that none before it said. Sentences are compared within one language.',
            )}{' '}
        <a href={`/api/v1/articles/${encodeURIComponent(article.id)}/coverage`}>JSON</a>
      </p>
      {first === undefined ? null : (
        <ol class="coverage">
          {coverage.items.map((item) => (
            <Item item={item} first={first} isHere={item.id === article.id} />
          ))}
        </ol>
      )}
      {left <= 0 ? null : (
        <p class="quiet">
          {say('{count:# newer article is|# newer articles are} not listed.', { count: left })}
        </p>
      )}
    </>
  );
  return renderPage({ frame, title: say('Who told {title}', { title }), place: 'none', body });
}
