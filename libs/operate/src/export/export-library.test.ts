import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteLibrary, type Library } from '@newsmill/store';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import { BadExport, exportToFile } from './export-library.ts';

describe('an export file', () => {
  let folder: string;
  let library: Library;
  let out: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsmill-export-'));
    library = await openSqliteLibrary({ path: join(folder, 'library.db'), searchLimitMs: 60_000 });
    out = join(folder, 'articles');
    await library.write([sampleArticle('a'), sampleArticle('b')]);
  });
  afterEach(async () => {
    await library.close();
    await rm(folder, { recursive: true, force: true });
  });
  const idsOf = async () =>
    (await readFile(out, 'utf8'))
      .trimEnd()
      .split('\n')
      .flatMap((line) => {
        const { id }: { readonly id?: string } = JSON.parse(line);
        return id ?? [];
      });

  it('grows by what changed', async () => {
    await exportToFile(library, out, { format: 'ndjson', isContinued: true });
    expect(await idsOf()).toEqual(['a', 'b']);
    await library.write([sampleArticle('c')]);
    await library.remove([{ id: 'a', version: 1 }]);
    await exportToFile(library, out, { format: 'ndjson', isContinued: true });
    expect(await idsOf()).toEqual(['a', 'b', 'c', 'a']);
    await exportToFile(library, out, { format: 'ndjson', isContinued: false });
    expect(await idsOf()).toEqual(['b', 'c', 'a']);
  });

  it('is mended where writing was cut off', async () => {
    await exportToFile(library, out, { format: 'csv', isContinued: false });
    const whole = await readFile(out, 'utf8');
    await appendFile(out, '"live","half a li');
    await library.write([sampleArticle('c')]);
    await exportToFile(library, out, { format: 'csv', isContinued: true });
    const lines = (await readFile(out, 'utf8')).split('\r\n');
    expect(lines.slice(0, 3)).toEqual(whole.split('\r\n').slice(0, 3));
    expect(lines[3]).toMatch(/^"live","c",/);
    expect(lines).toHaveLength(5);
  });

  it('is not gone on with where it is another', async () => {
    await exportToFile(library, out, { format: 'csv', isContinued: false });
    await expect(exportToFile(library, out, { format: 'ndjson', isContinued: true })).rejects.toBeInstanceOf(
      BadExport,
    );
    await writeFile(out, '');
    await expect(exportToFile(library, out, { format: 'csv', isContinued: true })).rejects.toBeInstanceOf(
      BadExport,
    );
    await writeFile(`${out}.cursor`, 'nonsense');
    await expect(exportToFile(library, out, { format: 'csv', isContinued: true })).rejects.toBeInstanceOf(
      BadExport,
    );
  });
});
