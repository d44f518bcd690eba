import { z } from 'zod';
import type { FeatureSpace } from './read-features.ts';

const power = z
  .int()
  .min(1_024)
  .max(2 ** 20)
  .refine((value) => Number.isInteger(Math.log2(value)), 'not a power of two');
const label = z.string().min(1).max(200);

/** The file that `newsmill train topics` writes: one linear model for all labels, a byte for each weight. */
export const TopicModelFile = z.strictObject({
  kind: z.literal('newsmill-topics'),
  version: z.literal(1),
  labels: z.array(label).min(2).max(500),
  /** `one`: each text has exactly one label. `many`: any number of them. */
  choice: z.enum(['one', 'many']),
  words: power,
  parts: power,
  idf: z
    .base64()
    .describe('One byte for each bucket: inverse document frequency in steps, 0 for a bucket without texts.'),
  weights: z
    .base64()
    .describe('One signed byte for each bucket and label, the labels of a bucket side by side.'),
  scales: z.array(z.number()).describe('By label: what one step of its weights is worth.'),
  biases: z.array(z.number()),
  slopes: z.array(z.number()).describe('By label: turns a score into a probability, with `offsets`.'),
  offsets: z.array(z.number()),
  trained: z
    .object({ rows: z.int(), folds: z.int(), accuracy: z.number().min(0).max(1) })
    .describe('How it was trained; accuracy by cross-validation.'),
});
export type TopicModelFile = z.output<typeof TopicModelFile>;

/** A topic model that is ready to be applied. */
export interface TopicModel {
  readonly labels: readonly string[];
  readonly choice: 'one' | 'many';
  readonly space: FeatureSpace;
  readonly idf: Uint8Array;
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly slopes: readonly number[];
  readonly offsets: readonly number[];
  readonly trained: TopicModelFile['trained'];
}

/** A file is no topic model; the message says what is wrong with it and what to do. */
export class BadTopicModel extends Error {
  override readonly name = 'BadTopicModel';
  constructor(why: string) {
    super(`this is no topic model of newsmill: ${why}; write one with newsmill train topics`);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw Object.assign(new BadTopicModel('it is not JSON'), { cause });
  }
}

/** Reads the file that `writeTopicModel` wrote. Throws BadTopicModel. */
export function readTopicModel(json: string): TopicModel {
  const read = TopicModelFile.safeParse(parsed(json));
  if (!read.success)
    throw new BadTopicModel(
      read.error.issues
        .slice(0, 3)
        .map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`)
        .join(', '),
    );
  const { labels, choice, words, parts, trained, ...numbers } = read.data;
  const idf = new Uint8Array(Buffer.from(numbers.idf, 'base64'));
  const weights = new Int8Array(Buffer.from(numbers.weights, 'base64'));
  const { scales, biases, slopes, offsets } = numbers;
  if (idf.length !== words + parts)
    throw new BadTopicModel(`idf has ${idf.length} bytes instead of ${words + parts}`);
  if (weights.length !== idf.length * labels.length)
    throw new BadTopicModel(`weights has ${weights.length} bytes instead of ${idf.length * labels.length}`);
  const short = Object.entries({ scales, biases, slopes, offsets }).find(
    ([, list]) => list.length !== labels.length,
  );
  if (short !== undefined)
    throw new BadTopicModel(`${short[0]} has ${short[1].length} numbers for ${labels.length} labels`);
  return { labels, choice, space: { words, parts }, idf, weights, scales, biases, slopes, offsets, trained };
}

function base64(bytes: Uint8Array | Int8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** A model as the text of a file. */
export function writeTopicModel(model: TopicModel): string {
  const { labels, choice, space, idf, weights, scales, biases, slopes, offsets, trained } = model;
  const file: TopicModelFile = {
    kind: 'newsmill-topics',
    version: 1,
    labels: [...labels],
    choice,
    ...space,
    idf: base64(idf),
    weights: base64(weights),
    scales: [...scales],
    biases: [...biases],
    slopes: [...slopes],
    offsets: [...offsets],
    trained,
  };
  return `${JSON.stringify(file)}\n`;
}
