import type { Evidence } from '../metadata/evidence.ts';
import { textField } from '../metadata/json-ld.ts';
import { HashSet } from '../model/hash-set.ts';
import { tokensOf } from './tokens-of.ts';
import type { Blocks } from './blocks.ts';

/** Word triples of the texts that a page gives outside its body, to see which blocks agree with them. */
export interface EvidenceTokens {
  /**
   * Share of the block's triples that stand in the article body of the structured data; -1 when there is
   * none.
   */
  bodyCover(blocks: Blocks, index: number): number;
  descriptionCover(blocks: Blocks, index: number): number;
  /** Share of the block's words that stand in one of the titles. */
  titleCover(blocks: Blocks, index: number): number;
  readonly bodySize: number;
  readonly hasDescription: boolean;
}

function triple(tokens: Int32Array, at: number): number {
  return (
    (Math.imul(Math.imul(tokens[at] as number, 0x9e3779b1) ^ (tokens[at + 1] as number), 0x85ebca6b) ^
      (tokens[at + 2] as number)) |
    0
  );
}

function triplesOf(text: string): HashSet {
  const tokens = tokensOf(text);
  const set = new HashSet(tokens.length);
  for (let at = 0; at + 2 < tokens.length; at += 1) set.add(triple(tokens, at));
  return set;
}

function cover(blocks: Blocks, index: number, set: HashSet): number {
  const from = blocks.tokenFrom[index] as number;
  const to = blocks.tokenTo[index] as number;
  if (to - from < 3) return 0;
  let found = 0;
  for (let at = from; at + 2 < to; at += 1) if (set.has(triple(blocks.tokens, at))) found += 1;
  return found / (to - from - 2);
}

export function evidenceTokens(evidence: Evidence): EvidenceTokens {
  const body = evidence.articleBody === '' ? undefined : triplesOf(evidence.articleBody);
  const description = evidence.description === '' ? undefined : triplesOf(evidence.description);
  const title = new HashSet(64);
  const titles = [
    evidence.title,
    ...evidence.metas.filter((meta) => meta.name === 'og:title').map((meta) => meta.content),
  ];
  for (const object of evidence.linked) titles.push(textField(object, 'headline') ?? '');
  for (const text of titles) for (const token of tokensOf(text)) title.add(token);
  return {
    bodySize: body?.size ?? -1,
    hasDescription: description !== undefined,
    bodyCover: (blocks, index) => (body === undefined ? -1 : cover(blocks, index, body)),
    descriptionCover: (blocks, index) => (description === undefined ? -1 : cover(blocks, index, description)),
    titleCover(blocks, index) {
      const from = blocks.tokenFrom[index] as number;
      const to = blocks.tokenTo[index] as number;
      let found = 0;
      for (let at = from; at < to; at += 1) if (title.has(blocks.tokens[at] as number)) found += 1;
      return to > from ? found / (to - from) : 0;
    },
  };
}
