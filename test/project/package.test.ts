import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(root, 'libs', 'clean', 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'newsmill-package-'));
const consumer = join(folder, 'consumer');
const installed = join(consumer, 'node_modules', '@newsmill', 'clean');

/** An example of the README: a whole program, and what it prints. */
const examples = [...readme.matchAll(/^```js\n([^]*?)^```\n```text\n([^]*?)^```/gm)].map(
  ([, code = '', output = '']) => ({ code, output }),
);

function run(
  command: string,
  words: readonly string[],
  cwd: string,
): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
}

/** Makes the package and installs it into an empty folder; answers why it cannot be installed here. */
function install(): string | undefined {
  const made = run(process.execPath, [join(root, 'tools', 'package.mjs'), folder], root);
  if (made.status !== 0) throw new Error(`tools/package.mjs failed: ${made.said}`);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  copyFileSync(join(root, 'libs', 'clean', 'standalone', 'story.html'), join(consumer, 'story.html'));
  const words = [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--fetch-retries=0',
    join(folder, archive),
  ];
  const done = run('npm', words, consumer);
  return done.status === 0 ? undefined : 'npm cannot install packages here';
}

const problem = install();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function believe(title: string, check: () => void): void {
  if (problem === undefined) it(title, check);
  else it.skip(`${title} (skipped: ${problem})`, check);
}

describe('the package of the cleaner', () => {
  believe('holds nothing of the workspace but what it bundles', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).sort();
    expect(files.filter((file) => /\.\w+$|LICENSE/.test(file))).toEqual([
      'LICENSE',
      'README.md',
      'dist/index.d.ts',
      'dist/index.js',
      'files/page-body.safetensors',
      'files/page-kind.safetensors',
      'files/page-metadata.safetensors',
      'package.json',
    ]);
    const code = ['dist/index.js', 'dist/index.d.ts', 'package.json']
      .map((file) => readFileSync(join(installed, file), 'utf8'))
      .join('\n');
    expect(code.match(/.*@newsmill\/.*|.*sourceMappingURL.*|.*\bworkspace:.*/g)).toEqual([
      '  "name": "@newsmill/clean",',
    ]);
  });

  believe('runs every example of its README as written', () => {
    expect(examples).toHaveLength(3);
    for (const { code, output } of examples) {
      writeFileSync(join(consumer, 'example.js'), code);
      expect(run(process.execPath, ['example.js'], consumer)).toEqual({ status: 0, said: output.trim() });
    }
  });

  believe('has types that a strict program takes, in both ways of finding modules', () => {
    const names = examples.map(({ code }, index) => {
      writeFileSync(join(consumer, `example${index}.ts`), code);
      return `example${index}.ts`;
    });
    const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules', '@types')];
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ]) {
      const how = ['--module', `${module}`, '--moduleResolution', `${resolution}`, '--target', 'es2022'];
      const words = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', ...how, ...types, ...names];
      const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      expect(run(process.execPath, [compiler, ...words], consumer)).toEqual({ status: 0, said: '' });
    }
  });
});
