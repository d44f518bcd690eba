import { CopyButton } from '../pieces/copy-button.tsx';
import type { ArticleDocument } from '@newsmill/contracts';
import { toNewsArticle } from '@newsmill/search';
import { renderPage } from '../frame.tsx';
import { directionOf } from '../pieces/direction.ts';
import { formatLanguage, formatMoment, formatRegion, formatShare } from '../pieces/format.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { Picture, PicturesChoice } from '../pieces/picture.tsx';
import type { ArticleView, FrameView } from '../views.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { spokenLanguage } from '../words/speaking.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleEvidence, FlagNotes } from './article-evidence.tsx';
import { ArticleFacts } from './article-facts.tsx';
import { ArticleWays, waysOf } from './article-ways.tsx';
import { DemonstrationArticle } from './demonstration-notes.tsx';
import { EditClasses } from './render-history.tsx';
import { RelatedArticles } from './related-articles.tsx';
import { WhySo } from './why-so.tsx';

function bylineOf({ byline, authors }: ArticleDocument): string | undefined {
  return authors.length === 0 ? byline : authors.join(', ');
}

function Head({ article }: { readonly article: ArticleDocument }) {
  const byline = bylineOf(article);
  const published = Date.parse(article.published);
  const modified = article.modified === undefined ? undefined : Date.parse(article.modified);
  return (
    <header class="story-head" dir={directionOf(article.language)}>
      <p class="hit-facts">
        <a href={`/?source=${encodeURIComponent(article.sourceId)}`}>
          {article.sourceName ?? article.publisher ?? article.sourceId}
        </a>
        {article.section === undefined ? null : <span dir="auto">{article.section}</span>}
        <span>{formatLanguage(article.language)}</span>
      </p>
      <h1 dir="auto" lang={article.language}>
        {article.title || say('No title')}
      </h1>
      {article.subtitle === undefined ? null : (
        <p class="subtitle" dir="auto" lang={article.language}>
          {article.subtitle}
        </p>
      )}
      <p class="story-facts">
        {byline === undefined ? null : (
          <span class="byline" dir="auto">
            {byline}
          </span>
        )}
        <time dateTime={article.published}>
          <bdi {...spokenLanguage()}>
            {article.publishedSource === 'first-seen'
              ? say('{time} (first seen; the page gives no date)', { time: formatMoment(published) })
              : formatMoment(published)}
          </bdi>
        </time>
        {modified === undefined || modified === published ? null : (
          <span>
            <bdi {...spokenLanguage()}>{say('changed {time}', { time: formatMoment(modified) })}</bdi>
          </span>
        )}
        <span>
          <bdi {...spokenLanguage()}>
            {say('{count:# minute|# minutes} to read', { count: article.readingMinutes })}
          </bdi>
        </span>
      </p>
    </header>
  );
}

/**
 * Pictures stay at the publisher: they are loaded from there only where somebody wants that, else their words
 * and a link are shown.
 */
function Pictures({
  images,
  hasMore,
  frame,
}: {
  readonly images: ArticleDocument['images'];
  /** Whether there are others, in the text. */
  readonly hasMore: boolean;
  readonly frame: FrameView;
}) {
  if (images.length === 0)
    return hasMore ? (
      <div class="apart">
        <PicturesChoice frame={frame} />
      </div>
    ) : null;
  return (
    <section class="apart" aria-labelledby="pictures">
      <div class="pictures-head">
        <h2 id="pictures">{say('Pictures')}</h2>
        <PicturesChoice frame={frame} />
      </div>
      {frame.pictures === true ? null : (
        <p class="quiet">
          {say('Pictures come from the publishers, who then see the address of this browser.')}
        </p>
      )}
      <ul class="pictures">
        {images.map(({ url, caption, alt, credit }) => (
          <li dir="auto">
            {frame.pictures === true ? <Picture url={url} alt={alt ?? caption ?? ''} look="picture" /> : null}
            <OutLink url={url}>{caption ?? alt ?? say('Picture without a caption')}</OutLink>
            {credit === undefined ? null : <span class="quiet"> {credit}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The pictures that do not stand in the text already. */
function apartFrom({ images, blocks }: ArticleDocument, { pictures }: FrameView): ArticleDocument['images'] {
  const inText = new Set(blocks.flatMap(({ kind, url }) => (kind === 'image' ? (url ?? []) : [])));
  return pictures === true ? images.filter(({ url }) => !inText.has(url)) : images;
}

function Apart({ article, frame }: { readonly article: ArticleDocument; readonly frame: FrameView }) {
  const notes = [
    { title: say('About the author'), text: article.authorBio },
    { title: say('Disclaimer'), text: article.disclaimer },
    {
      title: say('Rights'),
      text:
        [
          article.copyright,
          article.rights?.licence?.name ?? article.licence,
          article.rights?.credit,
          ...(article.rights?.withheld ?? []),
        ]
          .filter((text) => text !== undefined)
          .join(' · ') || undefined,
    },
  ];
  return (
    <>
      <Pictures
        images={apartFrom(article, frame)}
        hasMore={article.blocks.some(({ kind }) => kind === 'image')}
        frame={frame}
      />
      {notes.map(({ title, text }) =>
        text === undefined ? null : (
          <section class="apart">
            <h2>{title}</h2>
            <p dir="auto">{text}</p>
          </section>
        ),
      )}
    </>
  );
}

/** What its publisher changed, with the way to its versions. */
function Edits({ article: { id, edits = [] } }: { readonly article: ArticleDocument }) {
  if (edits.length === 0) return null;
  return (
    <section class="edits" aria-labelledby="edits">
      <h2 id="edits">
        <a href={`/articles/${encodeURIComponent(id)}/versions`}>
          {say('{count:# edit|# edits} since first read', { count: edits.length })}
        </a>
      </h2>
      <ol>
        {edits.slice(-5).map(({ at, classes }) => (
          <li>
            {formatMoment(Date.parse(at))} <EditClasses classes={classes} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Panel({ view }: { readonly view: ArticleView }) {
  const { article } = view;
  const json = `/api/v1/articles/${encodeURIComponent(article.id)}`;
  const facts = [
    [say('Domain'), article.domain],
    [say('Also told by'), article.sources?.slice(1).join(', ')],
    [say('Country'), article.sourceCountry === undefined ? undefined : formatRegion(article.sourceCountry)],
    [say('Keywords'), article.keywords.join(', ') || undefined],
    [say('Tags'), article.tags.join(', ') || undefined],
    [say('Words'), String(article.wordCount)],
    [say('Fetched'), formatMoment(article.ingest.fetchedAt)],
    [say('First seen'), formatMoment(Date.parse(article.firstSeen))],
    [say('Certainty'), formatShare(article.confidence)],
    [say('Cleaned by'), say('version {version} of the cleaner', { version: article.ingest.pipelineVersion })],
  ] as const;
  return (
    <aside class="panel" aria-label={say('About this article')}>
      <ul class="links">
        <li>
          <OutLink url={article.url}>{say('Read the original')}</OutLink>
        </li>
        <li>
          <a href={json}>JSON</a>
        </li>
        <li>
          <a href={`${json}.md`}>Markdown</a>
        </li>
        <li>
          <a href={`${json}.ninjs`}>ninjs</a>
        </li>
        <li>
          <a href={`${json}.jsonld`}>JSON-LD</a>
        </li>
        <li>
          <a href={`/ledger?url=${encodeURIComponent(article.ingest.discoveredUrl)}`}>{say('Ledger')}</a>
        </li>
        <li>
          <CopyButton text={article.url} label={say('Copy the address')} />
        </li>
        {view.canTakeDown === true ? (
          <li>
            <a href={`/takedowns?article=${encodeURIComponent(article.id)}`}>{say('Take it down')}</a>
          </li>
        ) : null}
      </ul>
      {article.duplicateOf === undefined ? null : (
        <p class="copy-of">
          <Sentence
            text="Nearly the same text as {article}."
            article={
              <a href={`/articles/${encodeURIComponent(article.duplicateOf)}`} dir="auto">
                {view.original?.title ?? say('an earlier article')}
              </a>
            }
          />
        </p>
      )}
      <Edits article={article} />
      <dl class="facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <WhySo article={article} />
      <ArticleFacts article={article} />
      <ArticleEvidence evidence={article} isOpen={false} />
    </aside>
  );
}

/**
 * The article as data for programs that read pages: a block of data that no browser runs. `<` is escaped, so
 * that nothing ends it early.
 */
function LinkedArticle({ article }: { readonly article: ArticleDocument }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(toNewsArticle(article)).replaceAll('<', '\\u003c') }}
    />
  );
}

/** One article with everything that is known of how it came to be. */
export function renderArticle(view: ArticleView, frame: FrameView): string {
  const { article } = view;
  const body = (
    <div class="columns article">
      <article class="story">
        <Head article={article} />
        <ArticleWays article={waysOf(article)} here="text" />
        <DemonstrationArticle article={article} />
        <FlagNotes flags={article.flags} />
        <ArticleBody blocks={article.blocks} language={article.language} pictures={frame.pictures === true} />
        <Apart article={article} frame={frame} />
        <RelatedArticles view={view} now={frame.now} />
      </article>
      <Panel view={view} />
      <LinkedArticle article={article} />
    </div>
  );
  return renderPage({ frame, title: article.title || say('Article'), place: 'none', body });
}
