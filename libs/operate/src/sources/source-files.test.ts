import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '@newsmill/contracts';
import { Refusal } from '../refusal.ts';
import { mendFile, readFileOfSource } from './mend-file.ts';
import { editSource, putSource, readSource, removeSource, switchSource } from './source-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'newsmill-source-files-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const input = { id: 'tide-post', name: 'Tide Post', channels: [{ url: 'https://tide-post.example/feed' }] };
const demo = Source.parse({ id: 'demo', name: 'Demo', channels: [{ url: 'https://demo.example/feed' }] });
const here = {
  folder: {
    directory,
    sources: () => [demo],
    sourceOf: (id: string) => (id === demo.id ? demo : undefined),
    problems: () => [],
  },
};
const elsewhere = { folder: { ...here.folder, directory: join(directory, 'nowhere') } };
const anyVersion = () => undefined;
const refused = (code: string) => expect.objectContaining({ constructor: Refusal, code });
const told = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    return error;
  }
};

describe('source files', () => {
  it('are made, replaced and removed, after whoever asks has seen what is there', async () => {
    const seen: unknown[] = [];
    const judge = (before: unknown) => void seen.push(before);
    expect(await putSource(here, input, judge)).toMatchObject({ isNew: true, source: { id: 'tide-post' } });
    expect(await readSource(here, 'tide-post')).toMatchObject({
      source: { name: 'Tide Post' },
      text: readFileSync(join(directory, 'tide-post.yaml'), 'utf8'),
    });
    expect(await putSource(here, { ...input, name: 'Tide' }, judge)).toMatchObject({
      isNew: false,
      source: { name: 'Tide' },
    });
    await removeSource(here, 'tide-post', judge);
    expect(seen).toEqual([
      undefined,
      expect.objectContaining({ source: expect.objectContaining({ name: 'Tide Post' }) }),
      expect.objectContaining({ source: expect.objectContaining({ name: 'Tide' }) }),
    ]);
    expect(readdirSync(directory)).toEqual(['source.schema.json']);
  });
  it('keep the comments of their keepers when another definition comes', async () => {
    const path = join(directory, 'tide-post.yaml');
    writeFileSync(
      path,
      '# Ask Mara first.\nid: tide-post\nname: Tide Post # as printed\nchannels:\n  - url: https://tide-post.example/feed\n',
    );
    const { text } = await putSource(here, { ...input, name: 'Tide', language: 'en' }, anyVersion);
    expect(text).toContain('# Ask Mara first.');
    expect(text).toContain('name: Tide # as printed');
    expect(text).toContain('language: en');
    expect(readFileSync(path, 'utf8')).toBe(text);
    rmSync(path);
  });
  it('are shown with their mistakes and mended, by the name of the file', async () => {
    const path = join(directory, 'tide-post.yaml');
    const good = 'id: tide-post\nname: Tide Post\nchannels:\n  - url: https://tide-post.example/feed\n';
    const bad = good.replace('channels', 'chanels');
    writeFileSync(path, bad);
    expect(await told(() => putSource(here, input, anyVersion))).toMatchObject({
      code: 'not-supported',
      message: expect.stringContaining('tide-post.yaml has mistakes'),
    });
    const file = await readFileOfSource(here, 'tide-post.yaml');
    expect(file).toMatchObject({ name: 'tide-post.yaml', text: bad, problems: [{}, { line: 3 }] });
    expect(await readFileOfSource(here, '../tide-post.yaml')).toBeUndefined();
    expect(await readFileOfSource(here, 'none.yaml')).toBeUndefined();
    const mend = (text: string) => mendFile(here, { name: 'tide-post.yaml', text }, anyVersion);
    expect(await told(() => mend(bad))).toMatchObject({ code: 'bad-body' });
    expect(await told(() => mend(good.replace('tide-post', 'demo')))).toMatchObject({
      message: expect.stringContaining('another file has the source demo'),
    });
    expect(readFileSync(path, 'utf8')).toBe(bad);
    expect(await mend(good)).toMatchObject({ id: 'tide-post' });
    expect(await readFileOfSource(here, 'tide-post.yaml')).toMatchObject({ text: good, problems: [] });
    rmSync(path);
  });
  it('are not written with mistakes that only reading the whole file finds', async () => {
    await putSource(here, input, anyVersion);
    const wrong = { ...input, rules: { remove: ['aside', 'p..x'], title: 'h1[' } };
    expect(await told(() => putSource(here, wrong, anyVersion))).toMatchObject({
      code: 'bad-body',
      message: expect.stringContaining('rules/remove/1: the selector cannot be read at character 2'),
      errors: [{ pointer: '#/rules/remove/1' }, { pointer: '#/rules/title' }],
    });
    expect((await readSource(here, 'tide-post'))?.source.rules).toBeUndefined();
    await removeSource(here, 'tide-post', anyVersion);
  });
  it('stay as they are where whoever asks meant another version', async () => {
    await putSource(here, input, anyVersion);
    const no = new Error('not as you read it');
    const judge = () => {
      throw no;
    };
    expect(await told(() => putSource(here, { ...input, name: 'Other' }, judge))).toBe(no);
    expect(await told(() => removeSource(here, 'tide-post', judge))).toBe(no);
    expect((await readSource(here, 'tide-post'))?.source.name).toBe('Tide Post');
  });
  it('are not made for sources of the program, nor where sources come from elsewhere', async () => {
    expect(await readSource(here, 'demo')).toEqual({ source: demo });
    for (const work of [
      () => putSource(here, { ...input, id: 'demo' }, anyVersion),
      () => removeSource(here, 'demo', anyVersion),
    ])
      expect(await told(work)).toEqual(refused('not-supported'));
    expect(await readSource(elsewhere, 'demo')).toEqual({ source: demo });
    expect(await readSource(elsewhere, 'tide-post')).toBeUndefined();
    for (const work of [
      () => putSource(elsewhere, input, anyVersion),
      () => removeSource(elsewhere, 'tide-post', anyVersion),
    ])
      expect(await told(work)).toEqual(refused('not-supported'));
  });
  it('are paused and resumed by one word; all else of them stays', async () => {
    const text = `# Kept.\nid: tide-post\nname: Tide Post # short\nchannels:\n  - url: https://tide-post.example/feed\n`;
    const path = join(directory, 'tide-post.yaml');
    writeFileSync(path, text);
    expect((await switchSource(here, 'tide-post', false)).source.enabled).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(`${text}enabled: false\n`);
    expect((await switchSource(here, 'tide-post', true)).source.enabled).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(`${text}enabled: true\n`);
    await switchSource(here, 'tide-post', true);
    expect(await told(() => switchSource(here, 'nobody', false))).toEqual(refused('unknown-source'));
    expect(await told(() => switchSource(here, 'demo', false))).toEqual(refused('not-supported'));
    expect(await told(() => switchSource(elsewhere, 'tide-post', false))).toEqual(refused('not-supported'));
  });
  it('are edited as text, where it has no mistake and is still the same source', async () => {
    await putSource(here, input, anyVersion);
    const before = (await readSource(here, 'tide-post'))?.text ?? '';
    const edit = (text: string) => told(() => editSource(here, { id: 'tide-post', text }, anyVersion));
    expect(await edit(`${before}tags: [sea] # by hand\n`)).toMatchObject({ source: { tags: ['sea'] } });
    expect((await readSource(here, 'tide-post'))?.text).toContain('tags: [sea] # by hand');
    expect(await edit(before.replace('tide-post', 'tide-mail'))).toMatchObject({
      code: 'bad-body',
      errors: [{ pointer: '#/id' }],
    });
    expect(await edit('id: tide-post\nnmae: x\n')).toMatchObject({ code: 'bad-body' });
    expect((await readSource(here, 'tide-post'))?.text).toContain('tags: [sea] # by hand');
    expect(await told(() => editSource(here, { id: 'nobody', text: before }, anyVersion))).toEqual(
      refused('unknown-source'),
    );
  });
});
