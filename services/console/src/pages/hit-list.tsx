import type { CollapseName, SearchHit, SearchPage } from '@newsmill/contracts';
import { Badge } from '../pieces/badge.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatLanguage } from '../pieces/format.ts';
import { MarkedText } from '../pieces/marked-text.tsx';
import { Moment } from '../pieces/moment.tsx';
import { Picture } from '../pieces/picture.tsx';
import { safeAddress } from '../pieces/safe-address.ts';
import type { FrameView } from '../views.ts';
import { say } from '../words/say.ts';

/** How many articles there are, or at least are. */
export function countWords({ total, totalIsExact }: Pick<SearchPage, 'total' | 'totalIsExact'>): string {
  return totalIsExact
    ? say('{count:# article|# articles}', { count: total })
    : say('more than {count:# article|# articles}', { count: total });
}

function Hit({
  hit,
  frame,
  by,
}: {
  readonly hit: SearchHit;
  readonly frame: Pick<FrameView, 'now' | 'pictures'>;
  readonly by: CollapseName | undefined;
}) {
  const title = hit.highlights.find(({ field }) => field === 'title');
  const pieces = hit.highlights.filter(({ field }) => field === 'content');
  return (
    <li
      class={frame.pictures === true && hit.image !== undefined ? 'hit with-picture' : 'hit'}
      data-hit={safeAddress(hit.url) ?? ''}
    >
      {frame.pictures === true ? <Picture url={hit.image} alt="" look="thumbnail" /> : null}
      <article dir={directionOf(hit.language)}>
        <p class="hit-facts">
          <a href={`/?source=${encodeURIComponent(hit.sourceId)}`}>{hit.sourceName ?? hit.sourceId}</a>
          <Moment time={Date.parse(hit.published)} now={frame.now} />
          <span>{formatLanguage(hit.language)}</span>
          {hit.duplicateOf === undefined ? null : (
            <Badge tone="plain" title={say('Nearly the same text as another article')}>
              {say('copy')}
            </Badge>
          )}
          {hit.others === undefined || hit.others === 0 ? null : (
            <span>
              {say(
                by === 'story'
                  ? '{count:# other|# others} in this story'
                  : '{count:# other|# others} with nearly the same text',
                { count: hit.others },
              )}
            </span>
          )}
          {hit.flags.map((flag) => (
            <Badge tone="warn">{say(flag.replaceAll('-', ' '))}</Badge>
          ))}
        </p>
        <h3 dir="auto" lang={hit.language}>
          <a href={`/articles/${encodeURIComponent(hit.id)}`}>
            {title === undefined ? (
              hit.title || say('No title')
            ) : (
              <MarkedText text={title.text} marks={title.marks} />
            )}
          </a>
        </h3>
        {pieces.length === 0 && hit.summary === undefined ? null : (
          <p class="hit-text" dir="auto" lang={hit.language}>
            {pieces.length === 0
              ? hit.summary
              : pieces.map((piece, index) => (
                  <>
                    {index === 0 ? null : ' … '}
                    <MarkedText text={piece.text} marks={piece.marks} />
                  </>
                ))}
          </p>
        )}
      </article>
    </li>
  );
}

/** Articles as a search finds them; `by`: what hits are collapsed by. */
export function HitList({
  hits,
  frame,
  by,
}: {
  readonly hits: readonly SearchHit[];
  readonly frame: Pick<FrameView, 'now' | 'pictures'>;
  readonly by?: CollapseName | undefined;
}) {
  return (
    <ol class="hits">
      {hits.map((hit) => (
        <Hit hit={hit} frame={frame} by={by} />
      ))}
    </ol>
  );
}
