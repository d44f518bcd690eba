import type { ArticleOrigin, Library } from '@newsmill/store';

/** Where all articles of the library came from, a page at a time. */
export async function* pagesOfLibrary(
  library: Pick<Library, 'origins'>,
): AsyncGenerator<readonly ArticleOrigin[]> {
  let after: string | undefined;
  do {
    const page = await library.origins({ after, limit: 500 });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}
