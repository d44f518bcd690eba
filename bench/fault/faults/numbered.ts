import type { ArticleDocument } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { sampleArticle } from '../../../libs/store/src/testing/sample-article.ts';

/** A topic that keeps its messages until its one group has had them. */
export const numbersTopic = {
  name: 'bench.numbers',
  partitions: 1,
  cleanup: 'delete',
  groups: ['bench'],
} as const;

const words = (number: number): string => `word${number} `.repeat(50 + (number % 7) * 40).trim();

/** A message that tells its number all through, so that a torn one can be told. */
export function messageNumber(number: number): OutgoingMessage {
  return { topic: numbersTopic.name, key: String(number), value: Buffer.from(words(number)), headers: {} };
}

/** Whether the bytes are those of the message of that number, whole. */
export function isWhole(number: number, value: Uint8Array): boolean {
  return Buffer.from(value).toString() === words(number);
}

/** An article of that number. */
export function articleNumber(number: number): ArticleDocument {
  return sampleArticle(`n${number}`, { title: `Report ${number}`, content: words(number) });
}
