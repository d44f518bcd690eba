// Arrows, purity, swallowed errors and the like (ESLint), and whether the rules are awake. Each of these rules
// looks at the text of one file and at its path: what was clean stays clean until it, a rule, or a package
// changes. What needs types is asked in tools/check-promises.mjs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { planted } from './lint/planted.mjs';
import { cache, root } from './setup.mjs';

const lintedPaths = [
  'libs',
  'services',
  'test',
  'tools',
  'bench',
  'deploy',
  'eslint.config.mjs',
  'jest.config.mjs',
];

/** Where results are kept that these rules gave: a changed rule, setting or package begins again. */
function cacheOfTheseRules() {
  const rules = join('tools', 'lint');
  const hash = createHash('sha256').update(process.version);
  for (const path of [
    'eslint.config.mjs',
    'package-lock.json',
    ...readdirSync(join(root, rules)).map((name) => join(rules, name)),
  ].sort())
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  const name = `lint-${hash.digest('hex').slice(0, 32)}.json`;
  mkdirSync(cache, { recursive: true });
  for (const other of readdirSync(cache))
    if (/^lint-/.test(other) && other !== name) rmSync(join(cache, other), { force: true });
  return join(cache, name);
}

export async function lint() {
  const eslint = new ESLint({
    cwd: root,
    errorOnUnmatchedPattern: false,
    cache: true,
    cacheStrategy: 'content',
    cacheLocation: cacheOfTheseRules(),
  });
  const results = await eslint.lintFiles(lintedPaths.filter((path) => existsSync(join(root, path))));
  return results.flatMap((result) =>
    result.messages.map(
      (message) =>
        `${relative(root, result.filePath)}:${message.line ?? 0}:${message.column ?? 0} ${message.message} (${message.ruleId ?? 'syntax'})`,
    ),
  );
}

export async function plantedViolations() {
  const eslint = new ESLint({ cwd: root });
  const rulesFor = async (path, text) =>
    (await eslint.lintText(text, { filePath: join(root, path) })).flatMap((result) =>
      result.messages.map((message) => message.ruleId ?? message.message),
    );
  const problems = [];
  for (const { rule, path, bad, good } of planted) {
    if (!(await rulesFor(path, bad)).includes(rule))
      problems.push(`${rule} sleeps: it does not see the violation planted in ${path}: ${bad.trim()}`);
    if ((await rulesFor(path, good)).includes(rule))
      problems.push(`${rule} sees a fault where there is none, in ${path}: ${good.trim()}`);
  }
  return problems;
}
