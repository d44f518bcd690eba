import { renderPage } from '../frame.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatCount, formatLanguage, formatMoment } from '../pieces/format.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, PreviewView } from '../views.ts';
import type { CleanArticle } from '@newsmill/contracts';
import type { Preview } from '@newsmill/operate';
import { ArticleBody } from './article-body.tsx';
import { ArticleEvidence, FlagNotes } from './article-evidence.tsx';
import { AddedNote, AddForms, bestAddress, Candidates, SectionsNote } from './preview-channels.tsx';

function Article({ article }: { readonly article: CleanArticle }) {
  const byline = article.authors.length === 0 ? article.byline : article.authors.join(', ');
  return (
    <div class="columns article">
      <article class="story preview-story">
        <header class="story-head" dir={directionOf(article.language)}>
          <p class="hit-facts">
            {article.publisher === undefined ? null : <span dir="auto">{article.publisher}</span>}
            {article.language === undefined ? null : <span>{formatLanguage(article.language)}</span>}
            <span>
              <bdi dir="ltr">body found, {Math.round(article.confidence * 100)} % sure</bdi>
            </span>
          </p>
          <h2 dir="auto" lang={article.language}>
            {article.title || 'No title'}
          </h2>
          {article.subtitle === undefined ? null : (
            <p class="subtitle" dir="auto">
              {article.subtitle}
            </p>
          )}
          <p class="story-facts">
            {byline === undefined ? (
              <span class="quiet">no author found</span>
            ) : (
              <span dir="auto">{byline}</span>
            )}
            {article.published === undefined ? (
              <span class="quiet">no date found</span>
            ) : (
              <time dateTime={article.published}>
                <bdi dir="ltr">{formatMoment(Date.parse(article.published))}</bdi>
              </time>
            )}
            <OutLink url={article.finalUrl}>original</OutLink>
          </p>
        </header>
        <FlagNotes flags={article.flags} />
        <ArticleBody blocks={article.blocks} language={article.language} />
        {article.authorBio === undefined ? null : (
          <section class="apart">
            <h3>About the author</h3>
            <p dir="auto">{article.authorBio}</p>
          </section>
        )}
        {article.disclaimer === undefined ? null : (
          <section class="apart">
            <h3>Disclaimer</h3>
            <p dir="auto">{article.disclaimer}</p>
          </section>
        )}
      </article>
      <aside class="panel" aria-label="How it was read">
        <ArticleEvidence evidence={article} isOpen={true} />
      </aside>
    </div>
  );
}

/** What the rules of a source would leave out of the entries now. */
function Rules({ rules }: { readonly rules: NonNullable<Preview['rules']> }) {
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby="rules">
      <h3 id="rules">What the rules of the source would leave out</h3>
      {rules.map(({ entries, rules: each, problem }) => (
        <>
          <p class="quiet">
            {problem ?? `Of ${formatCount(entries, 'entry', 'entries')}, before pages are read:`}
          </p>
          <ul>
            {each.map(({ rule, leftOut, examples }) => (
              <li>
                <code>{rule}</code> {formatCount(leftOut, 'entry', 'entries')}
                {examples.length === 0 ? null : (
                  <span class="quiet" dir="auto">
                    {' '}
                    such as {examples.join(' | ')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function kindWords({ kind }: Preview, best: string | undefined): string {
  if (kind === 'feed') return 'This is a feed.';
  if (kind === 'sitemap') return 'This is a sitemap.';
  if (kind === 'list') return 'This page lists articles.';
  return best === undefined ? 'This page names no channel.' : 'This is a page. Its publisher offers';
}

function Found({ preview, view }: { readonly preview: Preview; readonly view: PreviewView }) {
  const best = bestAddress(preview);
  return (
    <section aria-labelledby="found">
      <div class="found" hidden={preview.articles.length === 0 && best === undefined}>
        <h2 id="found" dir="auto">
          {preview.title ?? (preview.kind === 'feed' ? 'A feed' : 'A page')}
        </h2>
        <p>
          {kindWords(preview, best)} {best === undefined ? null : <OutLink url={best}>{best}</OutLink>}
        </p>
        {preview.articles.length === 0 ? null : (
          <p>This is what {formatCount(preview.articles.length, 'article')} would look like.</p>
        )}
        <AddForms preview={preview} view={view} />
        <Rules rules={preview.rules ?? []} />
        <Candidates candidates={preview.candidates ?? []} />
        <SectionsNote sections={preview.sections} />
      </div>
      {preview.problems.length === 0 ? null : (
        <div class={preview.articles.length === 0 ? 'problem' : 'flags'} role="alert">
          <ul>
            {preview.problems.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="previews">
        {preview.articles.map((article) => (
          <Article article={article} />
        ))}
      </div>
    </section>
  );
}

function Form({ view }: { readonly view: PreviewView }) {
  return (
    <form class="search" action="/preview" method="post">
      <label for="url">Address of a feed, a front page or one article</label>
      <div class="search-row">
        <input
          id="url"
          name="url"
          type="text"
          inputMode="url"
          value={view.url}
          maxLength={4000}
          placeholder="https://…"
          autocomplete="off"
          spellcheck={false}
          required
        />
        <button type="submit">Try it</button>
      </div>
      <details open={view.source !== ''}>
        <summary>Read as a source</summary>
        <label for="as-source">
          Id of the source as which it is requested and read (empty: the one to which it belongs)
        </label>
        <input
          id="as-source"
          name="source"
          type="text"
          value={view.source}
          maxLength={63}
          autocomplete="off"
          spellcheck={false}
        />
      </details>
      {view.canNamePrivate ? (
        <details open={view.allowPrivate !== ''}>
          <summary>Private addresses</summary>
          <label for="allow-private">
            Private addresses that this preview may reach, as host:port (empty: none)
          </label>
          <input
            id="allow-private"
            name="allowPrivate"
            type="text"
            value={view.allowPrivate}
            maxLength={1000}
            placeholder="127.0.0.1:8081"
            autocomplete="off"
            spellcheck={false}
          />
        </details>
      ) : null}
      <input type="hidden" name="token" value={view.token} />
    </form>
  );
}

/** The box in which an operator tries a feed or page before it becomes a source. */
export function renderPreview(view: PreviewView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>Try a feed or page</h1>
        <p class="quiet">
          <a href="/import">Add many at once</a>
        </p>
      </div>
      <p class="lead">
        See what would arrive before you add anything: the mill fetches the address now, reads up to ten
        articles, and keeps nothing.
      </p>
      {view.canTry ? (
        <Form view={view} />
      ) : (
        <p>
          <a href={`/login?next=${encodeURIComponent(view.here)}`}>Log in</a> with a key of the scope write or
          admin, because the mill sends requests to other servers.
        </p>
      )}
      <ProblemNote text={view.problem} />
      <AddedNote added={view.added} />
      {view.preview === undefined ? null : <Found preview={view.preview} view={view} />}
    </>
  );
  return renderPage({ frame, title: 'Try a feed or page', place: '/preview', body });
}
