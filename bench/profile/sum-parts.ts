import type { Profiler } from 'node:inspector';
import type { ThreadProfile } from './record-threads.ts';

/** Where the time of a thread went, milliseconds. */
export interface ThreadParts {
  readonly thread: string;
  /** CPU time. */
  readonly cpuMs: number;
  /** By part of the code, most first. */
  readonly parts: readonly (readonly [part: string, ms: number])[];
  /** By function, itself alone, most first. */
  readonly functions: readonly (readonly [name: string, ms: number])[];
}

/** Where a place of the code that runs stands in its source; undefined where that is not known. */
export type Locate = (
  url: string,
  line: number,
  column: number,
) => { readonly path: string; readonly line: number } | undefined;

const own = /\/(?:libs|services)\/([\w-]+)\/src\/(?:([\w-]+)\/)?/;
const notOurs = { '(garbage collector)': 'garbage collector', '(program)': 'Node, outside of JavaScript' };

/** The part of the code that a file is of, such as `enrich/entities`; undefined for what is not ours. */
function partOf(path: string): string | undefined {
  const found = own.exec(path);
  if (found === null) return undefined;
  const [, lib = '', folder] = found;
  return folder === undefined ? lib : `${lib}/${folder}`;
}

const sorted = (sums: ReadonlyMap<string, number>): [string, number][] =>
  [...sums].sort(([, a], [, b]) => b - a);

/**
 * Sums a profile. Samples are taken by the clock, and a thread that waits for a processor or a disk seems busy in them:
 * they are scaled to the CPU time that the thread has really taken. The time of Node's and of other people's functions is that of the part of ours which called them.
 */
export function sumParts(
  { thread, cpuMs, profile: { nodes, samples = [], timeDeltas = [] } }: ThreadProfile,
  locate: Locate,
): ThreadParts {
  const placeOf = ({ url, lineNumber, columnNumber }: Profiler.ProfileNode['callFrame']) =>
    locate(url, lineNumber, columnNumber) ?? { path: url, line: lineNumber };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const partOfNode = new Map<number, string>();
  const findPart = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
      const node = byId.get(at);
      const part = node === undefined ? undefined : partOf(placeOf(node.callFrame).path);
      if (part !== undefined) return part;
    }
    return 'Node, on its own';
  };
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  let busyMs = 0;
  samples.forEach((id, index) => {
    const node = byId.get(id);
    const ms = (timeDeltas[index] ?? 0) / 1_000;
    if (node === undefined || node.callFrame.functionName === '(idle)') return;
    const { functionName } = node.callFrame;
    const { path, line } = placeOf(node.callFrame);
    const name = `${functionName === '' ? '(anonymous)' : functionName} ${path.split('/').slice(-2).join('/')}:${line + 1}`;
    const special = Object.entries(notOurs).find(([one]) => one === functionName)?.[1];
    const part = special ?? partOfNode.get(id) ?? findPart(id);
    if (special === undefined) partOfNode.set(id, part);
    busyMs += ms;
    parts.set(part, (parts.get(part) ?? 0) + ms);
    functions.set(name, (functions.get(name) ?? 0) + ms);
  });
  const scale = busyMs === 0 ? 0 : cpuMs / busyMs;
  const scaled = (sums: ReadonlyMap<string, number>) =>
    sorted(sums).map(([name, ms]) => [name, ms * scale] as const);
  return { thread, cpuMs, parts: scaled(parts), functions: scaled(functions) };
}
