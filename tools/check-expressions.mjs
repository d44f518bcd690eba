// Whether every regular expression of the product is linear.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { productSources } from './check-parts.mjs';
import { findExpressions } from './expressions/find-expressions.mjs';
import { ownNode, root } from './setup.mjs';

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

const keyOf = ({ source, flags, bound = 0 }) => JSON.stringify([source, flags, bound]);

/**
 * One line for each expression that is not linear, or that cannot be judged; and for each planted one that is
 * judged wrongly.
 */
export async function expressions() {
  const { expressions: written, problems } = findExpressions(productSources());
  const wanted = [...new Map([...written, ...planted].map((one) => [keyOf(one), one])).values()];
  const found = await judgeTogether(wanted.map(({ source, flags, bound }) => ({ source, flags, bound })));
  const verdictOf = new Map(wanted.map((one, index) => [keyOf(one), found[index] ?? '']));
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
