import { createHash } from 'node:crypto';
import type { DeadLetterFacts } from '@newsmill/contracts';

/** Why letters are dead, as far as it is the same for many of them. */
export interface Cause {
  /** 12 hex digits; the same for every letter of this cause, in every process. */
  readonly id: string;
  /** The detail without what is each letter's own; empty where there was none. */
  readonly title: string;
  /** The function at the top of the stack, where the detail has one. */
  readonly frame?: string;
}

type CauseFacts = Pick<DeadLetterFacts, 'stage' | 'reason' | 'detail' | 'url' | 'item' | 'sourceId'>;

/** So much of a detail is read; bounded: 2,000, no dead letter has more. */
const mostRead = 2_000;
const mostTitle = 160;
const mostLines = 3;

/** Names that are the letter's own, the longest first, with what stands for them. */
function ownNames({ url, item, sourceId }: CauseFacts): readonly (readonly [string, string])[] {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
  const names = [
    [url, '<address>'],
    [host, '<host>'],
    [host?.replace(/^www\./, ''), '<host>'],
    [item, '<item>'],
    [sourceId, '<source>'],
  ] as const;
  return names.flatMap(([name, sign]) =>
    // A source called "a" is in every word.
    name === undefined || name.length < 4 ? [] : [[name, sign] as const],
  );
}

/** What a word says besides numbers, ids and addresses. */
function shapeOf(word: string): string {
  if (word.includes('://')) return '<address>';
  if (word.includes('@') && word.includes('.')) return '<address>';
  if (/^\/[^/]+\//.test(word)) return '<path>';
  // At least one digit and one letter keep it from being a word or a number.
  if (word.length >= 8 && /^[0-9a-f-]+$/i.test(word) && /\d/.test(word) && /[a-f]/i.test(word)) return '<id>';
  if (word.length >= 20 && /^[\w-]+$/.test(word) && /\d/.test(word)) return '<id>';
  return word.replace(/\d+(?:[.,:]\d+)*/g, '#');
}

/** A quotation says what was found in one message: the words around it are what is the same. */
function withoutQuotations(line: string): string {
  return line
    .replace(/"[^"]*"/g, '"…"')
    .replace(/`[^`]*`/g, '`…`')
    .replace(/'[^']*'/g, "'…'");
}

function titleOf(line: string): string {
  return withoutQuotations(line)
    .split(/([\s"'`()[\]{}<>]+)/)
    .map(shapeOf)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `readTree` of `at readTree (file:///…:1:2)`; a place without a function tells nothing that outlives a build. */
function frameOf(line: string | undefined): string | undefined {
  const name = line === undefined ? undefined : /^at (?:async )?([\w.#<>$]+) \(/.exec(line)?.[1];
  return name === undefined || name.startsWith('<') ? undefined : name;
}

/**
 * The cause of a letter, by stage, reason and detail; numbers, ids, addresses, quotations, and the names of the
 * letter's own source and item count for nothing. Pure, and the same in every version that does not change this file.
 */
export function causeOf(facts: CauseFacts): Cause {
  let detail = facts.detail.slice(0, mostRead);
  for (const [name, sign] of ownNames(facts)) detail = detail.replaceAll(name, sign);
  const lines = detail
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const stack = lines.findIndex((line) => line.startsWith('at '));
  const said = stack === -1 ? lines : lines.slice(0, stack);
  const title = said.slice(0, mostLines).map(titleOf).join('; ').slice(0, mostTitle);
  const frame = frameOf(stack === -1 ? undefined : lines[stack]);
  const id = createHash('sha256')
    .update([facts.stage, facts.reason, title, frame ?? ''].join('\n'))
    .digest('hex')
    .slice(0, 12);
  return { id, title, ...(frame === undefined ? {} : { frame }) };
}
