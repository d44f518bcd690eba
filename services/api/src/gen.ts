import { existsSync, readFileSync } from 'node:fs';
import { apiPromises } from './description/api-promises.ts';
import { openApi } from './description/openapi.ts';
import { problemsMarkdown } from './problems/problem-pages.ts';

/** The promises of version 1 that were made so far; they are only added to. */
export function frozenPromises(): readonly string[] {
  const file = new URL('../v1.txt', import.meta.url);
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

/** Files made from source that are committed; paths from the top of the repository. */
export function generated(): { readonly path: string; readonly text: string }[] {
  const promises = new Set([...frozenPromises(), ...apiPromises(JSON.parse(JSON.stringify(openApi())))]);
  return [
    { path: 'services/api/openapi.json', text: `${JSON.stringify(openApi(), undefined, 2)}\n` },
    { path: 'services/api/v1.txt', text: `${[...promises].sort().join('\n')}\n` },
    { path: 'docs/problems.md', text: problemsMarkdown() },
  ];
}
