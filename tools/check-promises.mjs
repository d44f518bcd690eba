// Whether a promise is left alone, mistaken for a value, or awaited where there is none: an error would be lost.
// These rules need the types of what a file imports, so nothing is remembered; oxlint asks the native compiler.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownNode, root } from './setup.mjs';

const rules = join(root, 'tools', 'lint', 'promises.json');

/** What oxlint finds in the parts of a folder, a line each. */
function promisesLeftAlone(folder) {
  const { stdout, stderr } = spawnSync(
    ownNode,
    [
      join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'),
      ...['--config', rules, '--type-aware', '--tsconfig', 'tsconfig.json', '--format', 'json'],
      ...['libs', 'services'],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  try {
    return JSON.parse(stdout).diagnostics.map(
      ({ filename, labels, message, code }) =>
        `${filename}:${labels[0]?.span.line ?? 0}:${labels[0]?.span.column ?? 0} ${message} (${code})`,
    );
  } catch (error) {
    throw new Error(`oxlint did not answer: ${(stderr.trim() || stdout).slice(0, 500)}`, { cause: error });
  }
}

const said = (isLate) =>
  `export const say = ${isLate ? 'async ' : ''}(): ${isLate ? 'Promise<number>' : 'number'} => 1;\n`;
/** A small mill whose file does wrong only when what it imports answers later. */
const planted = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      noEmit: true,
      allowImportingTsExtensions: true,
      strict: true,
      types: [],
    },
    include: ['libs/*/src/**/*.ts', 'services/*/src/**/*.ts'],
  }),
  'libs/text/src/say.ts': said(false),
  'services/mill/src/main.ts':
    "import { say } from '../../../libs/text/src/say.ts';\nsay();\nexport const x = say() ? 1 : 2;\nvoid say();\n",
};

/** The rules see a promise where the type of an imported function made one, and nothing before. */
function isAwake() {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-planted-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    for (const [path, text] of Object.entries(planted)) write(path, text);
    const before = promisesLeftAlone(folder);
    write('libs/text/src/say.ts', said(true));
    const places = promisesLeftAlone(folder).map((line) => line.split(' ')[0]);
    const wanted = ['services/mill/src/main.ts:2:1', 'services/mill/src/main.ts:3:18'];
    return before.length === 0 && places.toSorted().join() === wanted.join()
      ? []
      : [
          `the rules about promises sleep: before a planted change they find "${before.join('", "')}" instead of nothing, after it "${places.join('", "')}" instead of "${wanted.join('", "')}"`,
        ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function promises() {
  return [...isAwake(), ...promisesLeftAlone(root)];
}
