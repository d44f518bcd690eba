import type { RelatedArticle } from '@newsmill/contracts';
import { Badge } from '../pieces/badge.tsx';
import { directionOf } from '../pieces/direction.ts';
import { Moment } from '../pieces/moment.tsx';
import type { ArticleView } from '../views.ts';
import { say } from '../words/say.ts';

/** Articles of each list. */
export const relatedShown = 6;

/** Articles alike to the one that is shown, and those in other languages by themselves. */
export function RelatedArticles({
  view: { related = [], elsewhere = [] },
  now,
}: {
  readonly view: Pick<ArticleView, 'related' | 'elsewhere'>;
  readonly now: number;
}) {
  const apart = new Set(elsewhere.map(({ id }) => id));
  return (
    <>
      <Related
        name="related"
        title={say('Related articles')}
        list={related.filter(({ id }) => !apart.has(id)).slice(0, relatedShown)}
        now={now}
      />
      <Related name="elsewhere" title={say('In other languages')} list={elsewhere} now={now} />
    </>
  );
}

function Related({
  name,
  title,
  list,
  now,
}: {
  readonly name: string;
  readonly title: string;
  readonly list: readonly RelatedArticle[];
  readonly now: number;
}) {
  if (list.length === 0) return null;
  return (
    <section class="related" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <ul>
        {list.map((hit) => (
          <li dir={directionOf(hit.language)}>
            <a href={`/articles/${encodeURIComponent(hit.id)}`} lang={hit.language} dir="auto">
              {hit.title || say('No title')}
            </a>
            <small>
              {hit.sourceName ?? hit.sourceId} <Moment time={Date.parse(hit.published)} now={now} />{' '}
              {hit.sameStory ? <Badge tone="plain">{say('same story')}</Badge> : null}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
