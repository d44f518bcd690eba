import { readdirSync, readFileSync } from 'node:fs';
import type { FetchedPage } from '@newsmill/contracts';
import { demoFolder, readDemoPaper } from '../demo/read-demo-paper.ts';

const golden = new URL('../../../../libs/clean/pages/', import.meta.url);

export type Page = Pick<
  FetchedPage,
  'url' | 'contentType' | 'body' | 'entry' | 'sourceLanguage' | 'sourceCountry'
>;

/**
 * The pages of the demonstration paper as their feeds tell of them, and the golden ones, each with another
 * claim of its language.
 */
export async function readPages(): Promise<Page[]> {
  const paper = (await readDemoPaper()).map((page): Page => {
    const url = `https://courier.example${page.path}`;
    const entry = {
      url,
      title: page.title,
      summary: page.summary,
      authors: page.authors,
      categories: [page.section, 'Sport'],
      published: page.published,
      language: page.language,
    };
    return {
      url,
      contentType: page.contentType,
      body: readFileSync(new URL(`pages/${page.slug}.html`, demoFolder)),
      entry,
      sourceLanguage: 'en-GB',
      sourceCountry: 'GB',
    };
  });
  const claims = ['en-US', 'de_AT', undefined, 'nl', 'zh-Hant', 'x-default'];
  const pages = readdirSync(golden).map(
    (name, index): Page => ({
      url: `https://${name.split('--')[0] ?? ''}.example/sport/${index}/`,
      contentType: 'text/html',
      body: readFileSync(new URL(`${name}/page.html`, golden)),
      sourceLanguage: claims[index % claims.length],
    }),
  );
  return [...paper, ...pages];
}
