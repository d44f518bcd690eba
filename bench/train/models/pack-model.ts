/**
 * Writes a model of the enrichers as the package ships it, from what a training in Python wrote. Usage: node
 * --conditions=newsmill-source pack-model.ts language|word-classes|word-pieces|meaning-pieces TRAINED.json VERSION
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { indexPieces } from '../../../libs/enrich/src/vectors/piece-index.ts';
import { languageTensors } from './language-layout.ts';
import { textTensor, writeModel } from './write-model.ts';

const fineClasses = 1_024;
const middleClasses = 128;
const buckets = 1 << 16;

/**
 * The two tables of wider classes, where each bucket begins, then three bytes a word (14 bits of its hash, 10
 * of its class).
 */
function wordClassTensors({ deflated }: { readonly deflated: string }) {
  const bytes = new Uint8Array(inflateRawSync(Buffer.from(deflated, 'base64')));
  const sizesAt = fineClasses + middleClasses;
  const starts = new Int32Array(buckets + 1);
  for (let index = 0; index < buckets; index += 1)
    starts[index + 1] = (starts[index] ?? 0) + (bytes[sizesAt + index] ?? 0);
  return {
    middle: bytes.subarray(0, fineClasses),
    coarse: bytes.subarray(fineClasses, sizesAt),
    starts,
    words: bytes.subarray(sizesAt + buckets),
  };
}

/** What `bench/train/enrich/vectors` writes. */
interface PackedVectors {
  /** The pieces, one a line, in the order of the vocabulary. */
  readonly pieces: string;
  /** The line of the unknown piece. */
  readonly unknown: number;
  readonly dimensions: number;
  /** Base64 of 16-bit numbers: for each piece its row in the table, 65535 for none. */
  readonly rows: string;
  /** Base64 of 32-bit floats: what each row is multiplied by. */
  readonly scales: string;
  /** Base64, row by row: two numbers a byte, the first in the lower four bits, each 8 too large. */
  readonly table: string;
}

function vectorTensors({ pieces, unknown, dimensions, rows, scales, table }: PackedVectors) {
  const halves = Buffer.from(table, 'base64');
  const numbers = new Int8Array(halves.length * 2);
  halves.forEach((byte, at) => {
    numbers[2 * at] = (byte & 15) - 8;
    numbers[2 * at + 1] = (byte >> 4) - 8;
  });
  return {
    pieces: textTensor(pieces),
    rows: new Uint16Array(Uint8Array.from(Buffer.from(rows, 'base64')).buffer),
    scales: new Float32Array(Uint8Array.from(Buffer.from(scales, 'base64')).buffer),
    table: numbers,
    unknown: Float64Array.of(unknown),
    dimensions: Float64Array.of(dimensions),
  };
}

/** What `bench/train/enrich/meaning` writes. */
interface PackedMeaning {
  readonly pieces: readonly string[];
  /** Base64 of 32-bit floats: how likely each piece is (logarithm). */
  readonly scores: string;
  /** What it costs to begin a word with an inner piece (logarithm). */
  readonly bare: number;
  readonly dimensions: number;
  /** Base64 of 32-bit floats: what each row is multiplied by. */
  readonly scales: string;
  /** Base64, row by row: two numbers a byte, the first in the lower four bits, each 8 too large. */
  readonly table: string;
}

const floatsOf = (text: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

/** The rows in the order of the hashes of their pieces; their texts stay behind. */
function meaningTensors({ pieces, scores, bare, dimensions, scales, table }: PackedMeaning) {
  const { order, buckets, tails } = indexPieces(pieces);
  const places = new Map(pieces.map((piece, at) => [piece, at]));
  const ids = order.map((piece) => places.get(piece) ?? 0);
  const [all, factors, rows] = [floatsOf(scores), floatsOf(scales), Buffer.from(table, 'base64')];
  const bytes = dimensions / 2;
  const halves = new Uint8Array(ids.length * bytes);
  ids.forEach((id, at) => halves.set(rows.subarray(id * bytes, (id + 1) * bytes), at * bytes));
  return {
    buckets,
    tails,
    scores: Float32Array.from(ids, (id) => all[id] ?? 0),
    scales: Float32Array.from(ids, (id) => factors[id] ?? 0),
    halves,
    bare: Float64Array.of(bare),
    dimensions: Float64Array.of(dimensions),
  };
}

const models = {
  'meaning-pieces': {
    description: 'A vector for each piece of a word in many languages: the direction of a text.',
    sources: 'see bench/train/enrich/meaning/README.md',
    madeBy: 'bench/train/enrich/meaning',
    tensors: meaningTensors,
  },
  language: {
    description: 'Which language the letter sequences of a text speak for.',
    sources: 'see bench/train/enrich/language/README.md',
    madeBy: 'bench/train/enrich/language',
    tensors: languageTensors,
  },
  'word-classes': {
    description: 'Classes of English words that stand in like places.',
    sources: 'word vectors of NLP4J 1.1.3 (Apache-2.0, Emory University)',
    madeBy: 'bench/train/enrich/entities',
    tensors: wordClassTensors,
  },
  'word-pieces': {
    description: 'A vector for each word piece: the direction of a text.',
    sources: 'see bench/train/enrich/vectors/README.md',
    madeBy: 'bench/train/enrich/vectors',
    tensors: vectorTensors,
  },
} as const;

const isModel = (name: string): name is keyof typeof models => Object.hasOwn(models, name);
const [name = '', file = '', version = ''] = process.argv.slice(2);
if (!isModel(name)) throw new Error(`${name}: ${Object.keys(models).join(', ')}?`);
const { tensors, ...about } = models[name];
const bytes = writeModel(
  name,
  { ...about, version: Number(version) },
  tensors(JSON.parse(readFileSync(file, 'utf8'))),
);
process.stdout.write(`${bytes} bytes; run npm run gen\n`);
