// What readers read of the golden pages, as hashes, with the version of the pipeline that makes it so. Another
// text of a page under the same version would pass for an edit of its publisher (docs/adr/0036), so it is
// refused.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';

const path = 'services/index/src/read-texts.json';
const versionFile = 'services/index/src/write-arrivals.ts';
const pages = join(root, 'libs', 'clean', 'pages');

function pipelineVersion() {
  const [, version] = /pipelineVersion = '(\d+)'/.exec(readFileSync(join(root, versionFile), 'utf8')) ?? [];
  if (version === undefined) throw new Error(`${versionFile} names no pipelineVersion`);
  return version;
}

/** Headline and text of a golden page. */
function hashOf(name) {
  const { title, blocks } = JSON.parse(readFileSync(join(pages, name, 'article.json'), 'utf8'));
  const read = [title, ...blocks.map(({ text }) => text)].join('\n');
  return createHash('sha256').update(read).digest('hex').slice(0, 16);
}

/** Path and text of the list. Throws where a page is read otherwise under the version of before. */
export function readTextFiles() {
  const version = pipelineVersion();
  const texts = Object.fromEntries(readdirSync(pages).map((name) => [name, hashOf(name)]));
  const before = existsSync(join(root, path))
    ? JSON.parse(readFileSync(join(root, path), 'utf8'))
    : undefined;
  const changed = Object.keys(texts).filter(
    (name) => before?.texts[name] !== undefined && before.texts[name] !== texts[name],
  );
  if (before?.version === version && changed.length > 0)
    throw new Error(
      `${changed.join(', ')} of libs/clean/pages are read otherwise than before: raise pipelineVersion in ${versionFile}, or the next visit of such a page counts as an edit of its publisher`,
    );
  return [[path, `${JSON.stringify({ version, texts }, undefined, 2)}\n`]];
}
