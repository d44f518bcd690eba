/**
 * newsmill's cleaner for scorers: default export (html, url) => { text, title, authors, published, language,
 * kind }. It works from a bare clone: packages are installed once, by tools/setup.mjs, when they are not
 * there. Sources are imported as they are.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
if (!existsSync(path.join(root, 'node_modules/htmlparser2'))) {
  const setup = spawnSync(process.execPath, [path.join(root, 'tools/setup.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (setup.status !== 0) throw new Error(`tools/setup.mjs ended with ${setup.status ?? setup.signal}`);
}

// Packages of the repository are taken from their sources, whatever conditions the process was started with.
registerHooks({
  resolve(specifier, context, nextResolve) {
    return nextResolve(
      specifier,
      specifier.startsWith('@newsmill/')
        ? { ...context, conditions: ['newsmill-source', ...context.conditions] }
        : context,
    );
  },
});

const { readPage } = await import('../../libs/clean/src/read-page.ts');

/** Reads one page. Dates are handed out as the page gives them, so that their day is the publisher's day. */
export default function extract(html, url) {
  const { article, kind } = readPage({ html }, { url, now: Date.now() });
  return {
    text: article.text,
    title: article.title,
    authors: article.authors,
    published: article.publishedLocal ?? article.published,
    language: article.language,
    image: article.images[0]?.url,
    kind,
  };
}
