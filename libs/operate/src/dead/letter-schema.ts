import {
  alertReplayed,
  articleCleaned,
  articleEnriched,
  channelPushed,
  PageFacts,
  pageFetched,
  type DeadLetterFacts,
  type Topic,
  type WireMessage,
} from '@newsmill/contracts';
import { z } from 'zod';
import { Refusal, type RefusalEntry } from '../refusal.ts';
import type { LetterFault } from './dead-view.ts';

/** Topics whose messages are JSON that people can edit. */
const jsonTopics: readonly Topic<unknown>[] = [articleCleaned, articleEnriched, channelPushed, alertReplayed];
const mostFaults = 50;
/** Bytes; the receipt of an edit keeps them. */
const mostEditable = 256 * 1024;

interface Shape {
  readonly topic: Topic<unknown>;
  readonly schema: z.ZodType;
  /** The JSON of a message. */
  textOf(message: WireMessage): string;
}

/** The shape of what can be edited in a letter; undefined for requests, and for topics that are not the mill's. */
export function shapeOfLetter({ topic }: Pick<DeadLetterFacts, 'topic'>): Shape | undefined {
  if (topic === pageFetched.name)
    // The facts of a page travel in a header, its bytes as they came.
    return {
      topic: pageFetched,
      schema: PageFacts,
      textOf: ({ headers }) => headers['page'] ?? '',
    };
  const found = jsonTopics.find(({ name }) => name === topic);
  return found === undefined
    ? undefined
    : { topic: found, schema: found.schema, textOf: ({ value }) => Buffer.from(value).toString('utf8') };
}

function pointerOf(path: readonly PropertyKey[]): string {
  return ['#', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

/** Of several forms that a message may have, the one that fits best is what was meant. */
function issuesOf(issues: readonly z.core.$ZodIssue[]): readonly LetterFault[] {
  return issues.flatMap((issue): readonly LetterFault[] => {
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const [closest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
      return issuesOf(closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
    }
    return [{ pointer: pointerOf(issue.path), detail: issue.message }];
  });
}

type ReadText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly LetterFault[] };

/** Reads JSON by a schema; never throws. */
function readText(text: string, schema: z.ZodType): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      faults: [{ pointer: '#', detail: `not JSON: ${error instanceof Error ? error.message : ''}` }],
    };
  }
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: issuesOf(parsed.error.issues).slice(0, mostFaults) };
}

/** What the schema of its topic says against a letter; nothing where it has none. */
export function faultsOf(
  facts: Pick<DeadLetterFacts, 'topic'>,
  message: WireMessage,
): readonly LetterFault[] {
  const shape = shapeOfLetter(facts);
  if (shape === undefined) return [];
  const read = readText(shape.textOf(message), shape.schema);
  return read.ok ? [] : read.faults;
}

/** The JSON of a letter as people edit it: indented where it can be read. undefined where there is none to edit. */
export function editableOf(facts: Pick<DeadLetterFacts, 'topic'>, message: WireMessage): string | undefined {
  const text = shapeOfLetter(facts)?.textOf(message);
  if (text === undefined || Buffer.byteLength(text) > mostEditable) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/**
 * What somebody wrote in the place of the message of a letter, checked. Refuses with not-supported and bad-body.
 */
export function readEdited(
  facts: DeadLetterFacts,
  text: string,
): { readonly shape: Shape; readonly value: unknown } {
  const shape = shapeOfLetter(facts);
  if (shape === undefined)
    throw new Refusal(
      'not-supported',
      facts.topic === ''
        ? 'This letter is a request that failed: it has no message to edit; a replay makes the request again.'
        : `Messages of ${facts.topic} are not the mill's own; edit them where they are made, and replay the letter.`,
    );
  if (Buffer.byteLength(text) > mostEditable)
    throw new Refusal('bad-body', `The text is longer than ${mostEditable} bytes.`, [
      { pointer: '#/text', detail: `at most ${mostEditable} bytes` },
    ]);
  const read = readText(text, shape.schema);
  const faults: RefusalEntry[] = read.ok ? [] : [...read.faults];
  if (read.ok && facts.item !== undefined) {
    const item = z.looseObject({ item: z.string().optional() }).safeParse(read.value).data?.item;
    if (item !== undefined && item !== facts.item)
      faults.push({
        pointer: '#/item',
        detail: `must stay ${JSON.stringify(facts.item)}: the ledger knows it by that`,
      });
  }
  if (!read.ok || faults.length > 0)
    throw new Refusal(
      'bad-body',
      `Nothing was sent: the message does not fit ${shape.topic.name}: ${faults
        .map(({ pointer, detail }) => `${pointer} ${detail}`)
        .slice(0, 3)
        .join('; ')}`,
      faults,
    );
  return { shape, value: read.value };
}
