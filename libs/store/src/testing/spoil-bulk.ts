import type { Verdict } from './serve-proxy.ts';

/** One operation of a bulk request, as it came. */
export interface BulkOperation {
  readonly kind: 'index' | 'create' | 'update' | 'delete';
  readonly index: string;
  readonly id: string;
  readonly lines: readonly string[];
}

/** The answer that an operation gets instead of being done. */
export interface Spoilt {
  readonly status: number;
  readonly type: string;
  readonly reason: string;
}

interface Answer {
  readonly items?: readonly unknown[];
  readonly [field: string]: unknown;
}

/** The operations of a bulk request, in their order. */
export function bulkOperations(body: Buffer): BulkOperation[] {
  const lines = body.toString().trimEnd().split('\n');
  const operations: BulkOperation[] = [];
  for (let at = 0; at < lines.length; ) {
    const header = lines[at] ?? '';
    const [kind, target] = Object.entries(
      JSON.parse(header) as Record<BulkOperation['kind'], { _index: string; _id: string }>, // what the client of Elasticsearch writes
    )[0] as [BulkOperation['kind'], { _index: string; _id: string }]; // one key, as the format has it
    const length = kind === 'delete' ? 1 : 2;
    operations.push({ kind, index: target._index, id: target._id, lines: lines.slice(at, at + length) });
    at += length;
  }
  return operations;
}

/**
 * Spoils single operations of a bulk request: those that `judge` gives an answer for are not done and get it;
 * all others are done by the server and get its answers, each in its place.
 */
export function spoilBulk(body: Buffer, judge: (operation: BulkOperation) => Spoilt | undefined): Verdict {
  const operations = bulkOperations(body);
  const spoilt = operations.map(judge);
  if (spoilt.every((answer) => answer === undefined)) return 'pass';
  const sound = operations.filter((_, place) => spoilt[place] === undefined);
  const merge = (answers: readonly unknown[]) => {
    const rest = answers.values();
    return operations.map(({ kind }, place) => {
      const answer = spoilt[place];
      if (answer === undefined) return rest.next().value;
      const { status, type, reason } = answer;
      return { [kind]: { status, error: { type, reason } } };
    });
  };
  if (sound.length === 0) return { status: 200, body: JSON.stringify({ errors: true, items: merge([]) }) };
  return {
    onward: Buffer.from(`${sound.flatMap(({ lines }) => lines).join('\n')}\n`),
    answer(text) {
      const answer: Answer = JSON.parse(text);
      // The server refused the request as a whole.
      return answer.items === undefined ? text : JSON.stringify({ ...answer, items: merge(answer.items) });
    },
  };
}
