import type { ComponentChildren } from 'preact';
import { factOf, type ArticleDocument, type Entity, type Fact } from '@newsmill/contracts';
import { formatRegion } from '../pieces/format.ts';
import { OutLink } from '../pieces/out-link.tsx';

type Found = Pick<ArticleDocument, 'facts'>;

const kinds = [
  { kind: 'person', field: 'person', title: 'People' },
  { kind: 'organisation', field: 'organisation', title: 'Organisations' },
  { kind: 'place', field: 'place', title: 'Places' },
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
    <a href={`/?q=${encodeURIComponent(`${field}:"${value.replaceAll('"', '')}"`)}`} dir="auto">
      {children}
    </a>
  );
}

function EntityItem({ entity, field }: { readonly entity: Entity; readonly field: string }) {
  const { name, aliases, country, wikidata, confidence } = entity;
  const also = [...aliases, ...(country === undefined ? [] : [formatRegion(country)])].slice(0, 4).join(', ');
  return (
    <li>
      <SearchLink field={field} value={name}>
        {name}
      </SearchLink>
      {also === '' ? null : (
        <span class="quiet" dir="auto">
          {' '}
          {also}
        </span>
      )}
      {confidence >= 0.6 ? null : <span class="quiet"> (a guess)</span>}
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
      {kinds.map(({ kind, field, title }) => {
        const own = entities.filter((entity) => entity.kind === kind).slice(0, mostShown);
        return own.length === 0 ? null : (
          <Section id={`found-${kind}`} title={title}>
            <ul>
              {own.map((entity) => (
                <EntityItem entity={entity} field={field} />
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
    <Section id="found-topics" title="Topics">
      <ul>
        {topics.map(({ code, label, evidence }) => (
          <li>
            <SearchLink field="topic" value={code}>
              {label}
            </SearchLink>
            {evidence.length === 0 ? null : <span class="quiet"> by {evidence.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function KeyPhrases({ facts }: { readonly facts: readonly Fact[] }) {
  const phrases = factOf(facts, 'key-phrases') ?? [];
  return phrases.length === 0 ? null : (
    <Section id="found-phrases" title="What it is about">
      <p>
        {phrases.map(({ text }, index) => (
          <>
            {index === 0 ? '' : ', '}
            <a href={`/?q=${encodeURIComponent(`"${text.replaceAll('"', '')}"`)}`} dir="auto">
              {text}
            </a>
          </>
        ))}
      </p>
    </Section>
  );
}

function Quotes({ facts }: { readonly facts: readonly Fact[] }) {
  const quotes = (factOf(facts, 'quotes') ?? []).slice(0, mostShown);
  return quotes.length === 0 ? null : (
    <Section id="found-quotes" title="Who is quoted">
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
      <summary>What was found in the text, and by what ({facts.length})</summary>
      <dl>
        {facts.map(({ name, value, by, confidence }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <span class="value" dir="auto">
                {(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300)}
              </span>
              <span class="quiet">
                by {by}
                {confidence === undefined ? '' : `, ${Math.round(confidence * 100)} % sure`}
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
