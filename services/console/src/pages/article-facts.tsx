import type { ComponentChildren } from 'preact';
import { factOf, type ArticleDocument, type Entity, type Fact } from '@newsmill/contracts';
import { formatList, formatRegion, formatShare } from '../pieces/format.ts';
import { nameAddress, valueQuery } from '../pieces/name-address.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { topicName } from '../pieces/topic-words.ts';
import { say, word, wordsFor } from '../words/say.ts';
import { evidenceInWords, makerInWords } from './evidence-words.ts';
import { FactInWords, factName } from './fact-words.tsx';

type Found = Pick<ArticleDocument, 'facts'>;

const kinds = [
  { kind: 'person', title: word('People') },
  { kind: 'organisation', title: word('Organisations') },
  { kind: 'place', title: word('Places') },
] as const;
const mostShown = 12;

/** A search for articles with the same value in a field. */
function SearchLink({
  field,
  value,
  children,
}: {
  readonly field: string;
  readonly value: string;
  readonly children: ComponentChildren;
}) {
  return (
    <a href={`/?q=${encodeURIComponent(valueQuery(field, value))}`} dir="auto">
      {children}
    </a>
  );
}

function EntityItem({ entity }: { readonly entity: Entity }) {
  const { name, kind, aliases, country, wikidata, confidence } = entity;
  const also = [...aliases, ...(country === undefined ? [] : [formatRegion(country)])].slice(0, 4).join(', ');
  return (
    <li>
      <a href={nameAddress(kind, name)} dir="auto">
        {name}
      </a>
      {also === '' ? null : (
        <span class="quiet" dir="auto">
          {' '}
          {also}
        </span>
      )}
      {confidence >= 0.6 ? null : <span class="quiet"> ({say('a guess')})</span>}
      {wikidata === undefined || !/^Q\d+$/.test(wikidata) ? null : (
        <>
          {' '}
          <OutLink url={`https://www.wikidata.org/wiki/${wikidata}`}>{wikidata}</OutLink>
        </>
      )}
    </li>
  );
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="apart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Entities({ facts }: { readonly facts: readonly Fact[] }) {
  const entities = [...(factOf(facts, 'entities') ?? [])].sort((a, b) => b.salience - a.salience);
  return (
    <>
      {kinds.map(({ kind, title }) => {
        const own = entities.filter((entity) => entity.kind === kind).slice(0, mostShown);
        return own.length === 0 ? null : (
          <Section id={`found-${kind}`} title={wordsFor(title)}>
            <ul>
              {own.map((entity) => (
                <EntityItem entity={entity} />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

function Topics({ facts }: { readonly facts: readonly Fact[] }) {
  const topics = factOf(facts, 'topics') ?? [];
  return topics.length === 0 ? null : (
    <Section id="found-topics" title={say('Topics')}>
      <ul>
        {topics.map((topic) => (
          <li>
            <SearchLink field="topic" value={topic.code}>
              {topicName(topic)}
            </SearchLink>
            {(topic.narrower ?? []).map((narrower) => (
              <>
                {' › '}
                <SearchLink field="subtopic" value={narrower.code}>
                  {topicName(narrower)}
                </SearchLink>
              </>
            ))}
            {topic.evidence.length === 0 ? null : (
              <span class="quiet">
                {' '}
                {say('by {evidence}', { evidence: formatList(topic.evidence.map(evidenceInWords)) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function KeyPhrases({ facts }: { readonly facts: readonly Fact[] }) {
  const phrases = factOf(facts, 'key-phrases') ?? [];
  return phrases.length === 0 ? null : (
    <Section id="found-phrases" title={say('What it is about')}>
      <p>
        {phrases.map(({ text }, index) => (
          <>
            {index === 0 ? '' : say(', ')}
            <SearchLink field="keyPhrase" value={text}>
              {text}
            </SearchLink>
          </>
        ))}
      </p>
    </Section>
  );
}

function Quotes({ facts }: { readonly facts: readonly Fact[] }) {
  const quotes = (factOf(facts, 'quotes') ?? []).slice(0, mostShown);
  return quotes.length === 0 ? null : (
    <Section id="found-quotes" title={say('Who is quoted')}>
      <ul>
        {quotes.map(({ text, speaker }) => (
          <li dir="auto">
            {speaker === undefined ? null : <strong>{speaker}: </strong>}
            {text.length > 200 ? `${text.slice(0, 200)} …` : text}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Every fact with the rule or model that made it. */
function AllFacts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <details class="evidence">
      <summary>{say('What was found in the text, and by what ({count})', { count: facts.length })}</summary>
      <dl>
        {facts.map((fact) => (
          <div>
            <dt>{factName(fact.name)}</dt>
            <dd>
              <div class="whole-value" dir="auto">
                <FactInWords fact={fact} />
              </div>
              <span class="quiet">
                {fact.confidence === undefined
                  ? say('by {maker}', { maker: makerInWords(fact.by) })
                  : say('by {maker}, {share} sure', {
                      maker: makerInWords(fact.by),
                      share: formatShare(fact.confidence),
                    })}{' '}
                <code>{fact.by}</code>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What enrich found in an article: who and what it names, its topics, and the facts themselves. */
export function ArticleFacts({ article }: { readonly article: Found }) {
  const facts = article.facts ?? [];
  if (facts.length === 0) return null;
  return (
    <>
      <KeyPhrases facts={facts} />
      <Topics facts={facts} />
      <Entities facts={facts} />
      <Quotes facts={facts} />
      <AllFacts facts={facts} />
    </>
  );
}
