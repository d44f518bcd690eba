// Whether every exported function and value, and every file, has a caller that is no test, and whatever a door
// offers one in another part (knip, see knip.config.js). A small mill with a forgotten function and too wide a
// door in it proves that the search is awake.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownNode, root } from './setup.mjs';

const planted = {
  'package.json':
    '{ "name": "planted", "private": true, "type": "module", "workspaces": ["libs/*", "services/*"] }',
  'libs/text/package.json':
    '{ "name": "@planted/text", "type": "module", "exports": { ".": { "newsmill-source": "./src/index.ts", "default": "./dist/index.js" } } }',
  'libs/text/src/index.ts': [
    "export { called, tested } from './words.ts';",
    "export { inner } from './letters.ts';",
    '/** @public For others. */',
    "export { offered } from './signs.ts';",
    '',
  ].join('\n'),
  'libs/text/src/letters.ts': 'export const inner = () => 1;\n',
  'libs/text/src/signs.ts': 'export const offered = 1;\n',
  'libs/text/src/words.ts': [
    "import { inner } from './letters.ts';",
    'export const called = inner;',
    'export const forgotten = () => 2;',
    'export const tested = () => 3;',
    '',
  ].join('\n'),
  'libs/text/src/words.test.ts':
    "import { called, forgotten } from './words.ts';\nvoid called() + forgotten();\n",
  'libs/text/src/lost.ts': 'export const nothing = 0;\n',
  'services/mill/package.json':
    '{ "name": "@planted/mill", "type": "module", "dependencies": { "@planted/text": "*" } }',
  'services/mill/src/index.ts': '',
  'services/mill/src/main.test.ts': "import { tested } from '@planted/text';\nvoid tested();\n",
  'services/mill/src/main.ts': "import { called } from '@planted/text';\nvoid called();\n",
};

/** What knip finds in a folder, a line each. */
function findUncalled(folder) {
  const knip = join(root, 'node_modules', 'knip', 'bin', 'knip.js');
  const { stdout, stderr } = spawnSync(
    ownNode,
    [
      knip,
      '--production',
      // Its paths lead to the parts as they are written, not as they are built.
      ...['--tsConfig', 'tsconfig.json'],
      '--include',
      'exports,files',
      '--no-progress',
      '--no-config-hints',
      '--reporter',
      'json',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  try {
    const { issues } = JSON.parse(stdout);
    return issues.flatMap(({ file, files = [], exports = [] }) => [
      ...files.map(() => `${file}: nobody imports this file`),
      ...exports.map(
        ({ name, line }) =>
          `${file}:${line} ${name}: ${file.endsWith('/src/index.ts') ? 'no other part takes it from this door' : 'no caller but tests'}`,
      ),
    ]);
  } catch (error) {
    throw new Error(`knip did not answer: ${stderr.trim() || stdout.slice(0, 500)}`, { cause: error });
  }
}

function isAwake() {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-planted-'));
  try {
    for (const [path, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const file of ['knip.config.js', 'tsconfig.json']) cpSync(join(root, file), join(folder, file));
    const found = findUncalled(folder).toSorted();
    const expected = [
      'libs/text/src/index.ts:1 tested: no other part takes it from this door',
      'libs/text/src/index.ts:2 inner: no other part takes it from this door',
      'libs/text/src/lost.ts: nobody imports this file',
      'libs/text/src/words.ts:3 forgotten: no caller but tests',
      'libs/text/src/words.ts:4 tested: no caller but tests',
    ];
    return found.join() === expected.join()
      ? []
      : [
          `the search for code without a caller sleeps: of the planted "${expected.join('", "')}" it finds "${found.join('", "')}"`,
        ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function uncalled() {
  const found = findUncalled(root).map(
    (line) =>
      `${line}; delete it, call it, or move it to a folder testing; what is for others says so at the door (/** @public Why. */) or in knip.config.js, with its reason`,
  );
  return [...isAwake(), ...found];
}
