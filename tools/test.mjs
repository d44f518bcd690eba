// `npm test [-- ARGUMENTS OF JEST]`: the checks beside every suite. `npm test -- --watch PART` runs again what a
// change touches. The last line is `N passed, N failed`; the
// line before it names what was skipped and why.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endKeeper } from '../test/servers/keeper-client.ts';
import { formsOfRun } from '../test/servers/server-forms.ts';
import { newServersFolder } from '../test/servers/start-servers.ts';
import { runChecks } from './check.mjs';
import { findChromium, installChromium } from './find-chromium.mjs';
import { longSuitesMs } from './long-suites.mjs';
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
function runJest(args, extra) {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-test-'));
  const summary = join(folder, 'summary.json');
  const isWatching = args.some((argument) => /^--watch(All)?$/.test(argument));
  const env = toolEnvironment({
    ...extra,
    NODE_ENV: 'test',
    TEST_SUMMARY: summary,
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    // What suites start from the sources is compiled once, not once for each start.
    NODE_COMPILE_CACHE: join(cache, 'compiled'),
    // Whoever asks for a part has time for it.
    ...(args.length === 0 ? { TEST_LONG_UNTIL: String(Date.now() + longSuitesMs) } : {}),
    // In a watch, sources change after they were built.
    TEST_BUILT: isWatching ? 'no' : 'yes',
  });
  const child = spawn(
    ownNode,
    [
      // Code of the documents is tried in contexts of its own.
      '--experimental-vm-modules',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...args,
      ...(args.length === 0
        ? [`--reporters=${join(root, 'tools', 'jest-lines.mjs')}`, '--reporters=summary']
        : ['--reporters=default']),
      `--reporters=${join(root, 'tools', 'jest-reporter.mjs')}`,
      ...(isWatching ? [`--testSequencer=${join(root, 'tools', 'jest-sequencer.mjs')}`] : []),
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
      rmSync(folder, { recursive: true, force: true });
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
function chromiumEnvironment() {
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
async function runJestWithServers(args, extra) {
  const folder = newServersFolder();
  try {
    const counts = await runJest(args, {
      ...extra,
      TEST_SERVERS_FOLDER: folder,
      TEST_SERVERS_PID: String(process.pid),
    });
    return { ...counts, servers: formsOfRun(folder) };
  } finally {
    await endKeeper(folder);
    const log = join(folder, 'keeper.log');
    // What the keeper of the servers had to say (a server that died, a fault of its own) explains failures of
    // suites.
    if (existsSync(log)) process.stderr.write(readFileSync(log, 'utf8'));
    rmSync(folder, { recursive: true, force: true });
  }
}

const temporary = newTemporaryFolder();
process.env.TMPDIR = temporary;
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
const args = process.argv.slice(2);
// Whoever asks for a part of the tests wants its answer, not a minute of lint in front of it.
const isPart = args.length > 0;
// Checks think, while the first suites wait for servers.
const [tests, checks] = await Promise.all([
  runJestWithServers(args, chromiumEnvironment()),
  isPart ? { passed: 0, failed: 0 } : runChecks({ withSizes: false }),
]);
const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed;
const skipped = [
  ...(isPart ? ['checks and other suites (a part was asked for)'] : []),
  ...tests.skipped.map(({ name, reason }) => `${name} (${reason})`),
];
if (!isPart)
  process.stdout.write(`short doses of faults: ${tests.faultSeconds ?? 0} s of suites, beside others\n`);
process.stdout.write(
  `servers: ${tests.servers}\nskipped: ${skipped.length === 0 ? 'none' : skipped.join('; ')}\n${passed} passed, ${failed} failed\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
