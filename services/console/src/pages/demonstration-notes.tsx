import type { ArticleDocument } from '@newsmill/contracts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

const dirtyTag = 'dirty-pages';
const dirtySearch = `/?q=${encodeURIComponent(`tag:${dirtyTag}`)}`;

/** Says of lists that the demonstration is among their articles, and how it is removed. */
export function DemonstrationNote({ isThere }: { readonly isThere: boolean }) {
  return isThere ? (
    <p class="demonstration quiet">
      <Sentence
        text="A demonstration: these papers and their news of a month are invented. Its <a>dirty pages</a> are a section of their own. {command} removes it."
        a={<a href={dirtySearch} />}
        command={<code dir="ltr">npm start -- --no-demo</code>}
      />
    </p>
  ) : null;
}

/** Explains a search that shows the dirty pages alone. */
export function DirtyPagesNote({ isShown }: { readonly isShown: boolean }) {
  return isShown ? (
    <section class="found demonstration-dirty" aria-labelledby="dirty-pages">
      <h2 id="dirty-pages">{say('Dirty pages')}</h2>
      <p>
        {say(
          'These pages of the demonstration are dirty on purpose, as pages in the wild are: hacked, in old charsets, with lost letters, and with bars, boxes, credits and notices around the text. They show what the mill takes away.',
        )}
      </p>
      <p>
        {say('Open one of them, and compare it with its original page; “Why is it so?” explains the result.')}
      </p>
    </section>
  ) : null;
}

/** Says of an article that it is of the demonstration; of a dirty page why it is there and what was taken away. */
export function DemonstrationArticle({
  article: { id, tags, removals },
}: {
  readonly article: Pick<ArticleDocument, 'id' | 'tags' | 'removals'>;
}) {
  if (!tags.includes('demonstration')) return null;
  if (!tags.includes(dirtyTag))
    return <p class="demonstration quiet">{say('An invented article of the demonstration.')}</p>;
  return (
    <aside class="found demonstration-dirty" aria-label={say('About this dirty page')}>
      <p>
        <Sentence
          text="This invented page is dirty on purpose: lines of intruders, an old charset, bars, boxes and notices stand in it, as in pages in the wild. <a>All dirty pages</a>"
          a={<a href={dirtySearch} />}
        />
      </p>
      <p>
        <Sentence
          text="The mill took away or repaired {count:# piece|# pieces}. <a>See the page as it came</a>, or read <b>why the result is so</b>."
          count={removals.length}
          a={<a href={`/articles/${encodeURIComponent(id)}/original`} />}
          b={<a href="#why" />}
        />
      </p>
    </aside>
  );
}
