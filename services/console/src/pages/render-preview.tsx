import { renderPage } from '../frame.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatCount, formatLanguage, formatMoment } from '../pieces/format.ts';
import { Command } from '../pieces/command.tsx';
import { OutLink } from '../pieces/out-link.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { shellWord } from '../pieces/shell-word.ts';
import type { FrameView, PreviewView } from '../views.ts';
import { channelFacts, type CleanArticle } from '@newsmill/contracts';
import type { Preview, PreviewCandidate } from '@newsmill/operate';
import { ArticleBody } from './article-body.tsx';
import { ArticleEvidence, FlagNotes } from './article-evidence.tsx';

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

/** The option of the command line for private addresses that were named. */
function privateWords(allowPrivate: string): string {
  const pairs = allowPrivate.split(/[\s,]+/).filter((pair) => pair !== '');
  return pairs.length === 0 ? '' : ` --allow-private ${pairs.map(shellWord).join(' ')}`;
}

/** The command that makes a source of it; without a feed there is nothing to poll. */
function Keep({ preview, allowPrivate }: { readonly preview: Preview; readonly allowPrivate: string }) {
  if (preview.feedUrl === undefined)
    return (
      <p class="quiet">
        To add a publication, try the address of its feed, or of a page that names the feed.
      </p>
    );
  const command = `./newsmill sources add ${shellWord(preview.feedUrl)}${privateWords(allowPrivate)}`;
  return (
    <>
      <p>Add it with:</p>
      <Command text={command} />
    </>
  );
}

const waysFound: Readonly<Record<string, string>> = {
  asked: 'the address you gave',
  page: 'named by the page',
  hub: 'named with a hub',
  robots: 'named by robots.txt',
  'well-known': 'at a usual address',
};

/** What a channel brings of the home page, and how late. */
function Brings({ coverage }: { readonly coverage: NonNullable<PreviewCandidate['coverage']> }) {
  const { articles, brought, says } = coverage;
  return (
    <span class="brings">
      <meter min={0} max={articles} value={brought} aria-hidden="true" /> {says}
    </span>
  );
}

/** What the publisher offers, the best first; the command takes all that are worth it. */
function Candidates({
  candidates,
  url,
  allowPrivate,
}: {
  readonly candidates: readonly PreviewCandidate[];
  readonly url: string;
  readonly allowPrivate: string;
}) {
  if (candidates.length < 2) return null;
  const command = `./newsmill sources add ${shellWord(url)} --all${privateWords(allowPrivate)}`;
  return (
    <section aria-labelledby="offered">
      <h3 id="offered">What this publisher offers, best first</h3>
      <ol>
        {candidates.slice(0, 12).map((candidate) => (
          <li>
            <span class="kind">{channelFacts[candidate.kind].name}</span>{' '}
            <OutLink url={candidate.url}>{candidate.url}</OutLink>{' '}
            {candidate.title === undefined ? null : <span dir="auto">{candidate.title}</span>}{' '}
            <span class="quiet">
              {formatCount(candidate.entries, 'entry', 'entries')}
              {candidate.hasContent ? ', full texts' : ''}
              {candidate.hub === undefined ? '' : ', pushed by a hub'},{' '}
              {waysFound[candidate.foundBy] ?? candidate.foundBy}
            </span>
            {candidate.coverage === undefined ? null : <Brings coverage={candidate.coverage} />}
          </li>
        ))}
      </ol>
      <p>Add all of them with:</p>
      <Command text={command} />
    </section>
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

function Found({
  preview,
  url,
  allowPrivate,
}: {
  readonly preview: Preview;
  readonly url: string;
  readonly allowPrivate: string;
}) {
  return (
    <section aria-labelledby="found">
      <div class="found" hidden={preview.articles.length === 0 && preview.feedUrl === undefined}>
        <h2 id="found" dir="auto">
          {preview.title ?? (preview.kind === 'feed' ? 'A feed' : 'A page')}
        </h2>
        <p>
          {preview.kind === 'feed'
            ? 'This is a feed.'
            : preview.kind === 'sitemap'
              ? 'This is a sitemap.'
              : preview.feedUrl === undefined
                ? 'This page names no feed.'
                : 'This is a page. Its publisher offers'}{' '}
          {preview.feedUrl === undefined ? null : <OutLink url={preview.feedUrl}>{preview.feedUrl}</OutLink>}
        </p>
        {preview.articles.length === 0 ? null : (
          <p>This is what {formatCount(preview.articles.length, 'article')} would look like.</p>
        )}
        <Keep preview={preview} allowPrivate={allowPrivate} />
        <Rules rules={preview.rules ?? []} />
        <Candidates candidates={preview.candidates ?? []} url={url} allowPrivate={allowPrivate} />
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
      {view.preview === undefined ? null : (
        <Found preview={view.preview} url={view.url} allowPrivate={view.allowPrivate} />
      )}
    </>
  );
  return renderPage({ frame, title: 'Try a feed or page', place: '/preview', body });
}
