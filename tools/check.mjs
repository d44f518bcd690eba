// `npm run check`: types, lint with arrows and purity, planted violations, names, generated files; sizes are listed, never failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { compose } from './check-compose.mjs';
import { documents } from './check-documents.mjs';
import { fields } from './check-fields.mjs';
import { staleFiles } from './gen.mjs';
import { allowed } from './lint/arrows.mjs';
import { planted } from './lint/planted.mjs';
import { typed } from './lint/typed.mjs';
import { node24, root } from './setup.mjs';

const forbiddenNames = new Set([
  'utils',
  'util',
  'common',
  'shared',
  'helpers',
  'helper',
  'misc',
  'manager',
  'base',
]);
const longFile = 220;
const groups = ['libs', 'services'];

function parts() {
  return groups.flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => ({
        name: group === 'libs' ? entry.name : `service-${entry.name}`,
        folder: join(group, entry.name),
      })),
  );
}

function sourceFiles() {
  const below = (folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => ({
      isFile: entry.isFile(),
      path: relative(root, join(entry.parentPath, entry.name)),
    }));
  return parts().flatMap(({ folder }) =>
    existsSync(join(root, folder, 'src')) ? below(join(root, folder, 'src')) : [],
  );
}

function types() {
  const result = spawnSync(
    node24,
    [join(root, 'node_modules', 'typescript7', 'bin', 'tsc'), '-p', 'tsconfig.json', '--pretty', 'false'],
    { cwd: root, encoding: 'utf8' },
  );
  return result.status === 0
    ? []
    : [result.stdout.trim(), result.stderr.trim()].filter((text) => text !== '');
}

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

async function lint() {
  const eslint = new ESLint({ cwd: root, overrideConfig: typed, errorOnUnmatchedPattern: false });
  const results = await eslint.lintFiles(lintedPaths.filter((path) => existsSync(join(root, path))));
  return results.flatMap((result) =>
    result.messages.map(
      (message) =>
        `${relative(root, result.filePath)}:${message.line ?? 0}:${message.column ?? 0} ${message.message} (${message.ruleId ?? 'syntax'})`,
    ),
  );
}

async function plantedViolations() {
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

function names() {
  const badNames = sourceFiles()
    .filter(({ path }) =>
      path
        .split('/')
        .slice(3)
        .some((piece) => forbiddenNames.has(piece.replace(/\..*$/, ''))),
    )
    .map(
      ({ path }) => `${path}: a function that has no home has no name yet; call the file after what it holds`,
    );
  const doors = parts()
    .filter(({ folder }) => !existsSync(join(root, folder, 'src', 'index.ts')))
    .map(({ folder }) => `${folder}/src/index.ts is missing: every part has one door`);
  return [...badNames, ...doors];
}

/** package.json of each part names what its sources import, and nothing that the arrows forbid: the order of builds hangs on it. */
function packages() {
  const problems = [];
  for (const { name, folder } of parts()) {
    const { dependencies = {}, exports: doors } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    for (const dependency of Object.keys(dependencies).filter((key) => key.startsWith('@newsmill/'))) {
      const to = dependency.slice('@newsmill/'.length);
      if (!(allowed[name] ?? []).includes(to))
        problems.push(`${folder}/package.json: ${name} may not depend on ${to}`);
    }
    if (doors?.['.']?.['newsmill-source'] !== './src/index.ts')
      problems.push(`${folder}/package.json: exports must offer ./src/index.ts under newsmill-source`);
    const isBuilt = ({ path }) =>
      path.startsWith(`${folder}/`) && /\.tsx?$/.test(path) && !/\.(test|contract)\.tsx?$/.test(path);
    for (const { path } of sourceFiles().filter(isBuilt)) {
      for (const [, imported] of readFileSync(join(root, path), 'utf8').matchAll(
        /(?:from|import\()\s*'(@newsmill\/[^'/]+)/g,
      )) {
        if (imported !== `@newsmill/${name}` && dependencies[imported] === undefined)
          problems.push(`${path} imports ${imported}, which ${folder}/package.json does not name`);
      }
    }
  }
  return [...new Set(problems)];
}

/** The longest files, for whoever wants to split one. */
function sizes() {
  const lines = (path) => readFileSync(join(root, path), 'utf8').split('\n').length;
  return sourceFiles()
    .filter(({ isFile, path }) => isFile && /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map(({ path }) => ({ path, count: lines(path) }))
    .filter(({ count }) => count > longFile)
    .sort((a, b) => b.count - a.count);
}

const checks = [
  ['types fit', types],
  ['lint, arrows, purity and swallowed errors', lint],
  ['the rules are awake: planted violations are found', plantedViolations],
  ['files and doors are named as the style guide says', names],
  ['packages depend only downwards', packages],
  ['generated files equal their source', staleFiles],
  ['fields of the document: type, schema, API, mapping and page agree, and keep their types', fields],
  ['schemas and AsyncAPI document are well formed', documents],
  ['containers: Compose accepts the file, every service is hardened, no secret stands in it', compose],
];

/** What a check finds; one that cannot run has found that. */
async function findings(check) {
  try {
    return await check();
  } catch (error) {
    return [`the check itself failed: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

/** Runs every check and prints what it finds. Answers how many passed and failed. */
export async function runChecks({ withSizes }) {
  let failed = 0;
  for (const [name, check] of checks) {
    const began = Date.now();
    const problems = await findings(check);
    if (problems.length > 0) failed += 1;
    process.stdout.write(
      `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`,
    );
    for (const problem of problems) process.stdout.write(`     ${problem.replaceAll('\n', '\n     ')}\n`);
  }
  if (withSizes)
    for (const { path, count } of sizes()) process.stdout.write(`long ${path}: ${count} lines\n`);
  return { passed: checks.length - failed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await runChecks({ withSizes: true });
  process.stdout.write(`${passed} checks passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
