import {
  ledger,
  withoutFrontier,
  writeMessage,
  type ArticleVersion,
  type LedgerEvent,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import type { LibraryRecord, Deletion, StateRecord, Telling } from '@newsmill/store';
import type { BackupPorts } from './backup-mill.ts';
import { Batch } from '../ledger/batch.ts';

/** An article that the library did not take. */
export interface RejectedArticle {
  readonly id: string;
  readonly detail: string;
}

/** Puts records and messages into the ports, in batches. */
export class RestoreBatches {
  readonly rejected: RejectedArticle[] = [];
  readonly #state: Batch<StateRecord>;
  readonly #messages: Batch<OutgoingMessage>;
  readonly #documents: Batch<Extract<LibraryRecord, { kind: 'document' }>['document']>;
  readonly #links: Batch<Extract<LibraryRecord, { kind: 'link' }>['link']>;
  readonly #tellings: Batch<Telling>;
  readonly #versions: Batch<ArticleVersion>;
  readonly #tombstones: Batch<Deletion>;

  constructor(ports: BackupPorts) {
    this.#state = new Batch((records) => importRecords(ports, records));
    this.#messages = new Batch((messages) => ports.bus.publish(messages));
    this.#links = new Batch((links) => ports.library.link(links));
    this.#tellings = new Batch((tellings) => ports.library.tell(tellings));
    this.#versions = new Batch((versions) => ports.library.keep(versions));
    this.#tombstones = new Batch((entries) => ports.library.remove(entries));
    this.#documents = new Batch(async (documents) => {
      const results = await ports.library.write(documents);
      for (const [i, result] of results.entries())
        if (result.kind === 'rejected' || result.kind === 'conflict')
          this.rejected.push({ id: documents[i]?.id ?? '', detail: result.detail });
    });
  }

  addState(record: StateRecord): Promise<void> {
    return this.#state.add(record);
  }

  addMessage(message: OutgoingMessage): Promise<void> {
    return this.#messages.add(message, message.value.length);
  }

  addLibrary(record: LibraryRecord): Promise<void> {
    if (record.kind === 'document')
      return this.#documents.add(record.document, record.document.content.length);
    if (record.kind === 'link') return this.#links.add(record.link);
    if (record.kind === 'telling') return this.#tellings.add(record.telling);
    if (record.kind === 'version') return this.#versions.add(record.version, record.version.content.length);
    return this.#tombstones.add({ id: record.id, version: record.version, reason: record.reason });
  }

  async finish(): Promise<void> {
    for (const batch of [
      this.#documents,
      this.#links,
      this.#tellings,
      this.#versions,
      this.#tombstones,
      this.#messages,
      this.#state,
    ])
      await batch.finish();
  }
}

/** Events go into the ledger too, and first: what is in the state alone would be lost with it. */
async function importRecords({ bus, state }: BackupPorts, records: readonly StateRecord[]): Promise<void> {
  const events = records.flatMap((record) => (record.kind === 'event' ? [eventMessage(record.event)] : []));
  if (events.length > 0) await bus.publish(events);
  await state.importRecords(
    records.map((record) =>
      record.kind === 'event' ? { ...record, event: withoutFrontier(record.event) } : record,
    ),
  );
}

function eventMessage(event: LedgerEvent): OutgoingMessage {
  return {
    topic: ledger.name,
    ...writeMessage(ledger, event, {
      key: `${event.item}/${event.stage}`,
      source: 'restore',
      time: event.at,
    }),
  };
}
