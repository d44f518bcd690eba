import type { ComponentChildren } from 'preact';
import { factOf, type Fact, type FactName, type FactValue } from '@newsmill/contracts';
import { formatLanguage, formatNumber, formatShare } from '../pieces/format.ts';
import { topicName } from '../pieces/topic-words.ts';
import { say, word, wordsFor } from '../words/say.ts';

/** `a, b, c`, in the direction of each. */
function listed(parts: readonly string[]): ComponentChildren {
  return parts.map((part, place) => (
    <>
      {place === 0 ? '' : ' · '}
      <bdi>{part}</bdi>
    </>
  ));
}

function span(from: string, to: string | undefined): string {
  return to === undefined ? from : `${from} – ${to}`;
}

const relations = {
  first: word('the first of its copies'),
  copy: word('a copy'),
  update: word('an update'),
  excerpt: word('an excerpt'),
  expansion: word('a longer version'),
} as const;

type Drawers = { readonly [Name in FactName]: (value: FactValue<Name>) => ComponentChildren };
const drawers: Drawers = {
  language: formatLanguage,
  'paragraph-languages': (paragraphs) =>
    listed(
      paragraphs.map(({ block, tag }) =>
        say('{language}: paragraph {number}', { language: formatLanguage(tag), number: block + 1 }),
      ),
    ),
  entities: (entities) =>
    listed(
      entities.map(({ name, mentions }) => say('{name} ({count:# time|# times})', { name, count: mentions })),
    ),
  topics: (topics) =>
    listed(
      topics.map(
        ({ narrower = [], ...topic }) =>
          `${[topic, ...narrower].map(topicName).join(' › ')} ${formatShare(topic.score)}`,
      ),
    ),
  'key-phrases': (phrases) => listed(phrases.map(({ text }) => text)),
  summary: (sentences) => sentences.join(' '),
  readability: ({ ease, sentences, wordsPerSentence }) =>
    say('reading ease {ease} of 100; {sentences:# sentence|# sentences} of {words} words', {
      ease: formatNumber(Math.round(ease)),
      sentences,
      words: formatNumber(Math.round(wordsPerSentence * 10) / 10),
    }),
  money: (amounts) =>
    listed(
      amounts.map(
        ({ text, value, to, currency }) =>
          `${text} = ${formatNumber(value)}${to === undefined ? '' : `–${formatNumber(to)}`} ${currency}`,
      ),
    ),
  quantities: (amounts) =>
    listed(
      amounts.map(
        ({ text, value, to, unit }) =>
          `${text} = ${formatNumber(value)}${to === undefined ? '' : `–${formatNumber(to)}`} ${unit}`,
      ),
    ),
  dates: (dates) => listed(dates.map(({ text, from, to }) => `${text} = ${span(from, to)}`)),
  quotes: (quotes) =>
    listed(quotes.map(({ text, speaker }) => (speaker === undefined ? text : `${speaker}: ${text}`))),
  dateline: ({ place, agency, date }) => listed([place, agency, date].flatMap((part) => part ?? [])),
  'duplicate-of': (id) => <a href={`/articles/${encodeURIComponent(id)}`}>{say('an earlier article')}</a>,
  family: ({ first, relation, similarity, copies, publishers }) => (
    <>
      {wordsFor(relations[relation])},{' '}
      {say('{share} alike; {copies:# other|# others} of {publishers:# publisher|# publishers}', {
        share: formatShare(similarity),
        copies,
        publishers,
      })}{' '}
      <a href={`/articles/${encodeURIComponent(first)}`}>{say('the first')}</a>
    </>
  ),
  story: ({ id, similarity }) => (
    <a href={`/?q=${encodeURIComponent(`story:"${id}"`)}`}>
      {say('a story, {share} alike', { share: formatShare(similarity) })}
    </a>
  ),
  vector: (numbers) =>
    say('a direction of {count} numbers, for searches by meaning', { count: numbers.length }),
  'llm-summary': (text) => text,
  'llm-translation': ({ language, title, text, complete }) => (
    <>
      {formatLanguage(language)}
      {complete ? '' : ` (${say('the beginning')})`}: <bdi>{title}</bdi> {text}
    </>
  ),
  'llm-topics': (labels) => listed(labels),
};

/** How deep values of extensions are followed. */
const deepest = 4;

/** A value of any shape as words and lists: nothing of it is JSON, and nothing is cut. */
function AnyValue({
  value,
  depth = 0,
}: {
  readonly value: unknown;
  readonly depth?: number;
}): ComponentChildren {
  if (value === null || value === undefined) return say('nothing');
  if (typeof value === 'boolean') return value ? say('yes') : say('no');
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'object') return <bdi>{String(value)}</bdi>;
  if (depth >= deepest) return say('more');
  if (Array.isArray(value))
    return value.map((part, place) => (
      <>
        {place === 0 ? '' : ' · '}
        <AnyValue value={part} depth={depth + 1} />
      </>
    ));
  return (
    <dl class="fact-parts">
      {Object.entries(value).map(([name, part]) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <AnyValue value={part} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function own<Name extends FactName>(name: Name, fact: Fact): ComponentChildren | undefined {
  const value = factOf([fact], name);
  return value === undefined ? undefined : drawers[name](value);
}

/** The value of a fact in words. */
export function FactInWords({ fact }: { readonly fact: Fact }) {
  const drawn = isOwnFact(fact.name) ? own(fact.name, fact) : undefined;
  return <>{drawn ?? <AnyValue value={fact.value} />}</>;
}

// biome-ignore format: a table, read by its rows
const names: Readonly<Record<FactName, string>> = {
  language: word('Language'), 'paragraph-languages': word('Languages of paragraphs'), entities: word('Names'),
  topics: word('Topics'), 'key-phrases': word('Phrases'), summary: word('Summary'),
  readability: word('How it reads'), money: word('Money'), quantities: word('Quantities'), dates: word('Dates'),
  quotes: word('Quotations'), dateline: word('Dateline'), 'duplicate-of': word('Copy of'),
  family: word('Copies'), story: word('Story'), vector: word('Vector'), 'llm-summary': word('Summary of a model'),
  'llm-translation': word('Translation of a model'), 'llm-topics': word('Topics of a model'),
};

function isOwnFact(name: string): name is FactName {
  return Object.hasOwn(names, name);
}

/** What a fact is called; one of an extension keeps its name. */
export function factName(name: string): string {
  return isOwnFact(name) ? wordsFor(names[name]) : name;
}
