// `node tools/test.mjs ARGUMENTS OF JEST` runs the suites that jest is asked for (`--watch PART` runs again what a
// change touches). Two forms are tasks of Nx: `--part FOLDER` runs the quick suites of a part, `--suites` all others;
// they leave their counts where nx.json says, and the rest to `npm test`.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isLate, longSuitesMs } from './long-suites.mjs';
import { cache, ownNode, root, toolEnvironment } from './setup.mjs';
import { newTemporaryFolder } from './temporary-folder.mjs';

/**
 * A run that has reported its results but does not end is held up by something left open; it gets this long.
 */
const graceMs = 60_000;

/**
 * Runs jest; answers its counts. What it cannot report (a crash, a process that never ends) counts as one
 * failure.
 */
function runJest(args, summary, extra) {
  const isWatching = args.some((argument) => /^--watch(All)?$/.test(argument));
  const env = toolEnvironment({
    ...extra,
    NODE_ENV: 'test',
    TEST_SUMMARY: summary,
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    // What suites start from the sources is compiled once, not once for each start.
    NODE_COMPILE_CACHE: join(cache, 'compiled'),
    TEST_WATCH: isWatching ? 'yes' : 'no',
  });
  const child = spawn(
    ownNode,
    [
      // Code of the documents is tried in contexts of its own.
      '--experimental-vm-modules',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...args,
      `--reporters=${join(root, 'tools', 'jest-reporter.mjs')}`,
    ],
    { cwd: root, env, stdio: [isWatching ? 'inherit' : 'ignore', 'inherit', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    let reportedAt = 0;
    let isStuck = false;
    const watch = setInterval(() => {
      if (isWatching || !existsSync(summary)) return;
      reportedAt ||= Date.now();
      if (Date.now() - reportedAt < graceMs || isStuck) return;
      isStuck = true;
      child.kill('SIGKILL');
    }, 1_000);
    const stop = (signal) => child.kill(signal);
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const counts = existsSync(summary)
        ? JSON.parse(readFileSync(summary, 'utf8'))
        : { passed: 0, failed: 1, skipped: [] };
      if (isStuck) process.stdout.write('jest did not end after its last test: something is left open\n');
      const isUnexplained = code !== 0 && counts.failed === 0;
      resolve({ ...counts, failed: counts.failed + (isStuck || isUnexplained ? 1 : 0) });
    });
  });
}

/**
 * Chromium for the suites that open the console; when it cannot be had they fail and say so, they are not
 * skipped.
 */
async function chromiumEnvironment() {
  const { findChromium, installChromium } = await import('./find-chromium.mjs');
  const found = findChromium();
  if (found !== undefined) return { TEST_CHROMIUM: found };
  const installed = installChromium((text) => process.stderr.write(`newsmill test: ${text}\n`));
  if (installed.path !== undefined) return { TEST_CHROMIUM: installed.path };
  process.stderr.write(`newsmill test: ${installed.problem}\n`);
  return { TEST_CHROMIUM_PROBLEM: installed.problem };
}

/**
 * Runs jest with a folder for the servers that its suites share; what they started is ended whatever became
 * of jest.
 */
async function runJestWithServers(args, summary, extra = {}) {
  const { endKeeper } = await import('../test/servers/keeper-client.ts');
  const { formsOfRun } = await import('../test/servers/server-forms.ts');
  const { newServersFolder } = await import('../test/servers/start-servers.ts');
  const folder = newServersFolder();
  try {
    const counts = await runJest(args, summary, {
      ...extra,
      ...(await chromiumEnvironment()),
      TEST_SERVERS_FOLDER: folder,
      TEST_SERVERS_PID: String(process.pid),
    });
    const told = { ...counts, servers: formsOfRun(folder) };
    writeFileSync(summary, JSON.stringify(told));
    return told;
  } finally {
    await endKeeper(folder);
    const log = join(folder, 'keeper.log');
    // What the keeper of the servers had to say (a server that died, a fault of its own) explains failures of
    // suites.
    if (existsSync(log)) process.stderr.write(readFileSync(log, 'utf8'));
    rmSync(folder, { recursive: true, force: true });
  }
}

const suitesBelow = (...folders) =>
  folders.flatMap((folder) =>
    globSync(`${folder}/**/*.test.{ts,tsx}`, {
      cwd: root,
      exclude: (path) => /^(?:node_modules|dist.*)$/.test(path),
    }).map((path) => join(root, path)),
  );
const reporter = (name) => `--reporters=${name}`;

async function runAsked(args) {
  const [form, folder] = args;
  const name = process.env.NX_TASK_TARGET_PROJECT ?? `run-${process.pid}`;
  const summary = join(cache, 'counts', `${name}.json`);
  mkdirSync(dirname(summary), { recursive: true });
  rmSync(summary, { force: true });
  if (form === '--part') {
    const files = suitesBelow(folder).filter((path) => !isLate(path));
    return runJest(
      [
        '--runInBand',
        '--passWithNoTests',
        '--roots',
        folder,
        reporter('default'),
        '--runTestsByPath',
        ...files,
      ],
      summary,
    );
  }
  if (form === '--suites') {
    const files = suitesBelow('libs', 'services', 'test').filter(isLate);
    const lines = reporter(join(root, 'tools', 'jest-lines.mjs'));
    return runJestWithServers([lines, reporter('summary'), '--runTestsByPath', ...files], summary, {
      TEST_LONG_UNTIL: String(Date.now() + longSuitesMs),
    });
  }
  const { passed, failed, skipped, servers } = await runJestWithServers(
    [...args, reporter('default')],
    summary,
  );
  rmSync(summary, { force: true });
  const told = skipped.map(({ name: test, reason }) => `; ${test} (${reason})`).join('');
  process.stdout.write(
    `servers: ${servers}\nskipped: checks and other suites (a part was asked for)${told}\n${passed} passed, ${failed} failed\n`,
  );
  return { failed };
}

const temporary = newTemporaryFolder();
process.env.TMPDIR = temporary;
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
const { failed } = await runAsked(process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
