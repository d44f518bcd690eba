import { setImmediate } from 'node:timers/promises';
import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import { hash, pick, randomFrom, type Random } from '../newsweb/seeded-random.ts';
import { anyText } from '../scale/any-text.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { longestInput, mutateText } from './mutate-text.ts';

/** An input that the reader does not stand, made as short as it gets. */
export interface Finding {
  readonly input: string;
  readonly problem: string;
}
/** What came of a run. Times are of CPU. */
export interface FuzzReport {
  readonly seed: number;
  readonly executions: number;
  readonly seconds: number;
  /** Inputs that took the reader another way than those before. */
  readonly ways: number;
  readonly slowest: { readonly milliseconds: number; readonly input: string };
  readonly findings: readonly Finding[];
}

/** Milliseconds of CPU that 100 KB may take, and that any input may. */
export const mostMilliseconds = 2_000;
/** An input at which this run gives up waiting. */
const guardMs = 60_000;
const mostCorpus = 2_000;
/** Inputs of one sample of a grammar, and of one of any texts. */
const sampleSize = 32;
const anySize = 8;
const mostFindings = 5;
/** Milliseconds of CPU after which one guard has watched enough: it costs more than most inputs. */
const turnMs = 20;
/** Characters of inputs that are changed further. */
const longestKept = 20_000;

const stage: { work: () => unknown } = { work: () => undefined };
const context = createContext(stage);
const script = new Script('work()');

/** Runs what might not end, and ends it by force. Each call starts a thread that watches it. */
function guarded(work: () => unknown, timeout: number): unknown {
  stage.work = work;
  return script.runInContext(context, { timeout });
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** A short name of the way that a reader took: kinds and names in the answer, numbers by their magnitude. */
export function wayOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return `s${Math.ceil(Math.log2(value.length + 1))}`;
  if (typeof value === 'number') return `n${Math.sign(value) * Math.ceil(Math.log2(Math.abs(value) + 1))}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 3) return 'o';
  if (Array.isArray(value))
    return `[${Math.ceil(Math.log2(value.length + 1))}${[...new Set(value.slice(0, 8).map((one) => wayOf(one, depth + 1)))].join()}]`;
  return `{${Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .slice(0, 40)
    .map(([name, one]) => `${name}:${wayOf(one, depth + 1)}`)
    .join()}}`;
}

/** What came of one input: what is wrong, or the way that the reader took. */
interface Tried {
  readonly milliseconds: number;
  readonly problem?: string;
  readonly way?: string;
}

const problemOf = (error: unknown): string =>
  // What the guard throws is of another realm, so it is no instance of this one's Error.
  typeof error === 'object' && error !== null && 'message' in error
    ? `${'name' in error ? String(error.name) : 'Error'}: ${String(error.message)}`
    : String(error);

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

function judge(input: string, before: number, value: unknown): Tried {
  const milliseconds = cpuMs() - before;
  return milliseconds > mostMilliseconds * Math.max(1, input.length / longestInput)
    ? { milliseconds, problem: `${Math.round(milliseconds)} ms of CPU for ${input.length} characters` }
    : { milliseconds, way: wayOf(value) };
}

const broken = (before: number, error: unknown): Tried => ({
  milliseconds: cpuMs() - before,
  problem: problemOf(error),
});

/** Runs a target once; ends it after so many milliseconds. */
export async function tryInput(target: FuzzTarget, input: string, timeout = guardMs): Promise<Tried> {
  const before = cpuMs();
  try {
    return judge(input, before, await guarded(() => target.run(input), timeout));
  } catch (error) {
    return broken(before, error);
  }
}

/**
 * Runs a target over one input after the other, for a turn: until the reader does not answer at once, does not end
 * and is ended, or the time of the turn is over.
 */
async function takeTurn(
  target: FuzzTarget,
  next: () => string,
  take: (input: string, tried: Tried) => void,
): Promise<void> {
  let input = '';
  let before = 0;
  function untilItWaits(): unknown {
    const end = cpuMs() + turnMs;
    do {
      input = next();
      before = cpuMs();
      let value: unknown;
      try {
        value = target.run(input);
      } catch (error) {
        take(input, broken(before, error));
        continue;
      }
      if (value instanceof Promise) return value;
      take(input, judge(input, before, value));
    } while (before < end);
    return undefined;
  }
  let pending: unknown;
  try {
    pending = guarded(untilItWaits, guardMs);
  } catch (error) {
    if (!isTimeout(error)) throw error;
    take(input, broken(before, error));
  }
  if (pending === undefined) return;
  try {
    const value = await pending;
    take(input, judge(input, before, value));
  } catch (error) {
    take(input, broken(before, error));
  }
}

const kindOf = (problem: string): string => problem.replace(/["'`][^]*|\d+/g, '').slice(0, 60);

/** The shortest input with the same problem that leaving out finds. */
async function shortened(target: FuzzTarget, found: Finding): Promise<Finding> {
  let best = found;
  const until = Date.now() + 5_000;
  for (let size = Math.ceil(best.input.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < best.input.length && Date.now() < until; ) {
      const input = best.input.slice(0, at) + best.input.slice(at + size);
      const { problem } = await tryInput(target, input);
      if (problem !== undefined && kindOf(problem) === kindOf(found.problem)) best = { input, problem };
      else at += size;
    }
  return best;
}

function* inputsOf(target: FuzzTarget, corpus: readonly string[], random: Random): Generator<string, never> {
  yield* target.seeds;
  for (;;) {
    const sample = (arbitrary: fc.Arbitrary<string>, numRuns: number): string[] =>
      fc.sample(arbitrary, { seed: Math.floor(random() * 2 ** 31), numRuns });
    const made = [...sample(target.grammar, sampleSize), ...sample(anyText, anySize)];
    for (const one of made) {
      yield one;
      yield mutateText(one, random, { corpus, words: target.words });
      for (let times = 0; times < 6; times += 1)
        yield mutateText(pick(random, corpus), random, { corpus, words: target.words });
    }
  }
}

/**
 * Feeds a target for so many seconds of CPU, of which making the inputs is a part: its seeds, inputs by its grammar,
 * any texts, and changes of all of them. Inputs that took another way than those before are changed further. The same
 * seed brings the same inputs, as far as the time reaches.
 */
export async function runFuzz(
  [name, target]: readonly [string, FuzzTarget],
  {
    seconds,
    seed,
    findings: most = mostFindings,
  }: { readonly seconds: number; readonly seed: number; readonly findings?: number },
): Promise<FuzzReport> {
  const corpus = [...target.seeds];
  const ways = new Set<string>();
  const findings = new Map<string, Finding>();
  let slowest = { milliseconds: 0, input: '' };
  let executions = 0;
  const began = cpuMs();
  async function look(input: string): Promise<void> {
    // A measure that the machine's other work made is no finding.
    const { problem } = await tryInput(target, input);
    if (problem !== undefined && !findings.has(kindOf(problem)))
      findings.set(kindOf(problem), await shortened(target, { input, problem }));
  }
  const inputs = inputsOf(target, corpus, randomFrom(hash(name, seed)));
  const unsound: string[] = [];
  let slower: typeof slowest | undefined;
  /** What is loaded at a first call, or collected meanwhile, is no cost of an input: it is measured again. */
  async function measureAgain({ milliseconds, input }: typeof slowest): Promise<void> {
    const again = await tryInput(target, input);
    const least = Math.min(milliseconds, again.milliseconds);
    if (least > slowest.milliseconds) slowest = { milliseconds: least, input };
  }
  function take(input: string, { milliseconds, problem, way }: Tried): void {
    executions += 1;
    if (milliseconds > slowest.milliseconds) slower = { milliseconds, input };
    if (problem !== undefined) unsound.push(input);
    else if (way !== undefined && !ways.has(way)) {
      ways.add(way);
      if (corpus.length < mostCorpus && input.length < longestKept) corpus.push(input);
    }
  }
  while (cpuMs() - began < seconds * 1_000 && findings.size < most) {
    await takeTurn(target, () => inputs.next().value, take);
    // What waits for a turn (files, streams) gets one.
    await setImmediate();
    for (const input of unsound.splice(0)) await look(input);
    if (slower !== undefined) await measureAgain(slower);
    slower = undefined;
  }
  return {
    seed,
    executions,
    seconds: (cpuMs() - began) / 1_000,
    ways: ways.size,
    slowest,
    findings: [...findings.values()],
  };
}
