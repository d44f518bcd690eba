// Rows {id, text} on stdin, rows {id, cluster} on stdout: near copies as enrich links them, in the order of arrival, over the
// same state that the embedded mill uses.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bandsOf, findDuplicate, sketchOf, writeSketch } from '@newsmill/enrich';
import { openSqliteFile, openSqliteState } from '@newsmill/store';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-dup-'));
const db = openSqliteFile(join(folder, 'state.db'));
const state = await openSqliteState({ db });
const clusters = new Map();
const batchSize = 200;

/** A batch is one transaction, as in the mill; its rows see each other in their order. */
async function answer(rows) {
  const sketches = rows.map(({ text }) => sketchOf('', text));
  const found = await state.matchFingerprints(rows.map(({ id }, at) => ({ id, bands: bandsOf(sketches[at]), payload: writeSketch(sketches[at]), expiresAt: 2 })), 1);
  rows.forEach(({ id }, at) => {
    // The state also answers rows of the same batch that come later; only earlier ones can be the original here.
    const duplicate = findDuplicate(sketches[at], id, found[at].filter((candidate) => clusters.has(candidate.id)));
    clusters.set(id, duplicate === undefined ? id : clusters.get(duplicate.id));
    process.stdout.write(`${JSON.stringify({ id, cluster: clusters.get(id) })}\n`);
  });
}

const waiting = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  waiting.push(JSON.parse(line));
  if (waiting.length === batchSize) await answer(waiting.splice(0));
}
await answer(waiting);
await state.close();
db.close();
rmSync(folder, { recursive: true, force: true });
