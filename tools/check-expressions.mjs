// Whether every regular expression of the product is linear. What was judged once is not judged again while
// neither it nor the judge changes.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productSources } from './check-parts.mjs';
import { findExpressions } from './expressions/find-expressions.mjs';
import { cache, ownNode, root } from './setup.mjs';

const verdicts = join(cache, 'expressions.json');
const judge = fileURLToPath(new URL('./expressions/judge-expression.mjs', import.meta.url));
const judges = 2;

/** Expressions that must be found, and neighbours of theirs that must pass. */
const planted = [
  { source: '^(?:<!--[^]{0,2000}?-->\\s*)*<html', flags: '', isBad: true },
  { source: '(\\w+\\s?)+$', flags: '', isBad: true },
  { source: '(?:a|aa)+b', flags: '', isBad: true },
  { source: '\\p{L}{3,}\\d', flags: 'u', isBad: true },
  { source: '\\s+$', flags: '', isBad: true },
  { source: '<[^>]*>', flags: 'g', isBad: true },
  { source: '#.*$', flags: '', isBad: true },
  { source: '^x\\s*:?\\s*y', flags: 'i', isBad: true },
  { source: '(?:[.!?])\\W*$', flags: '', isBad: true },
  { source: '(?<!\\s)\\s+$', flags: '', isBad: false },
  { source: '<[^<>]*>', flags: 'g', isBad: false },
  { source: '^x\\s*(?::\\s*)?y', flags: 'i', isBad: false },
  { source: '\\s+$', flags: '', bound: 300, isBad: false },
  { source: '(?:a|aa)+b', flags: '', bound: 300, isBad: true },
];

/** What the judge finds in each of the expressions. */
function judgeAll(expressions) {
  if (expressions.length === 0) return [];
  return new Promise((resolve, reject) => {
    const child = spawn(ownNode, [judge], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(JSON.parse(said))
        : reject(new Error(`the judge of expressions ended with ${code}`)),
    );
    child.stdin.end(JSON.stringify(expressions));
  });
}

/** The same, by several processes. */
async function judgeTogether(expressions) {
  const shares = Array.from({ length: judges }, (_, share) =>
    expressions.filter((_one, index) => index % judges === share),
  );
  const found = await Promise.all(shares.map(judgeAll));
  return expressions.map((_one, index) => found[index % judges][Math.floor(index / judges)]);
}

function readVerdicts() {
  try {
    return JSON.parse(readFileSync(verdicts, 'utf8'));
  } catch {
    return {};
  }
}

/** One key for an expression under this judge. */
function keyMaker() {
  const parts = ['attack-strings.mjs', 'judge-expression.mjs'].map((name) =>
    readFileSync(new URL(`./expressions/${name}`, import.meta.url), 'utf8'),
  );
  return ({ source, flags, bound = 0 }) =>
    createHash('sha256')
      .update(JSON.stringify([process.versions.v8, parts, source, flags, bound]))
      .digest('base64url');
}

/**
 * One line for each expression that is not linear, or that cannot be judged; and for each planted one that is
 * judged wrongly.
 */
export async function expressions() {
  const { expressions: written, problems } = findExpressions(productSources());
  const keyOf = keyMaker();
  const known = readVerdicts();
  const wanted = new Map([...written, ...planted].map((one) => [keyOf(one), one]));
  const unknown = [...wanted].filter(([key]) => !(key in known));
  const found = await judgeTogether(
    unknown.map(([, { source, flags, bound }]) => ({ source, flags, bound })),
  );
  // Only what is right is remembered: what is wrong is to be judged again, and so are those that nobody asks
  // for any more.
  const verdictOf = new Map([...wanted.keys()].map((key) => [key, known[key]]));
  unknown.forEach(([key], index) => verdictOf.set(key, found[index] ?? ''));
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    verdicts,
    JSON.stringify(
      Object.fromEntries(
        [...verdictOf].filter(
          ([key, verdict]) => verdict === '' || planted.some((one) => keyOf(one) === key),
        ),
      ),
    ),
  );
  const bad = written.filter((one) => verdictOf.get(keyOf(one)) !== '');
  const sleeping = planted.filter((one) => (verdictOf.get(keyOf(one)) !== '') !== one.isBad);
  return [
    ...problems,
    ...bad.map(
      (one) =>
        `${one.path}:${one.line}: /${one.source}/${one.flags}: ${verdictOf.get(keyOf(one))}; make it linear, or say beside it where its text is bounded (bounded: N, why)`,
    ),
    ...sleeping.map(
      (one) => `the judge sleeps: /${one.source}/${one.flags} is ${one.isBad ? 'not found' : 'found'}`,
    ),
  ];
}
