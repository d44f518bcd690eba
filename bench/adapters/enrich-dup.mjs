// Rows {id, text} on stdin, rows {id, cluster} on stdout: families as enrich links them, over the same state
// that the embedded mill uses. A text that is like several links them all, and the library learns of it
// later; so the answer comes at the end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bandsOf, findDuplicates, sketchOf, writeSketch } from '@newsmill/enrich';
import { openSqliteFile, openSqliteState } from '@newsmill/store';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-dup-'));
const db = openSqliteFile(join(folder, 'state.db'));
const state = await openSqliteState({ db });
const leaders = new Map();
const batchSize = 200;

function leaderOf(id) {
  let at = id;
  for (let above = leaders.get(at); above !== at; above = leaders.get(at)) {
    leaders.set(at, leaders.get(above));
    at = above;
  }
  return at;
}

/** A batch is one transaction, as in the mill; its rows see each other in their order. */
async function answer(rows) {
  const sketches = rows.map(({ text }) => sketchOf('', text));
  const found = await state.matchFingerprints(
    rows.map(({ id }, at) => ({
      id,
      bands: bandsOf(sketches[at]),
      payload: writeSketch(sketches[at]),
      expiresAt: 2,
    })),
    1,
  );
  for (const { id } of rows) leaders.set(id, id);
  rows.forEach(({ id }, at) => {
    for (const copy of findDuplicates(sketches[at], id, found[at])) {
      const [a, b] = [leaderOf(id), leaderOf(copy.id)].sort();
      leaders.set(b, a);
    }
  });
}

const waiting = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  waiting.push(JSON.parse(line));
  if (waiting.length === batchSize) await answer(waiting.splice(0));
}
await answer(waiting);
for (const id of leaders.keys()) process.stdout.write(`${JSON.stringify({ id, cluster: leaderOf(id) })}\n`);
await state.close();
db.close();
rmSync(folder, { recursive: true, force: true });
