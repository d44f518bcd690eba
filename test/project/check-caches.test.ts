import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm run check` knows from its last run must never hide what is wrong now. */
describe('checks that remember', () => {
  let folder: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  /** Exit code and words of the checks, as tasks of Nx, in a small mill with the tools of this one. */
  const check = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(folder, 'node_modules/nx/dist/bin/nx.js'),
        ...['run-many', '-p', 'newsmill', '-t', ...words, '--outputStyle=static-failures-only'],
      ],
      // The run of Nx around this one is told apart by its variables.
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          PATH: `${join(folder, 'node_modules', '.bin')}:${process.env['PATH']}`,
          TMPDIR: tmpdir(),
          NO_COLOR: '1',
        },
      },
    );
    return { status, said: `${stdout}${stderr}` };
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-check-'));
    const copied = ['tools', 'oxlint.config.mjs', 'jest.config.mjs', 'tsconfig.json', 'tsconfig.base.json'];
    for (const path of [...copied, 'nx.json', 'package.json', 'package-lock.json', '.gitignore'])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    // A cache of its own: everything but the hidden folders is that of this checkout.
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync(join(root, 'node_modules')))
      if (!name.startsWith('.') && name !== '@newsmill')
        symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    symlinkSync(join(root, 'node_modules', '.bin'), join(folder, 'node_modules', '.bin'));
    for (const [path, name, tags] of [
      ['libs/text', '@newsmill/text', ['layer:text', 'pure']],
      ['services/fetch', '@newsmill/service-fetch', ['layer:stage']],
    ] as const)
      write(
        `${path}/package.json`,
        JSON.stringify({
          name,
          type: 'module',
          exports: { '.': './src/index.ts' },
          nx: { tags },
        }),
      );
    for (const path of ['test', 'bench', 'deploy']) mkdirSync(join(folder, path));
    write('libs/text/src/say.ts', 'export const say = (): number => 1;\n');
    write('libs/text/src/index.ts', "export { say } from './say.ts';\n");
    write(
      'services/fetch/src/ask.ts',
      "import { say } from '@newsmill/text';\n\nexport function ask(): void {\n  say();\n}\n",
    );
    write(
      'services/fetch/src/count.ts',
      "import { say } from '@newsmill/text';\n\nexport const twice = 2 * say();\n",
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('find what the changed type of an imported function makes wrong in files that stayed as they were', () => {
    const words = ['types', 'lint', 'promises'];
    expect(check(...words)).toMatchObject({ status: 0 });
    expect(check(...words)).toMatchObject({ status: 0 });
    const before = readFileSync(join(folder, 'services/fetch/src/ask.ts'), 'utf8');
    write('libs/text/src/say.ts', 'export const say = async (): Promise<number> => 1;\n');
    const { status, said } = check(...words);
    expect(readFileSync(join(folder, 'services/fetch/src/ask.ts'), 'utf8')).toBe(before);
    expect(status).toBe(1);
    expect(said).toContain('services/fetch/src/count.ts(3,26)');
    expect(said).toContain('services/fetch/src/ask.ts:4:3');
    // And again: what was found is not forgotten when nothing changes.
    expect(check(...words)).toMatchObject({ status: 1, said: expect.stringContaining('ask.ts:4:3') });
    write('libs/text/src/say.ts', 'export const say = (): number => 1;\n');
    expect(check(...words)).toMatchObject({ status: 0 });
  });

  it('find what is wrong in a changed file, and what a changed rule forbids in one that stayed', () => {
    expect(check('lint')).toMatchObject({ status: 0 });
    write('libs/text/src/now.ts', 'export const now = Date.now();\n');
    expect(check('lint')).toMatchObject({ status: 1, said: expect.stringContaining('now.ts:1:20') });
    rmSync(join(folder, 'libs/text/src/now.ts'));
    expect(check('lint')).toMatchObject({ status: 0 });
    const arrows = join(folder, 'tools/lint/arrows.mjs');
    const text = readFileSync(arrows, 'utf8');
    writeFileSync(arrows, `${text}\nallowed['service-fetch'] = [];\n`);
    expect(check('lint')).toMatchObject({ status: 1, said: expect.stringContaining('ask.ts:1:1') });
    writeFileSync(arrows, text);
    expect(check('lint')).toMatchObject({ status: 0 });
  });

  it('say which words there are when one is unknown', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools', 'run.mjs'), 'check', 'types', 'typs'],
      {
        encoding: 'utf8',
      },
    );
    expect(status).toBe(64);
    expect(stderr).toMatch(/^there is no check "typs"; the words are: types format lint /m);
  });
});
