// Whether an expression needs time in proportion to its text: first by its form (scslre), then by its worst
// texts at 1, 10 and 100 KB, judged by ratios of CPU time. Run as a program it reads expressions and writes
// what it finds, as JSON.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script, createContext } from 'node:vm';
import { analyse } from 'scslre';
import { attackText, attacksOn } from './attack-strings.mjs';

const sizes = { tiny: 40, small: 1_000, middle: 10_000, large: 100_000 };
/** Ten times the text costs a linear expression ten times the work, a quadratic one a hundred times. */
const mostGrowth = 30;
/**
 * Below this a measured time is noise. Ten KB cost a quadratic expression 10 ms and more, a linear one a
 * fraction of one.
 */
const noiseMs = 4;
const guardMs = 4_000;
/** The tiny texts of a linear expression, all together, cost a thousandth of this. */
const tinyGuardMs = 1_000;

const stage = createContext({ work: () => {} });
const run = new Script('work()');

/** Whether some work came to its end before the guard ended it. */
function isDone(work, timeout = guardMs) {
  stage.work = work;
  try {
    run.runInContext(stage, { timeout });
  } catch (error) {
    if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return false;
  }
  return true;
}

/** Finds every match in a text. */
function matchAll(expression, text) {
  expression.lastIndex = 0;
  text.replace(expression, '');
}

/** Milliseconds of CPU for every match of some texts; infinite when the guard ended it. */
function cost(expression, texts, timeout = guardMs) {
  const began = process.cpuUsage();
  const isWhole = isDone(() => {
    for (const text of texts) matchAll(expression, text);
  }, timeout);
  const { user, system } = process.cpuUsage(began);
  return isWhole ? (user + system) / 1_000 : Infinity;
}

/** The least of several measurements: what else the machine does only adds to one. */
const leastOf = (times, measure) => Math.min(...Array.from({ length: times }, measure));

/** Whether one of many measurements stays within the noise; one that the guard ended decides. */
function isNoise(measure) {
  for (let time = 0; time < 20; time += 1) {
    const ms = measure();
    if (ms <= noiseMs) return true;
    if (ms === Infinity) return false;
  }
  return false;
}

/** How much more a text costs when it grows tenfold; 0 where that is no more than noise. */
function growthOf(expression, attack) {
  const middle = attackText(attack, sizes.middle);
  if (cost(expression, [middle]) < noiseMs) return 0;
  if (cost(expression, [attackText(attack, sizes.small)]) === Infinity) return Infinity;
  const settled = leastOf(3, () => cost(expression, [middle]));
  if (settled < noiseMs || settled === Infinity) return settled === Infinity ? Infinity : 0;
  const large = attackText(attack, sizes.large);
  return leastOf(settled > 30 ? 1 : 3, () => cost(expression, [large])) / settled;
}

const quoted = ({ lead, pump, end }) =>
  `${JSON.stringify(lead)}, then ${JSON.stringify(pump)} again and again, then ${JSON.stringify(end)}`;

/**
 * What scslre says of the form of an expression: repetitions that part the same text in several ways, or
 * begin anywhere in it.
 */
function formProblem(source, flags) {
  const { reports } = analyse(
    { source, flags },
    { reportTypes: { Trade: true, Self: true, Move: true }, assumeRejectingSuffix: false, maxReports: 1 },
  );
  const [first] = reports;
  return first === undefined
    ? undefined
    : `by its form it is ${first.exponential ? 'exponential' : 'polynomial'} (${first.type}) in runs of ${first.character.literal.source}`;
}

/**
 * The attacks that may cost more than the noise. One guard is around all: most cost next to nothing, and a guard
 * starts a thread.
 */
function costlyOf(expression, attacks, size) {
  const costly = [];
  const isWhole = isDone(() => {
    for (const attack of attacks) {
      const text = attackText(attack, size);
      const began = performance.now();
      matchAll(expression, text);
      // No less than the CPU that it took.
      if (performance.now() - began >= noiseMs) costly.push(attack);
    }
  });
  return isWhole ? costly : attacks;
}

function scaleProblem(expression, attacks) {
  for (const attack of costlyOf(expression, attacks, sizes.middle)) {
    const growth = growthOf(expression, attack);
    if (growth > mostGrowth)
      return `ten times the text costs ${growth === Infinity ? 'more than can be waited for' : `${Math.round(growth)} times the work`}: ${quoted(attack)}`;
  }
  return undefined;
}

/** `undefined` for an expression that is linear, or cheap up to its bound; else what is wrong with it. */
export function judgeExpression({ source, flags, bound }) {
  const expression = new RegExp(source, flags.includes('y') || flags.includes('g') ? flags : `${flags}g`);
  const attacks = attacksOn(source, flags);
  const tiny = attacks.map((attack) => attackText(attack, sizes.tiny));
  const isEndless = (...texts) => cost(expression, texts, tinyGuardMs) === Infinity;
  if (isEndless(...tiny)) {
    const exponential = attacks.find((_attack, index) => isEndless(tiny[index]));
    if (exponential !== undefined) return `it is exponential: ${quoted(exponential)}`;
  }
  if (bound === undefined) return formProblem(source, flags) ?? scaleProblem(expression, attacks);
  const costly = costlyOf(expression, attacks, bound).find(
    (attack) => !isNoise(() => cost(expression, [attackText(attack, bound)])),
  );
  return costly === undefined ? undefined : `even ${bound} signs cost too much: ${quoted(costly)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Machine code from the first run on: an expression that changes from interpreter to code while it is
  // measured has no ratio.
  setFlagsFromString('--no-regexp-tier-up');
  const expressions = JSON.parse(readFileSync(0, 'utf8'));
  process.stdout.write(JSON.stringify(expressions.map((one) => judgeExpression(one) ?? null)));
}
