import type { ArticleDocument } from '@newsmill/contracts';
import type { Library } from '@newsmill/store';

/** All articles of the library, a page at a time. */
export async function* pagesOfLibrary(
  library: Pick<Library, 'list'>,
): AsyncGenerator<readonly ArticleDocument[]> {
  let after: string | undefined;
  do {
    const page = await library.list({ after, limit: 500 });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}
