import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root, type Document } from './read-documents.ts';

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function withoutBlocks({ text, blocks }: Document): string {
  return blocks.reduce((rest, block) => rest.replace(block.text, ''), text);
}

/** Links between the documents, and from them to files, that lead nowhere. */
export function findDeadLinks(documents: readonly Document[]): string[] {
  const anchors = new Map(
    documents.map((document) => [
      document.path,
      new Set(
        Array.from(withoutBlocks(document).matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchorOf(heading)),
      ),
    ]),
  );
  return documents.flatMap((document) =>
    Array.from(withoutBlocks(document).matchAll(/\]\(([^)\s]+)\)/g), ([, to = '']) => to)
      .filter((to) => !/^[a-z]+:/.test(to))
      .flatMap((to) => {
        const [file = '', anchor] = to.split('#');
        const path = file === '' ? document.path : normalize(join(dirname(document.path), file));
        if (!existsSync(join(root, path))) return [`${document.path}: ${to}: there is no such file`];
        return anchor === undefined || anchors.get(path)?.has(anchor) === true
          ? []
          : [`${document.path}: ${to}: there is no such heading`];
      }),
  );
}
