import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findDeadLinks } from './find-dead-links.ts';
import { openPlace, type Place } from './open-place.ts';
import { fileOf, isOnEngine, readDocuments, root, type Block } from './read-documents.ts';
import { parseDeclarations, runTyped, tryScript, typeMistakes } from './try-code.ts';
import { tryHttp } from './try-http.ts';
import { tryJson } from './try-json.ts';
import { tryShell, type Trial } from './try-shell.ts';
import { tryYaml } from './try-yaml.ts';

const documents = readDocuments();
const isSnapshot = (path: string) => path.startsWith('docs/api/');
/** What nobody may hide in a block that is not tried. */
const command = /^\s*(\$ )?(\.\/newsmill|newsmill|npm|curl|docker|GET|POST|PUT|DELETE) /m;

let place: Place;
/** How many pieces of all documents were tried, and how. */
const totals = { run: 0, parsed: 0, signatures: 0 };
beforeAll(async () => {
  place = await openPlace();
}, 240_000);
afterAll(() => place.close(), 60_000);

async function tryBlock(path: string, block: Block): Promise<readonly Trial[]> {
  if (fileOf(block) !== undefined) {
    // Its types are looked at below; test/pipeline/extensions.e2e.test.ts runs it.
    if (block.language === 'json') JSON.parse(block.text.slice(block.text.indexOf('\n')));
    return ['parsed'];
  }
  switch (block.language) {
    case 'sh':
      return tryShell(block, place, path);
    case 'yaml':
      return [await tryYaml(block, place)];
    case 'json':
      return [await tryJson(block, place)];
    case 'http':
      return [await tryHttp(block, place)];
    case 'js':
      return [await tryScript(block, place)];
    case 'ts':
      if (isSnapshot(path)) return [parseDeclarations(block)];
      return [
        path === 'docs/cookbook.md'
          ? await runTyped(block, place.cookbook, place.cookbookKey)
          : await runTyped(block, place.address, place.key),
      ];
    case 'text':
      if (command.test(block.text)) throw new Error('a command stands in a block that nobody tries');
      return [];
    default:
      throw new Error(
        `the block is marked ${JSON.stringify(block.language)}: sh, yaml, json, http, js and ts are tried, text is for what cannot be`,
      );
  }
}

describe('the documents', () => {
  it.each(documents.filter(({ blocks }) => blocks.length > 0))(
    '$path does what its blocks say',
    async (document) => {
      const { path } = document;
      const blocks = document.blocks.filter((block) => !isOnEngine(document, block));
      const mistakes: string[] = [];
      // One after the other: a page is read from top to bottom.
      for (const block of blocks) {
        try {
          for (const trial of await tryBlock(path, block))
            totals[isSnapshot(path) ? 'signatures' : trial] += 1;
        } catch (error) {
          mistakes.push(`${path}:${block.line}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      expect(mistakes).toEqual([]);
    },
  );
  it('run what can be run', () => {
    process.stderr.write(
      `documents: ${totals.run} pieces were run, ${totals.parsed} parsed, ${totals.signatures} signatures\n`,
    );
    expect(totals.run).toBeGreaterThanOrEqual(100);
  });
  it('calls the typed client as its types allow', () => {
    const typed = documents
      .filter(({ path }) => !isSnapshot(path))
      .flatMap(({ path, blocks }) => blocks.map((block) => ({ path, block })))
      .filter(({ block }) => block.language === 'ts');
    expect(typed.length).toBeGreaterThan(30);
    expect(typeMistakes(typed)).toEqual([]);
  });
  it('links to files and headings that are there', () => {
    expect(findDeadLinks(documents)).toEqual([]);
  });
  it('are named rightly by sources, settings and containers', () => {
    const paths = new Set(documents.map(({ path }) => path));
    const files = ['libs', 'services', 'deploy', 'tools', 'bench', 'test']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
          join(folder, path),
        ),
      )
      .filter(
        (path) =>
          /\.(tsx?|mjs|yml|yaml|example|json)$/.test(path) &&
          !path.startsWith('test/documents') &&
          !/\b(dist|node_modules)\b/.test(path),
      );
    const mistakes = [...files, 'docker-compose.yml', '.env.example', 'knip.config.js'].flatMap((path) =>
      Array.from(readFileSync(join(root, path), 'utf8').matchAll(/\bdocs\/[\w-]+\.md\b/g), ([name]) => name)
        .filter((name) => !paths.has(name))
        .map((name) => `${path} names ${name}`),
    );
    expect(mistakes).toEqual([]);
  });
  it('finds a mistake that is planted', async () => {
    const planted: readonly (readonly [string, string])[] = [
      ['sh', './newsmill sources lst\n'],
      ['sh', './newsmill run --role wash\n'],
      ['sh', 'NEWSMILL_POLL_MINIMUM=3m\n'],
      ['sh', "curl 'http://127.0.0.1:8080/api/v1/search?limt=3'\n"],
      ['sh', 'docker compose --profile full up -d --scale wash=3\n'],
      ['yaml', 'chanels: [{ url: https://paper.example/feed }]\n'],
      ['yaml', 'services:\n  clean:\n    imagine: x\n'],
      ['json', '{ "term": { "entities.wikidat": "Q585" } }\n'],
      ['http', 'GET /api/v1/serch\n'],
      ['js', 'const = 3;\n'],
      ['', 'something\n'],
      ['text', './newsmill audit\n'],
    ];
    for (const [language, text] of planted)
      await expect(tryBlock('docs/planted.md', { language, line: 1, text })).rejects.toThrow();
    expect(
      typeMistakes([
        { path: 'planted', block: { language: 'ts', line: 1, text: "await client.GET('/api/v1/serch');\n" } },
      ]),
    ).toHaveLength(1);
    expect(
      findDeadLinks([{ path: 'docs/planted.md', text: '# A\n[a](#b) [c](none.md)\n', blocks: [] }]),
    ).toHaveLength(2);
  });
});
