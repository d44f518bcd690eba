import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../processes/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-validate-'));
const good = 'id: post\nname: Post\nchannels:\n  - url: https://post.example/feed\n';

describe('validate', () => {
  const validate = (...words: string[]) => runCommand(['validate', folder, ...words]);
  beforeAll(() => writeFileSync(join(folder, 'post.yaml'), good));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says that there is no mistake, in every form', async () => {
    expect(await validate()).toMatchObject({ code: 0, stdout: '1 sources in 1 files: no mistake\n' });
    expect(await validate('--format', 'github')).toMatchObject({ code: 0, stdout: '' });
    const { code, stdout } = await validate('--format', 'json');
    expect([code, JSON.parse(stdout)]).toEqual([0, { problems: [], files: 1 }]);
  });

  it('tells mistakes, ids that stand twice too, for people, programs and pull requests', async () => {
    writeFileSync(join(folder, 'twice.yaml'), good.replace('id: post', "id: 'post'"));
    const file = join(folder, 'twice.yaml');
    const says = `id: the id is already that of ${join(folder, 'post.yaml')}; found "post"`;
    const text = await validate();
    expect(text.stderr).toBe(
      `${file}:1:5 ${says}\n1 mistake in 1 of 2 files; a mill leaves these out and goes on with the others\n`,
    );
    const [json, sarif, github] = await Promise.all(
      ['json', 'sarif', 'github'].map((format) => validate('--format', format)),
    );
    expect([text, json, sarif, github].map((end) => end?.code)).toEqual([78, 78, 78, 78]);
    expect(JSON.parse(json?.stdout ?? '')).toMatchObject({ problems: [{ file, line: 1, column: 5 }] });
    expect(JSON.parse(sarif?.stdout ?? '')).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ message: { text: says } }] }],
    });
    expect(github?.stdout).toBe(`::error file=${file},line=1,col=5,title=Source file::${says}\n`);
  });
});
