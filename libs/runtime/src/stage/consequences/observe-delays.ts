import { discoveryDelay as delayOf } from '@newsmill/contracts';
import type { Metrics } from '../../metrics.ts';
import type { PageMessage } from '../page-message.ts';

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
  const delay = delayOf(published, precision, firstSeen);
  if (delay === undefined) return;
  discoveryDelay.observe(delay / 1_000);
  publicationDelay.observe(Math.max(0, now - firstSeen + delay) / 1_000);
}
