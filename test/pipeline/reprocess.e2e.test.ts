import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { demoSources, serveDemo } from '../../services/fetch/src/demo/serve-demo.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/**
 * The dirty pages of the demonstration go through a mill that runs every enricher there is and one of the operator's;
 * then facts are found again.
 */
describe('newsmill reprocess after a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-reprocess-'));
  const own = join(folder, 'own.mjs');
  const settings = {
    NEWSMILL_ENRICHERS: `all,${own}`,
    NEWSMILL_VECTORS: 'on',
    NEWSMILL_LOG_LEVEL: 'error',
    NEWSMILL_DEMO: 'no',
  };
  /** Reads all that it is given of the article, its feed included. */
  const writeOwn = (version: string) =>
    writeFileSync(
      own,
      `
    import { createHash } from 'node:crypto';
    const sorted = (key, part) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
    export const enricher = { name: 'own', version: '${version}', about: 'Looks.', facts: ['own'], enrich: ({ article, language, facts }) => [{ name: 'own', value: createHash('sha256').update(JSON.stringify([article, language, facts], sorted)).digest('hex') }] };
  `,
    );
  const newsmill = async (...words: readonly string[]): Promise<string> => {
    const { NODE_OPTIONS: _options, ...environment } = process.env;
    const { stdout, stderr } = await run(
      join(root, 'node_modules/.bin/node'),
      ['services/mill/dist/main.js', ...words],
      { cwd: root, env: { ...environment, ...settings } },
    );
    return `${stdout}${stderr}`;
  };

  beforeAll(async () => {
    writeOwn('1');
    const demo = await serveDemo();
    writeSources(
      join(folder, 'sources'),
      demoSources(demo.origin).filter(({ tags }) => tags?.includes('dirty-pages')),
    );
    const mill = await startMill({ data: join(folder, 'data'), sources: join(folder, 'sources'), settings });
    await untilAtRest(mill.address, 20, 200_000);
    await mill.stop();
    await demo.close();
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('changes nothing where nothing changed, also in a restored copy, and all where an enricher did', async () => {
    const said = await newsmill('reprocess', '--dry-run', '--data', join(folder, 'data'));
    const read = Number(/(\d+) articles read, 0 would change\n$/.exec(said)?.[1] ?? said);
    expect(read).toBeGreaterThan(20);
    const signer =
      /signed by (SHA256:\S+?);/.exec(
        await newsmill('backup', join(folder, 'mill.backup'), '--data', join(folder, 'data')),
      )?.[1] ?? 'nobody';
    await newsmill(
      'restore',
      join(folder, 'mill.backup'),
      '--signed-by',
      signer,
      '--data',
      join(folder, 'copy'),
    );
    expect(await newsmill('reprocess', '--data', join(folder, 'copy'))).toContain(
      `: ${read} articles read, 0 changed\n`,
    );
    writeOwn('2');
    expect(await newsmill('reprocess', 'own', '--data', join(folder, 'copy'))).toContain(
      `own: ${read} articles read, ${read} changed\n`,
    );
    expect(await newsmill('reprocess', '--data', join(folder, 'copy'))).toContain(
      `: ${read} articles read, 0 changed\n`,
    );
    // The log of changes has what changed something, the newest first; a copy begins a log of its own.
    const log = await newsmill('changes', '--json', '--data', join(folder, 'copy'));
    const changes = log
      .trim()
      .split('\n')
      .map((line): { what: string; by: string } => JSON.parse(line));
    expect(changes.map(({ what, by }) => `${what} by ${by}`)).toEqual([
      'articles-reprocessed by command',
      'backup-restored by command',
    ]);
  }, 240_000);
});
