import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FetchedPage, type Source } from '@newsmill/contracts';
import { validateSources } from '@newsmill/source-files';
import { recordPage, testSource } from '@newsmill/operate';
import { openReadingThread } from '@newsmill/reading';
import { testSources } from './recorded.ts';

const paragraphs = Array.from(
  { length: 5 },
  (_, part) =>
    `The harbour master told part ${part} of the story, which began when ${100 + part} people stood on the pier and waited for a boat that did not come.`,
);
const aside =
  'Members of the club of friends may walk across the sands with a warden on any Sunday of this summer.';
const html = `<!doctype html><html lang="en"><head><title>The long way home</title></head><body><article><h1>The long way home</h1><p class="pen">Ilse Marwick</p><div class="story">${paragraphs.map((text) => `<p>${text}</p>`).join('')}<p class="club">${aside}</p></div></article></body></html>`;
const yaml = (rules: string) =>
  `id: herald\nname: Herald\nchannels:\n  - url: https://herald.example/feed.xml\n${rules}`;

describe('recorded pages of a source', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'newsmill-recorded-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  function write(rules: string): Source {
    const path = join(directory, 'herald.yaml');
    writeFileSync(path, yaml(rules));
    const [source] = validateSources([{ path, text: readFileSync(path, 'utf8') }]).sources;
    if (source === undefined) throw new Error('the source holds mistakes');
    return source;
  }
  const page = FetchedPage.parse({
    item: 'i',
    sourceId: 'herald',
    url: 'https://herald.example/news/home',
    finalUrl: 'https://herald.example/news/home',
    fetchedAt: Date.parse('2026-03-12T10:00:00Z'),
    firstSeen: 1,
    status: 200,
    contentType: 'text/html',
    encoding: 'gzip',
    body: gzipSync(html),
  });

  it('are read as they were recorded, until a rule makes them otherwise', async () => {
    const { folder } = await recordPage(directory, write(''), page);
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toBe(html);
    expect(await testSources(undefined, directory)).toBe(0);
    expect(readFileSync(join(folder, 'article.json'), 'utf8')).toContain(aside);
    write('rules:\n  remove: [p.club]\n  authors: article > .pen\n');
    expect(await testSources('herald', directory)).toBe(1);
    const { expected } = await recordPage(
      directory,
      write('rules:\n  remove: [p.club]\n  authors: article > .pen\n'),
      page,
    );
    expect(expected).toMatchObject({
      authors: ['Ilse Marwick'],
      blocks: paragraphs.map((text) => `paragraph: ${text}`),
    });
    expect(await testSources('herald', directory)).toBe(0);
  });

  it('are not tested with a source that holds mistakes, or that is not there', async () => {
    write('');
    expect(await testSources('other', directory)).toBe(1);
    writeFileSync(join(directory, 'herald.yaml'), yaml('rules:\n  body: ["p:hover"]\n'));
    expect(await testSources(undefined, directory)).toBe(78);
  });

  it('are tested by what the source file says too, where they are recorded', async () => {
    const tests = (text: string) => `tests:\n  - url: ${page.finalUrl}\n${text}`;
    const title = '    title: The long way home\n';
    await recordPage(directory, write(''), page);
    write(tests(`${title}    contains: ['part 3 of the story', The long way]\n`));
    expect(await testSources('herald', directory)).toBe(0);
    write(tests('    title: Another way home\n'));
    expect(await testSources('herald', directory)).toBe(1);
    write(tests(`${title}    contains: [part 9 of the story]\n`));
    expect(await testSources('herald', directory)).toBe(1);
    write('tests:\n  - url: https://herald.example/news/never-recorded\n');
    expect(await testSources('herald', directory)).toBe(1);
  });

  it('differ where one of their files was broken by hand, and the others are read all the same', async () => {
    const source = write('');
    const { folder } = await recordPage(directory, source, page);
    await recordPage(directory, source, { ...page, finalUrl: 'https://herald.example/news/other' });
    writeFileSync(join(folder, 'article.json'), '{ "url": ');
    const thread = openReadingThread({ budgetMs: 10_000 });
    try {
      const { tests } = await testSource(thread, source, directory);
      expect(tests.map(({ result }) => result)).toEqual(['different', 'same']);
      expect(tests[0]?.differences).toEqual([expect.stringMatching(/^cannot be read: /)]);
    } finally {
      await thread.close();
    }
  });
});
