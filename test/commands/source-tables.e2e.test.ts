import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSourceFolder } from '@newsmill/source-files';
import { runCommand } from '../processes/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-tables-'));
const [sources, copy, table] = [join(folder, 'sources'), join(folder, 'copy'), join(folder, 'sources.csv')];
const rules = 'rules:\n  body: [main .story]\n  remove: [.promo]\n';

describe('sources in other forms', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const importTable = (...words: string[]) =>
    runCommand(['sources', 'import', table, '--sources', sources, ...words]);

  it('come from a table, those that are there left alone', async () => {
    mkdirSync(sources);
    writeFileSync(
      join(sources, 'post.yaml'),
      `id: post\nname: Post\nchannels:\n  - url: https://post.example/feed\n${rules}`,
    );
    writeFileSync(
      table,
      [
        'id;name;url;kind;tags',
        'post;Post;https://post.example/feed;;',
        'post;Post;https://post.example/other;;',
        ';;https://herald.example/feed;;local',
        ';;https://herald.example/sport;;',
        'courier;Courier;https://courier.example/feed;feed;a|b',
        'courier;;https://courier.example/latest;list;',
      ].join('\r\n'),
    );
    const dry = await importTable('--dry-run');
    expect(dry.stdout).toContain('3 would be added, 0 known already, 1 left out');
    expect(readdirSync(sources)).toEqual(['post.yaml']);
    const { code, stdout, stderr } = await importTable();
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(
        /^left out: https:\/\/post\.example\/feed: the id post is that of another source/,
      ),
    ]);
    expect(stdout).toContain('3 added');
    const all = openSourceFolder(sources).sources();
    expect(all.map(({ id, channels }) => [id, channels.map(({ kind }) => kind).join()])).toEqual([
      ['courier', 'feed,list'],
      ['herald-example-2', 'feed'],
      ['herald-example', 'feed'],
      ['post', 'feed'],
    ]);
    expect((await importTable()).stdout).toContain('0 added, 3 known already, 1 left out');
  });

  it('come with the place of each mistake', async () => {
    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, 'url,kind\nhttps://tide.example/feed,fead\n');
    const { code, stdout, stderr } = await runCommand(['sources', 'import', bad, '--sources', sources]);
    expect(stderr).toMatch(/bad\.csv:2:27 kind: is none of the allowed values; .*did you mean feed\?/);
    expect([code, stdout]).toEqual([78, '0 added, 0 known already, 0 left out\n']);
  });

  it('are written as files that say the same, with the schema that these name', async () => {
    const words = ['sources', 'export', '--format', 'yaml'];
    const { code, stdout } = await runCommand([...words, copy, '--sources', sources]);
    expect([code, stdout]).toEqual([0, `4 source files written to ${copy}\n`]);
    const [before, after] = [sources, copy].map((path) => openSourceFolder(path));
    expect(after?.sources()).toEqual(before?.sources());
    expect(after?.problems()).toEqual([]);
    const text = readFileSync(join(copy, 'post.yaml'), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/source\.schema\.json\n/);
    expect(JSON.parse(readFileSync(join(copy, 'source.schema.json'), 'utf8'))).toMatchObject({
      properties: { channels: {}, rules: {} },
    });
    expect(await runCommand([...words, copy, '--sources', sources])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('exists already'),
    });
    expect(await runCommand([...words, '--sources', sources])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('name the folder'),
    });
  });
});
