import { everyVersion } from '../../library.ts';
import { deleteUpTo, refuseOthers } from './bulk.ts';
import type { ElasticWriter } from './elastic-writer.ts';
import type { WriterParts } from './writer-parts.ts';

/**
 * Takes articles down for good, and back: no version of them comes in until they are lifted, and their copies
 * go on without them.
 */
export class ElasticTakeDown {
  readonly #parts: WriterParts;
  readonly #writer: ElasticWriter;

  constructor(parts: WriterParts, writer: ElasticWriter) {
    this.#parts = parts;
    this.#writer = writer;
  }

  async takeDown(ids: readonly string[]): Promise<void> {
    await this.#writer.remove(ids.map((id) => ({ id, version: everyVersion, reason: 'taken-down' })));
  }

  async lift(ids: readonly string[]): Promise<void> {
    const { connection, names, places, sender } = this.#parts;
    const marks = await places.marksOf(ids);
    const lifted = ids.filter((id) => marks.get(id)?.buried === everyVersion);
    if (lifted.length === 0) return;
    for (const answer of await sender.send(
      lifted.map((id) => deleteUpTo({ index: names.tombstones, id }, everyVersion)),
    ))
      refuseOthers(answer, connection);
  }
}
