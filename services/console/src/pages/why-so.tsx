import type { ComponentChildren } from 'preact';
import { factOf, type ArticleDocument } from '@newsmill/contracts';
import { formatList, formatShare } from '../pieces/format.ts';
import { topicName } from '../pieces/topic-words.ts';
import { say } from '../words/say.ts';
import { evidenceInWords, placesInWords } from './evidence-words.ts';

/** Why a field is what it is: where it was found, the surest first. */
function foundIn(article: ArticleDocument, ...fields: readonly string[]): string | undefined {
  const found = article.provenance
    .filter(({ field }) => fields.includes(field))
    .toSorted((a, b) => b.confidence - a.confidence);
  const [best] = found;
  if (best === undefined) return undefined;
  const places = [...new Set(found.flatMap(({ source }) => placesInWords(source)))];
  return places.length === 1
    ? say('It stands in {place}; {share} sure.', {
        place: places[0] ?? '',
        share: formatShare(best.confidence),
      })
    : say('{count} places agree: {places}; {share} sure.', {
        count: places.length,
        places: formatList(places),
        share: formatShare(best.confidence),
      });
}

function whyDate(article: ArticleDocument): string | undefined {
  if (article.publishedSource === 'first-seen')
    return say('Neither page nor feed gives one, so it is the time when the mill first saw the article.');
  return foundIn(article, 'published');
}

function whyText(article: ArticleDocument): string | undefined {
  if (article.flags.includes('from-feed-entry')) return say('It is the text of the entry of its feed.');
  const found = foundIn(article, 'text', 'body');
  if (found === undefined) return undefined;
  return article.removals.length === 0
    ? found
    : `${found} ${say('{count:# piece|# pieces} were taken out or repaired; they are listed below.', { count: article.removals.length })}`;
}

function WhyCopy({ article }: { readonly article: ArticleDocument }): ComponentChildren {
  const family = factOf(article.facts ?? [], 'family');
  return (
    <>
      {article.similarity === undefined
        ? say('Its text is nearly that of an article which was published earlier.')
        : say('{share} of its text is that of an article which was published earlier.', {
            share: formatShare(article.similarity),
          })}{' '}
      {family?.agency === undefined ? null : say('Both are from {agency}.', { agency: family.agency })}{' '}
      <a href={`/articles/${encodeURIComponent(article.id)}/coverage`}>{say('Who told it')}</a>
    </>
  );
}

function whyTopics(article: ArticleDocument): string | undefined {
  const topics = factOf(article.facts ?? [], 'topics') ?? [];
  if (topics.length === 0) return undefined;
  return topics
    .map((topic) => {
      const said = { topic: topicName(topic), share: formatShare(topic.score) };
      return topic.evidence.length === 0
        ? say('{topic}: {share} sure.', said)
        : say('{topic}: {evidence} speak for it; {share} sure.', {
            ...said,
            evidence: formatList(topic.evidence.map(evidenceInWords)),
          });
    })
    .join(' ');
}

/** Why the article is what it is, question by question, in sentences. */
export function WhySo({ article }: { readonly article: ArticleDocument }) {
  const answers: readonly (readonly [string, ComponentChildren])[] = [
    [say('Why this title?'), foundIn(article, 'title')],
    [say('Why this date?'), whyDate(article)],
    [say('Why this author?'), foundIn(article, 'authors', 'byline')],
    [say('Why this text?'), whyText(article)],
    [
      say('Why is it called a copy?'),
      article.duplicateOf === undefined ? undefined : <WhyCopy article={article} />,
    ],
    [say('Why these topics?'), whyTopics(article)],
  ];
  const known = answers.filter(([, answer]) => answer !== undefined);
  if (known.length === 0) return null;
  return (
    <details class="evidence why" id="why" open={article.tags.includes('dirty-pages')}>
      <summary>{say('Why is it so?')}</summary>
      <dl>
        {known.map(([question, answer]) => (
          <div>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/ledger?url=${encodeURIComponent(article.ingest.discoveredUrl)}`}>
          {say('What became of its address, stage by stage')}
        </a>
      </p>
    </details>
  );
}
