import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A fenced block of a document. */
export interface Block {
  /** The word behind the fence; empty where there is none. */
  readonly language: string;
  /** Of its first line of text, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The path of a block that is a whole file of a service, as its first line says; the extension suite runs these. */
export function fileOf({ text }: Block): string | undefined {
  return /^\/\/ (services\/\S+)\n/.exec(text)?.[1];
}

/** A Markdown document of the project. */
export interface Document {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

function blocksOf(path: string, text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^\s*(`{3,}|~{3,})(\S*)\s*$/.exec(lines[at] ?? '');
    if (fence === null) continue;
    const [, mark = '', language = ''] = fence;
    const end = lines.findIndex((line, index) => index > at && line.trim() === mark);
    if (end === -1) throw new Error(`${path}:${at + 1}: the fence has no end`);
    blocks.push({ language, line: at + 2, text: `${lines.slice(at + 1, end).join('\n')}\n` });
    at = end;
  }
  return blocks;
}

/** Every Markdown file in the root and, at any depth, in docs. */
export function readDocuments(): readonly Document[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join('docs', path),
  );
  return [...readdirSync(root), ...below]
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, blocks: blocksOf(path, text) };
    });
}

const onEngine = { path: 'docs/first-hour.md', heading: '## With Docker alone' };

/** Whether a block stands in the section that is run, block after block, by test/compose/first-minutes. */
export function isOnEngine({ path, text }: Document, { line }: Block): boolean {
  if (path !== onEngine.path) return false;
  const headings = text
    .split('\n')
    .slice(0, line)
    .filter((one) => /^## /.test(one));
  return headings.at(-1) === onEngine.heading;
}
