/**
 * Writes a model of the enrichers as the package ships it, from what a training in Python wrote. Usage: node
 * --conditions=newsmill-source pack-model.ts language|word-classes|word-pieces TRAINED.json VERSION
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
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

const models = {
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

const [name = '', file = '', version = ''] = process.argv.slice(2);
if (name !== 'language' && name !== 'word-classes' && name !== 'word-pieces')
  throw new Error(`${name}: language, word-classes or word-pieces?`);
const { tensors, ...about } = models[name];
const bytes = writeModel(
  name,
  { ...about, version: Number(version) },
  tensors(JSON.parse(readFileSync(file, 'utf8'))),
);
process.stdout.write(`${bytes} bytes; run npm run gen\n`);
