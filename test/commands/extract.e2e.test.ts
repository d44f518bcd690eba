import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const pages = join(root, 'libs', 'clean', 'pages');
const wholePages = readdirSync(pages).filter((name) => name.endsWith('--whole-page'));

function extract(args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, ['services/mill/dist/main.js', 'extract', ...args], {
    encoding: 'utf8',
    cwd: root,
    input,
    env: { ...process.env, ...environment },
  });
}

describe('newsmill extract', () => {
  it.each(wholePages)(
    'shows of %s where each field was found and names each box that was taken away',
    (name) => {
      const expected: { title: string; removals: string[]; flags: string[] } = JSON.parse(
        readFileSync(join(pages, name, 'article.json'), 'utf8'),
      );
      const { stdout, status } = extract([
        join(pages, name, 'page.html'),
        '--url',
        `https://${name.split('--')[0] ?? ''}.example/news/2026/story`,
      ]);
      expect(status).toBe(0);
      const [found = '', taken = ''] =
        stdout.split('## Where it was found')[1]?.split('## What was taken away') ?? [];
      expect(found).toContain(`- title: ${expected.title.slice(0, 60)}`);
      for (const field of ['published', 'authors', 'publisher', 'text', 'kind'])
        expect(found).toMatch(new RegExp(`^- ${field}: .+ \\(.+, \\d+ %\\)$`, 'm'));
      for (const removal of expected.removals)
        expect(taken).toContain(`- ${removal.replace(/\s+/g, ' ').trimEnd()}`);
      expect(stdout).toContain(`Flags: ${expected.flags.join(', ')}`);
    },
  );

  it('reads standard input and writes every format', () => {
    const html = readFileSync(join(pages, 'deichbote--boxes', 'page.html'), 'utf8');
    const ask = (format: string): string => extract(['-', '--format', format], html).stdout;
    expect(ask('text')).toMatch(/^Sturmflut: Hafen von Osterkoog bleibt bis Freitag gesperrt\n\n/);
    expect(ask('html')).toMatch(/^<p><a href="https:\/\/bilder\.[^<]*<\/a><\/p>\n<p>Der Hafen von Osterkoog/);
    const kinds = ask('blocks')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(kinds.slice(0, 2)).toMatchObject([{ kind: 'image' }, { kind: 'paragraph' }]);
    expect(JSON.parse(ask('json'))).toMatchObject({ authors: ['Wiebke Tönnies'] });
  });

  it('asks no server of the mill', () => {
    const { stderr, status } = extract(['https://search.mill.example:9243/_search'], '', {
      NEWSMILL_ELASTICSEARCH_URL: 'https://search.mill.example:9243',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('search.mill.example:9243 is a server of this mill');
  });

  it('reads the pages of a manifest and says what is wrong with a line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-manifest-'));
    writeFileSync(join(folder, 'a.html'), readFileSync(join(pages, 'deichbote--boxes', 'page.html')));
    writeFileSync(
      join(folder, 'in.jsonl'),
      `${JSON.stringify({ id: 'a', url: 'https://deichbote.example/a', html: 'a.html' })}\n{\n`,
    );
    const { stdout, stderr, status } = extract(['--manifest', join(folder, 'in.jsonl')]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: 'a', language: 'de', kind: 'article' },
      { line: 2, error: { code: 'not-json' } },
    ]);
    expect(stderr).toContain('2 pages: 1 articles, 0 of other kinds, 1 not read');
    expect(status).toBe(1);
  });

  it('asks for a page or a manifest, not for both', () => {
    expect(extract([])).toMatchObject({ status: 2, stdout: '' });
    expect(extract(['a.html', '--manifest', 'in.jsonl']).status).toBe(2);
  });
});
