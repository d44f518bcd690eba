// The tables of newsmill and its peers, in the middle of pages that people write.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPeerFigures, shortTable, wholeTable } from '../../bench/extraction/peer-table.ts';
import { root } from '../setup.mjs';

const begin = '<!-- Written by `npm run gen` from bench/extraction/peers.json. -->';
const end = '<!-- End of what is written. -->';

/** The page with another text between its marks. Throws where it has not both. */
function withTable(path, table) {
  const page = readFileSync(join(root, path), 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table: ${begin} and ${end}`);
  return [path, `${page.slice(0, from + begin.length)}\n${table}\n${page.slice(to)}`];
}

/** Path and text of the pages that show figures of peers. */
export function peerFiles() {
  const figures = readPeerFigures();
  return [
    withTable('docs/clean.md', wholeTable(figures)),
    withTable('libs/clean/README.md', shortTable(figures)),
  ];
}
