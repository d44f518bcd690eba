// `npm run check|gen|package|bench`, `npm test`: sets up what is missing, then runs the command on the Node of
// this folder.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './run-child.mjs';
import { ownNode, orExplain, root, setUp, toolEnvironment } from './setup.mjs';

const quiet = '--disable-warning=ExperimentalWarning';
/** What each command runs; all but the formatter work on built packages. */
const commands = {
  format: [quiet, join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', root],
  check: [quiet, join(root, 'tools', 'check.mjs')],
  test: [quiet, join(root, 'tools', 'test.mjs')],
  gen: [quiet, join(root, 'tools', 'gen.mjs')],
  package: [quiet, join(root, 'tools', 'package.mjs')],
  bench: [quiet, join(root, 'bench', 'bench.ts')],
};

/** Installs what whole runs need of the distribution; what it cannot install, the suites that need it ask for. */
const prepareTests = () =>
  new Promise((done) => {
    const script = join(root, 'tools', 'prepare-tests.mjs');
    spawn(process.execPath, [script], { stdio: 'inherit' }).once('error', done).once('close', done);
  });

const [name, ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
if (command === undefined) {
  process.stderr.write(`usage: npm run ${Object.keys(commands).join(' | ')}\n`);
  process.exitCode = 64;
} else {
  await orExplain(async () => {
    const prepared = name === 'test' && rest.length === 0 ? prepareTests() : undefined;
    try {
      await setUp({ tools: true, build: name !== 'format' });
      await prepared;
    } catch (error) {
      // Sources that do not build are a failed test, and the last lines of a test run are always these two.
      if (name === 'test')
        process.once('exit', () =>
          process.stdout.write('skipped: everything (the set-up failed)\n0 passed, 1 failed\n'),
        );
      throw error;
    }
    if (!existsSync(command[1])) {
      process.stderr.write(`${command[1]} is missing; is this checkout complete?\n`);
      process.exitCode = 66;
      return;
    }
    process.exitCode = await runChild(ownNode, [...command, ...rest], { cwd: root, env: toolEnvironment() });
  });
}
