import {
  pageFetched,
  travelsByReference,
  writeMessage,
  type FetchedPage,
  type FrontierItem,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { CrawlPorts } from './crawl-ports.ts';
import { traceparentFor } from './trace-visit.ts';

/** Keeps the bytes of a page, and writes the message by which it goes to the next stage. */
export async function handOnPage(
  item: FrontierItem,
  page: FetchedPage,
  {
    ports,
    now,
  }: { readonly ports: Pick<CrawlPorts, 'archive' | 'passing' | 'tracing'>; readonly now: number },
): Promise<OutgoingMessage> {
  // The text of a feed entry is no answer of a publisher, so it is no proof to keep.
  const archive =
    page.fromEntry === true
      ? undefined
      : await ports.archive.put({
          url: page.finalUrl,
          fetchedAt: page.fetchedAt,
          status: page.status,
          encoding: page.encoding,
          headers: page.httpHeaders,
          body: page.body,
        });
  const isReference = archive !== undefined && (ports.passing !== undefined || travelsByReference(page.body));
  if (isReference) ports.passing?.leave(archive, page.body);
  const body = isReference ? new Uint8Array() : page.body;
  const wire = writeMessage(
    pageFetched,
    { ...page, body, archive },
    {
      key: item.key,
      source: 'fetch',
      time: now,
      traceparent: traceparentFor(item, ports),
    },
  );
  return { topic: pageFetched.name, ...wire };
}
