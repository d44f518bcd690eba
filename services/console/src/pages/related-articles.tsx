import type { RelatedArticle } from '@newsmill/contracts';
import { Badge } from '../pieces/badge.tsx';
import { directionOf } from '../pieces/direction.ts';
import { Moment } from '../pieces/moment.tsx';
import { say } from '../words/say.ts';

/** Articles alike to the one that is shown. */
export function RelatedArticles({
  related,
  now,
}: {
  readonly related: readonly RelatedArticle[];
  readonly now: number;
}) {
  if (related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">{say('Related articles')}</h2>
      <ul>
        {related.map((hit) => (
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
