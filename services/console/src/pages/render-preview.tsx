import { renderPage } from '../frame.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatLanguage, formatMoment } from '../pieces/format.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, PreviewView } from '../views.ts';
import type { CleanArticle } from '@newsmill/contracts';
import type { Preview } from '@newsmill/operate';
import { ArticleBody } from './article-body.tsx';
import { ArticleEvidence, FlagNotes } from './article-evidence.tsx';
import { AddedNote, AddForms, bestAddress, Candidates, SectionsNote } from './preview-channels.tsx';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { spokenLanguage } from '../words/speaking.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { loginAddress } from '../pieces/login-address.ts';

function Article({ article }: { readonly article: CleanArticle }) {
  const byline = article.authors.length === 0 ? article.byline : article.authors.join(', ');
  return (
    <div class="columns article">
      <article class="story preview-story">
        <header class="story-head" dir={directionOf(article.language)}>
          <p class="hit-facts">
            {article.publisher === undefined ? null : <span dir="auto">{article.publisher}</span>}
            {article.language === undefined ? null : <span>{formatLanguage(article.language)}</span>}
            <bdi {...spokenLanguage()}>
              {say('body found, {share} % sure', { share: Math.round(article.confidence * 100) })}
            </bdi>
          </p>
          <h2 dir="auto" lang={article.language}>
            {article.title || say('No title')}
          </h2>
          {article.subtitle === undefined ? null : (
            <p class="subtitle" dir="auto">
              {article.subtitle}
            </p>
          )}
          <p class="story-facts">
            {byline === undefined ? (
              <span class="quiet">{say('no author found')}</span>
            ) : (
              <span dir="auto">{byline}</span>
            )}
            {article.published === undefined ? (
              <span class="quiet">{say('no date found')}</span>
            ) : (
              <time dateTime={article.published}>
                <bdi>{formatMoment(Date.parse(article.published))}</bdi>
              </time>
            )}
            <OutLink url={article.finalUrl}>{say('original')}</OutLink>
          </p>
        </header>
        <FlagNotes flags={article.flags} />
        <ArticleBody blocks={article.blocks} language={article.language} headline={2} />
        {article.authorBio === undefined ? null : (
          <section class="apart">
            <h3>{say('About the author')}</h3>
            <p dir="auto">{article.authorBio}</p>
          </section>
        )}
        {article.disclaimer === undefined ? null : (
          <section class="apart">
            <h3>{say('Disclaimer')}</h3>
            <p dir="auto">{article.disclaimer}</p>
          </section>
        )}
      </article>
      <aside class="panel" aria-label={say('How it was read')}>
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
      <h3 id="rules">{say('What the rules of the source would leave out')}</h3>
      {rules.map(({ entries, rules: each, problem }) => (
        <>
          <p class="quiet">
            {problem === undefined ? (
              say('Of {entries:# entry|# entries}, before pages are read:', { entries })
            ) : (
              <InEnglish text={problem} />
            )}
          </p>
          <ul>
            {each.map(({ rule, leftOut, examples }) => (
              <li>
                <code>{rule}</code> {say('{count:# entry|# entries}', { count: leftOut })}
                {examples.length === 0 ? null : (
                  <span class="quiet" dir="auto">
                    {' '}
                    {say('such as {examples}', { examples: examples.join(' | ') })}
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
  if (kind === 'feed') return say('This is a feed.');
  if (kind === 'sitemap') return say('This is a sitemap.');
  if (kind === 'list') return say('This page lists articles.');
  return say(best === undefined ? 'This page names no channel.' : 'This is a page. Its publisher offers');
}

function Found({ preview, view }: { readonly preview: Preview; readonly view: PreviewView }) {
  const best = bestAddress(preview);
  return (
    <section aria-labelledby="found">
      <div class="found" hidden={preview.articles.length === 0 && best === undefined}>
        <h2 id="found" dir="auto">
          {preview.title ?? say(preview.kind === 'feed' ? 'A feed' : 'A page')}
        </h2>
        <p>
          {kindWords(preview, best)} {best === undefined ? null : <OutLink url={best}>{best}</OutLink>}
        </p>
        {preview.articles.length === 0 ? null : (
          <p>
            {say('This is what {count:# article|# articles} would look like.', {
              count: preview.articles.length,
            })}
          </p>
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
              <li>
                <InEnglish text={text} />
              </li>
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
      <label for="url">{say('Address of a feed, a front page or one article')}</label>
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
        <button type="submit">{say('Try it')}</button>
      </div>
      <details open={view.source !== ''}>
        <summary>{say('Read as a source')}</summary>
        <label for="as-source">
          {say('Id of the source as which it is requested and read (empty: the one to which it belongs)')}
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
          <summary>{say('Private addresses')}</summary>
          <label for="allow-private">
            {say('Private addresses that this preview may reach, as host:port (empty: none)')}
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
        <h1>{say('Try a feed or page')}</h1>
        <p class="quiet">
          <a href="/import">{say('Add many at once')}</a>
        </p>
      </div>
      <p class="lead">
        {say(
          'See what would arrive before you add anything: the mill fetches the address now, reads up to ten articles, and keeps nothing.',
        )}
      </p>
      {view.canTry ? (
        <Form view={view} />
      ) : (
        <p>
          <Sentence
            text="<a>Log in</a> with a key of the scope {write} or {admin}, because the mill sends requests to other servers."
            a={<a href={loginAddress(frame.here)} />}
            write={<code>write</code>}
            admin={<code>admin</code>}
          />
        </p>
      )}
      <ProblemNote text={view.problem} />
      <AddedNote added={view.added} />
      {view.preview === undefined ? null : <Found preview={view.preview} view={view} />}
    </>
  );
  return renderPage({ frame, title: say('Try a feed or page'), place: '/preview', body });
}
