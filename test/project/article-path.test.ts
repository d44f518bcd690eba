import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Rows of the table "The path of an article" in ARCHITECTURE.md: file, and what it says of it. */
const rows = (() => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const [, table = ''] = /## The path of an article\n[^|]*((?:\|.*\n)+)/.exec(page) ?? [];
  return [...table.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, file = '', says = '']) => ({
    file,
    says,
  }));
})();

/** Names of files of ours that a row mentions beside its own: with their path, or in its folder. */
const mentioned = ({ file, says }: (typeof rows)[number]): readonly string[] =>
  [...says.matchAll(/`([\w./-]+\.ts)`/g)].map(([, name = '']) =>
    name.includes('/') ? name : join(dirname(file), name),
  );

describe('the path of an article in ARCHITECTURE.md', () => {
  it('names files that are there', () => {
    expect(rows.length).toBeGreaterThan(8);
    const named = rows.flatMap((row) => [row.file, ...mentioned(row)]);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('has five files of ours between a message and the pure function', () => {
    const files = rows.map(({ file }) => file);
    const way = files.slice(
      files.indexOf('libs/runtime/src/stage/run-stage.ts'),
      files.indexOf('libs/clean/src/choose-article.ts'),
    );
    expect(way.map((file) => basename(file))).toEqual([
      'run-stage.ts',
      'handle-batch.ts',
      'clean.handler.ts',
      'worker-pool.ts',
      'worker-host.ts',
    ]);
  });

  it('is the way that the code takes: each file names what the next one offers', () => {
    const text = (file: string) => readFileSync(join(root, file), 'utf8');
    expect(text('libs/runtime/src/nest/bus-transport.ts')).toMatch(/runStage\(/);
    expect(text('libs/runtime/src/stage/run-stage.ts')).toMatch(/handleInParts\(/);
    expect(text('libs/runtime/src/stage/handle-batch.ts')).toMatch(/stage\.run\(input, work\)/);
    expect(text('services/clean/src/clean.handler.ts')).toMatch(/@Step\([^]*this\.#cleaner\.run\(/);
    expect(text('libs/runtime/src/stage/worker-pool.ts')).toMatch(/worker-host\.ts/);
    expect(text('libs/runtime/src/stage/worker-host.ts')).toMatch(/runs\.get\(desk\)\?\.\(input, known\)/);
    expect(text('libs/clean/src/cleaning-module.ts')).toMatch(/choose-article\.ts[^]*'chooseArticle'/);
  });
});
