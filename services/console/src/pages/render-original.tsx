import type { ArticleDocument } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { formatMoment } from '../pieces/format.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { ToldWords } from '../pieces/told-words.tsx';
import type { FrameView, OriginalView } from '../views.ts';
import { say } from '../words/say.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleWays, waysOf } from './article-ways.tsx';

function Text({ article }: { readonly article: ArticleDocument }) {
  return (
    <section id="text" class="beside-text" aria-labelledby="text-title">
      <h2 id="text-title" class="beside-title">
        {say('Text')}
      </h2>
      <p class="beside-headline" dir="auto" lang={article.language}>
        {article.title || say('No title')}
      </p>
      <ArticleBody blocks={article.blocks} language={article.language} headline={2} />
    </section>
  );
}

/** A publisher's page in a frame without any right. */
function Kept({ article, fetchedAt }: { readonly article: ArticleDocument; readonly fetchedAt: number }) {
  return (
    <section id="original" class="beside-page" aria-labelledby="original-title">
      <h2 id="original-title" class="beside-title">
        {say('Page, as fetched on {time}', { time: formatMoment(fetchedAt) })}
      </h2>
      <iframe
        sandbox=""
        loading="lazy"
        referrerpolicy="no-referrer"
        title={say('The page of the publisher, as it was fetched')}
        src={`/api/v1/articles/${encodeURIComponent(article.id)}/original`}
      />
    </section>
  );
}

/** The text of an article beside the page that it was read from. */
export function renderOriginal(view: OriginalView, frame: FrameView): string {
  const { article, fetchedAt, problem } = view;
  const title = article.title || say('No title');
  const body = (
    <>
      <div class="page-head">
        <h1 dir="auto" lang={article.language}>
          {title}
        </h1>
      </div>
      <ArticleWays article={waysOf(article)} here="original" />
      {fetchedAt === undefined ? (
        <div class="empty">
          <h2>{say('There is no page to show')}</h2>
          {problem === undefined ? null : (
            <p>
              <ToldWords told={problem} />
            </p>
          )}
          <p>
            <OutLink url={article.url}>{say('Open the article at its publisher')}</OutLink>
          </p>
        </div>
      ) : (
        <>
          <p class="lead">
            {say(
              'The page runs nothing and loads nothing here: its scripts, its pictures and styles from elsewhere are left out.',
            )}{' '}
            <OutLink url={article.url}>{say('Open it at its publisher')}</OutLink>
          </p>
          <nav class="choices beside-choice" aria-label={say('What is shown')}>
            <a href="#text">{say('Text')}</a>
            <a href="#original">{say('Page')}</a>
          </nav>
          <div class="beside">
            <Text article={article} />
            <Kept article={article} fetchedAt={fetchedAt} />
          </div>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: say('Text and page of {title}', { title }), place: 'none', body });
}
