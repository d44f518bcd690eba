import type { CollapseName, SearchHit } from '@newsmill/contracts';
import { Badge } from '../pieces/badge.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatCount, formatLanguage } from '../pieces/format.ts';
import { MarkedText } from '../pieces/marked-text.tsx';
import { Moment } from '../pieces/moment.tsx';
import { Picture } from '../pieces/picture.tsx';
import { safeAddress } from '../pieces/safe-address.ts';
import type { FrameView } from '../views.ts';

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
            <Badge tone="plain" title="Nearly the same text as another article">
              copy
            </Badge>
          )}
          {hit.others === undefined || hit.others === 0 ? null : (
            <span>
              {formatCount(hit.others, 'other')}{' '}
              {by === 'story' ? 'in this story' : 'with nearly the same text'}
            </span>
          )}
          {hit.flags.map((flag) => (
            <Badge tone="warn">{flag}</Badge>
          ))}
        </p>
        <h3 dir="auto" lang={hit.language}>
          <a href={`/articles/${encodeURIComponent(hit.id)}`}>
            {title === undefined ? (
              hit.title || 'No title'
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
