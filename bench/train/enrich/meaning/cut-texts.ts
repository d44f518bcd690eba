/**
 * Cuts the texts as newsmill cuts them: for each the places of its pieces in pieces.json.
 * Usage: node --conditions=newsmill-source cut-texts.ts PIECES.json TEXTS.json OUT.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createPieceCutter } from '../../../../libs/enrich/src/vectors/cut-pieces.ts';
import { indexPieces } from '../../../../libs/enrich/src/vectors/piece-index.ts';

const [vocabulary = '', texts = '', out = ''] = process.argv.slice(2);
const { pieces, scores, bare }: { pieces: string[]; scores: number[]; bare: number } = JSON.parse(
  readFileSync(vocabulary, 'utf8'),
);
const places = new Map(pieces.map((piece, at) => [piece, at]));
const { order, ...index } = indexPieces(pieces);
const ids = order.map((piece) => places.get(piece) ?? 0);
const cutter = createPieceCutter({ index, scores: Float32Array.from(ids, (id) => scores[id] ?? 0), bare });
const rows: [language: string, text: string][] = JSON.parse(readFileSync(texts, 'utf8'));
writeFileSync(
  out,
  JSON.stringify(
    rows.map(([, text]) => {
      const found: number[] = [];
      cutter.each(text, (piece) => found.push(ids[piece] ?? 0));
      return found;
    }),
  ),
);
