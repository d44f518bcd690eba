import { parseAddress } from '@newsmill/text';
import { Refusal } from '../refusal.ts';

/** What was named is no address. */
export function noAddress(text: string): Refusal {
  return new Refusal(
    'bad-address',
    `${JSON.stringify(text.slice(0, 200))} is no http or https address; give the whole address, such as https://paper.example/story`,
    [{ pointer: '#/url', detail: 'an address such as https://example.org/news/1' }],
  );
}

/** An address as people type it, whole. Refuses with bad-address. */
export function wholeAddress(text: string): string {
  const address = parseAddress(text);
  if (address === undefined || address.hostname === '') throw noAddress(text.trim());
  return address.href;
}
