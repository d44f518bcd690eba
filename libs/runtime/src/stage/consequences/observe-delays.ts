import type { Metrics } from '../../metrics.ts';
import type { PageMessage } from '../page-message.ts';

/** What is older than this when it is found is no news: the first look at a channel, an archive. Milliseconds. */
const newsMs = 7 * 86_400_000;

type Arrival = PageMessage &
  Readonly<
    Partial<Record<'gone' | 'told' | 'isAgain', boolean>> &
      Partial<Record<'published' | 'publishedPrecision', string>>
  >;

/**
 * How long an article took that is searchable now, from its publisher and from its discovery on. Only of the first
 * visit: a page that is visited again and read anew has been searchable all the time. `now` in epoch milliseconds.
 */
export function observeDelays(
  input: Arrival,
  now: number,
  { age, discoveryDelay, publicationDelay }: Pick<Metrics, 'age' | 'discoveryDelay' | 'publicationDelay'>,
): void {
  const { firstSeen, held, published, publishedPrecision: precision } = input;
  if (held !== undefined || input.gone === true || input.told === true || input.isAgain === true) return;
  age.observe(Math.max(0, now - firstSeen) / 1_000);
  const at = precision === 'second' || precision === 'minute' ? Date.parse(published ?? '') : Number.NaN;
  // A date in the future is none.
  if (!(at <= firstSeen) || firstSeen - at > newsMs) return;
  discoveryDelay.observe((firstSeen - at) / 1_000);
  publicationDelay.observe(Math.max(0, now - at) / 1_000);
}
