import type { ArticleDocument } from '@newsmill/contracts';
import { toMarkdown, toNewsArticle, toNinjs } from '@newsmill/search';

interface ArticleForm {
  /** Behind the id in the address. */
  readonly ending: string;
  readonly contentType: string;
  readonly write: (article: ArticleDocument) => string;
}

/** The forms in which an article is given; IANA has no media type for ninjs. */
const forms: readonly ArticleForm[] = [
  { ending: '.md', contentType: 'text/markdown; charset=utf-8', write: toMarkdown },
  {
    ending: '.ninjs',
    contentType: 'application/json; charset=utf-8',
    write: (article) => JSON.stringify(toNinjs(article)),
  },
  {
    ending: '.jsonld',
    contentType: 'application/ld+json; charset=utf-8',
    write: (article) => JSON.stringify(toNewsArticle(article)),
  },
];
const plain: ArticleForm = {
  ending: '',
  contentType: 'application/json; charset=utf-8',
  write: (article) => JSON.stringify(article),
};

/** The form and the id of an address such as `<id>.md`. */
export function articleForm(name: string): { readonly id: string; readonly form: ArticleForm } {
  const form = forms.find(({ ending }) => name.endsWith(ending)) ?? plain;
  return { id: name.slice(0, name.length - form.ending.length), form };
}
