import { setTimeout as sleep } from 'node:timers/promises';
import {
  carriedFields,
  extensionGroup,
  sentTopic,
  writeMessage,
  type ArticleDocument,
  type EnrichedArticle,
} from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { waitingFor } from '@newsmill/runtime';
import { toArticle } from '@newsmill/search';
import type { Library } from '@newsmill/store';
import { ExtensionAway } from './extension-away.ts';
import { factsOf } from './reprocess-library.ts';
import { selectArticles, type ReprocessFilter } from './select-articles.ts';

/** What sending articles to extensions again needs. */
export interface ExtendPorts {
  readonly bus: Pick<Bus, 'publish' | 'lag'>;
  readonly library: Pick<Library, 'search' | 'written' | 'refresh'>;
  readonly now: () => number;
}

/** Which articles go to which extensions, in the order of these. */
export interface Extending {
  readonly extensions: readonly string[];
  readonly filter: ReprocessFilter;
  readonly isDryRun: boolean;
}

const batchSize = 100;
/** Articles that may wait for an extension before more are sent. */
const mostWaiting = 1_000;
const lookEveryMs = 500;
const patienceMs = 60_000;

/** The article of a document on its way to extensions; what comes back replaces the document of its version. */
export function articleAgain(document: ArticleDocument, extensions: readonly string[]): EnrichedArticle {
  return {
    ...toArticle(document),
    ...carriedFields(['enrich'], document),
    id: document.id,
    copies: [],
    facts: [...factsOf(document)],
    isAgain: true,
    extensions: [...extensions],
  };
}

/** Waits until the extension has room; throws ExtensionAway when it takes nothing for a while. */
async function giveRoom({ bus, now }: ExtendPorts, extension: string, sent: number): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let since = now(); ; await sleep(lookEveryMs)) {
    const waiting = await waitingFor(bus, [{ group: extensionGroup, from: sentTopic(extension) }]);
    if (waiting <= mostWaiting) return;
    if (waiting < fewest) [fewest, since] = [waiting, now()];
    else if (now() - since >= patienceMs) throw new ExtensionAway(extension, waiting, sent);
  }
}

/**
 * Sends articles of the library to extensions again. Each is written once more when it comes back, with what
 * they find now in place of what they found before; versions stay as they are. Answers how many were sent.
 */
export async function extendLibrary(
  ports: ExtendPorts,
  { extensions, filter, isDryRun }: Extending,
): Promise<number> {
  const [first] = extensions;
  if (first === undefined) return 0;
  const topic = sentTopic(first);
  let sent = 0;
  for await (const { documents } of selectArticles(ports.library, filter, { limit: batchSize })) {
    if (!isDryRun && documents.length > 0) {
      await giveRoom(ports, first, sent);
      await ports.bus.publish(
        documents.map((document) => ({
          topic: topic.name,
          ...writeMessage(topic, articleAgain(document, extensions), {
            key: document.ingest.item,
            source: 'reprocess',
            time: ports.now(),
          }),
        })),
      );
    }
    sent += documents.length;
  }
  return sent;
}
