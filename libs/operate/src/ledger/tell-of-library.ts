import { finalFates, type LedgerEvent } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import type { ArticleOrigin, Library, State } from '@newsmill/store';
import { Batch } from './batch.ts';
import { pagesOfLibrary } from './pages-of-library.ts';
import { recordOfLibrary } from './record-of-library.ts';

interface TellPorts {
  readonly bus: Bus;
  readonly state: Pick<State, 'fateOf' | 'recordEvents'>;
  readonly library: Pick<Library, 'origins'>;
  readonly now: () => number;
}

/** That an article is in the library, as the ledger says it. */
function eventOf({ id, version, sourceId, firstSeen, ingest }: ArticleOrigin, at: number): LedgerEvent {
  return {
    item: ingest.item,
    url: ingest.discoveredUrl,
    sourceId,
    stage: 'index',
    version,
    attempt: 0,
    fate: 'indexed',
    articleId: id,
    firstSeen: Date.parse(firstSeen),
    at,
  };
}

/**
 * Tells the ledger, and the state with it, of articles of the library whose way there it does not know to its end: for
 * a ledger that has lost entries. What a newer version of a page is at stays as it is. Answers how many it told of.
 */
export async function tellOfLibrary({ bus, state, library, now }: TellPorts): Promise<number> {
  let count = 0;
  const batch = new Batch<LedgerEvent>(async (events) => {
    await recordOfLibrary({ bus, state }, events);
    count += events.length;
  });
  for await (const page of pagesOfLibrary(library))
    for (const document of page) {
      const known = (await state.fateOf(document.ingest.item))?.current;
      const isKnown = known !== undefined && (finalFates.has(known.fate) || known.version > document.version);
      if (!isKnown) await batch.add(eventOf(document, now()));
    }
  await batch.finish();
  return count;
}
