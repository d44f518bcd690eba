import { isTopicField, type TopValues } from '@newsmill/contracts';
import { formatNumber } from '../pieces/format.ts';
import { topicWords } from '../pieces/topic-words.ts';

/** The most frequent values of a field, each a link; nothing where there are none. */
export function TopList({
  id,
  title,
  values,
  labelOf,
  linkTo,
  more,
}: {
  readonly id: string;
  readonly title: string;
  readonly values: TopValues['items'];
  readonly labelOf: (value: string) => string;
  readonly linkTo: (value: string) => string;
  /** Where there are more of them: an address and its words. */
  readonly more?: { readonly href: string; readonly words: string };
}) {
  if (values.length === 0) return null;
  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol>
        {values.map(({ value, count }) => (
          <li>
            <a href={linkTo(value)}>
              <span dir="auto">{labelOf(value)}</span>
              <span class="count">{formatNumber(count)}</span>
            </a>
          </li>
        ))}
      </ol>
      {more === undefined ? null : (
        <p class="more">
          <a href={more.href}>{more.words}</a>
        </p>
      )}
    </section>
  );
}

/** The label of a counted value, by what its field holds. */
export function labelOfValue(field: string, value: string, sourceName: (id: string) => string): string {
  if (isTopicField(field)) return topicWords(value);
  return field === 'source' ? sourceName(value) : value;
}
