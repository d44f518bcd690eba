// `npm run ...`: sets up what is missing, then runs the tasks of Nx that the command stands for (nx.json,
// package.json), on the Node of this folder.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './run-child.mjs';
import { nxArguments, ownNode, orExplain, root, setUp, toolEnvironment } from './setup.mjs';

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const runNode = (...args) =>
  runChild(ownNode, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: toolEnvironment(),
  });
const nx = (...args) => runChild(ownNode, nxArguments(args), { cwd: root, env: toolEnvironment() });

/** Targets of the project itself that are no checks. */
const others = ['declarations', 'gen', 'suites', 'long'];
const checks = Object.keys(readJson('package.json').nx.targets).filter((word) => !others.includes(word));

/** What came of one task: a check counts as one, suites as their tests, and whatever else only when it failed. */
function countsOf({ target, projectName, status }) {
  const isGreen = status === 0;
  if (checks.includes(target)) return { passed: Number(isGreen), failed: Number(!isGreen), skipped: [] };
  if (target !== 'test' && target !== 'suites') return { passed: 0, failed: Number(!isGreen), skipped: [] };
  try {
    return readJson(join('node_modules/.cache/newsmill/counts', `${projectName}.json`));
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/** Runs tasks and answers what came of them. */
async function countedRun(...args) {
  const record = join(root, 'node_modules', '.cache', 'nx', 'run.json');
  rmSync(record, { force: true });
  const code = await nx('run-many', ...args);
  const counts = readJson('node_modules/.cache/nx/run.json').tasks.map(countsOf);
  const sum = (key) => counts.reduce((all, one) => all + one[key], 0);
  const failed = sum('failed');
  return {
    passed: sum('passed'),
    // What ended red and told nobody why is a failure, too.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: counts.flatMap(({ skipped }) => skipped),
    faultSeconds: counts.find(({ faultSeconds }) => faultSeconds > 0)?.faultSeconds ?? 0,
    servers: counts.find(({ servers }) => servers !== undefined)?.servers ?? 'none',
  };
}

async function check(...words) {
  const unknown = words.filter((word) => !checks.includes(word));
  if (unknown.length > 0) {
    process.stderr.write(`there is no check "${unknown.join('", "')}"; the words are: ${checks.join(' ')}\n`);
    return 64;
  }
  const { passed, failed } = await countedRun('-p', 'newsmill', '-t', ...(words.length > 0 ? words : checks));
  process.stdout.write(`${passed} checks passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** The whole proof, or what jest is asked for. */
async function test(...args) {
  if (args.length > 0) return runNode('tools/test.mjs', ...args);
  const { passed, failed, skipped, faultSeconds, servers } = await countedRun(
    '-t',
    'suites',
    'test',
    ...checks,
    '--outputStyle=stream',
  );
  process.stdout.write(
    `short doses of faults: ${faultSeconds} s of suites, beside others
servers: ${servers}
skipped: ${skipped.map(({ name, reason }) => `${name} (${reason})`).join('; ') || 'none'}
${passed} passed, ${failed} failed\n`,
  );
  return failed === 0 ? 0 : 1;
}

const commands = {
  build: (...args) => nx('run-many', '-t', 'build', ...args),
  check,
  test,
  'test:quick': (...args) => nx('affected', '-t', 'test', ...args),
  'test:long': () => nx('run', 'newsmill:long', '--outputStyle=stream'),
  format: () => runNode('node_modules/@biomejs/biome/bin/biome', 'format', '--write', '.'),
  gen: () => nx('run', 'newsmill:gen', '--outputStyle=stream'),
  package: (...args) => runNode('tools/package.mjs', ...args),
  bench: (...args) => runNode('bench/bench.ts', ...args),
};

/** Installs what whole runs need of the distribution; what it cannot install, the suites that need it ask for. */
const prepareTests = () =>
  new Promise((done) => {
    const script = join(root, 'tools', 'prepare-tests.mjs');
    spawn(process.execPath, [script], { stdio: 'inherit' }).once('error', done).once('close', done);
  });

const [name = '', ...rest] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  process.stderr.write(`usage: npm run ${Object.keys(commands).join(' | ')}\n`);
  process.exitCode = 64;
} else {
  await orExplain(async () => {
    const prepared = name === 'test' && rest.length === 0 ? prepareTests() : undefined;
    try {
      await setUp({ tools: true, build: name === 'bench' || name === 'test:long' });
      await prepared;
    } catch (error) {
      // What cannot be set up is a failed test, and the last lines of a test run are always these two.
      if (name === 'test')
        process.once('exit', () =>
          process.stdout.write('skipped: everything (the set-up failed)\n0 passed, 1 failed\n'),
        );
      throw error;
    }
    process.exitCode = await commands[name](...rest);
  });
}
