import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { extractBatch } from './extract-batch.ts';

const sentences = [
  'The ferry left the pier at seven in the morning, said the harbour master, who had counted the passengers himself.',
  'The council will pay four million pounds for two boats, which are to cross the estuary every twenty minutes.',
  'Nobody spoke against the plan, although the treasurer had asked for another year to look at the figures again.',
  'The yard on the east bank took on eighteen apprentices, and the first of them began their work in the week after Easter.',
  'Residents of the pier have asked for limits on the noise, which the council wants to measure for half a year.',
  'The old boats were sold to a museum on the other side of the sea, where they can be visited on every day but Monday.',
];
const page = (title: string): string =>
  `<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-12T18:40:00+01:00"></head><body><article><h1>${title}</h1>${sentences.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

function folderOf(lines: readonly unknown[]): { manifest: string; out: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-batch-'));
  mkdirSync(join(folder, 'html'));
  writeFileSync(join(folder, 'html', 'a.html'), page('Ferry returns'));
  writeFileSync(join(folder, 'html', 'b.html.gz'), gzipSync(page('Boats ordered')));
  writeFileSync(join(folder, 'html', 'broken.gz'), 'no gzip');
  writeFileSync(join(folder, 'html', 'huge.gz'), gzipSync(Buffer.alloc(11_000_000, 'a')));
  writeFileSync(
    join(folder, 'in.jsonl'),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return { folder, manifest: join(folder, 'in.jsonl'), out: join(folder, 'out.jsonl') };
}

const answers = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('extractBatch', () => {
  it('answers every line of a manifest, packed or not', async () => {
    const { manifest, out } = folderOf([
      { id: '1', set: 'x', url: 'https://paper.example/a', html: 'html/a.html' },
      '',
      { id: '2', url: 'https://paper.example/b', html: 'html/b.html.gz' },
    ]);
    expect(await extractBatch({ manifest, out, charset: 'utf-8' })).toBe(0);
    const lines = answers(out);
    expect(lines).toMatchObject([
      {
        id: '1',
        url: 'https://paper.example/a',
        title: 'Ferry returns',
        text: sentences.join('\n\n'),
        authors: [],
        published: '2026-03-12T18:40:00+01:00',
        publishedUtc: '2026-03-12T17:40:00.000Z',
        language: 'en',
        kind: 'article',
      },
      { id: '2', title: 'Boats ordered', kind: 'article' },
    ]);
    for (const line of lines)
      expect(line).toMatchObject({
        confidence: expect.any(Number),
        ms: expect.any(Number),
        flags: expect.any(Array),
      });
  });

  it('names each bad line, its mistake and the remedy, and goes on', async () => {
    const { manifest, out } = folderOf([
      'no json',
      { id: '2', html: 'html/a.html' },
      { id: '3', url: 7, html: 'html/a.html' },
      { id: '4', url: 'https://paper.example/a', html: 'html/none.html' },
      { id: '5', url: 'https://paper.example/a', html: '../../etc/passwd' },
      { id: '6', url: 'https://paper.example/a', html: 'html/broken.gz' },
      { id: '7', url: 'https://paper.example/a', html: 'html/huge.gz' },
      { id: '8', url: 'https://paper.example/a', html: 'html' },
      { id: '9', url: 'https://paper.example/a', html: 'html/a.html' },
    ]);
    expect(await extractBatch({ manifest, out })).toBe(1);
    const lines = answers(out);
    expect(
      lines.map((line) => [line['line'], (line['error'] as { code: string } | undefined)?.code]),
    ).toEqual([
      [1, 'not-json'],
      [2, 'bad-fields'],
      [3, 'bad-fields'],
      [4, 'no-file'],
      [5, 'outside-folder'],
      [6, 'bad-gzip'],
      [7, 'too-large'],
      [8, 'no-file'],
      [undefined, undefined],
    ]);
    for (const line of lines.slice(0, -1))
      expect(line['error']).toMatchObject({ message: expect.any(String), remedy: expect.any(String) });
    expect(lines.slice(1, 3)).toMatchObject([{ id: '2' }, { id: '3' }]);
    expect(lines[3]).toMatchObject({ id: '4', url: 'https://paper.example/a' });
    expect(lines.at(-1)).toMatchObject({ id: '9', title: 'Ferry returns' });
  });

  it('reads a page whose address is none', async () => {
    const { manifest, out } = folderOf([{ id: '1', url: 'saved::ferry.html', html: 'html/a.html' }]);
    expect(await extractBatch({ manifest, out })).toBe(0);
    expect(answers(out)).toMatchObject([
      { id: '1', url: 'saved::ferry.html', title: 'Ferry returns', kind: 'article' },
    ]);
  });

  it('says which manifest is missing', async () => {
    await expect(
      extractBatch({ manifest: '/nowhere/in.jsonl', out: join(tmpdir(), 'newsmill-batch-none.jsonl') }),
    ).rejects.toThrow('/nowhere/in.jsonl');
  });
});
