import { openApi } from './openapi.ts';
import { problemsMarkdown } from './problem-pages.ts';

/** Files made from source that are committed; paths from the top of the repository. */
export function generated(): { readonly path: string; readonly text: string }[] {
  return [
    { path: 'services/api/openapi.json', text: `${JSON.stringify(openApi(), undefined, 2)}\n` },
    { path: 'docs/problems.md', text: problemsMarkdown() },
  ];
}
