import { topicLabel, type TopicFact } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { loadModel } from '@newsmill/models';
import { applyTopicModel, type ScoredLabel } from './apply-topic-model.ts';
import { findSubtopics } from './find-subtopics.ts';
import { longestRead } from './read-features.ts';
import { readSection, type NamedSection } from './section-names.ts';
import { topicsByWords } from './topics-by-words.ts';
import type { TopicModel } from './topic-model.ts';

/** Model and version, for the facts that it makes. */
export const topicModel = 'media-topics/1';

export interface TopicInput {
  readonly title: string;
  readonly text: string;
  /** BCP 47 primary tag. */
  readonly language: string;
  readonly url: string;
  readonly section?: string | undefined;
  readonly feedCategories?: readonly string[] | undefined;
  readonly breadcrumb?: readonly string[] | undefined;
  readonly keywords?: readonly string[] | undefined;
}

/**
 * How far each kind of evidence is believed: editors place articles in sections with care, keywords name side
 * matters too.
 */
const belief = { section: 0.85, 'feed-category': 0.8, breadcrumb: 0.8, url: 0.8, keywords: 0.4 } as const;
type Kind = keyof typeof belief;

/** Below this a topic is not told. */
const threshold = 0.5;
/** Text alone speaks for a topic from this probability on; next to other evidence for it, always. */
const faintest = 0.15;
/**
 * Neighbours among the topics, of which one story often is both: the second is some evidence for the first. Of crime
 * and the economy politics is none: a text on a bill or a budget is on politics.
 */
// biome-ignore format: a table, read by its rows
const neighbours: ReadonlySet<string> = new Set([
  '03 06', '06 03', '03 17', '17 03', '06 17', '17 06', '06 13', '13 06', '07 13', '13 07', '07 14', '14 07',
  '04 09', '09 04', '11 09', '09 11', '11 14', '14 11', '11 16', '16 11', '11 02', '02 14', '14 02',
  '02 16', '16 02', '12 14', '14 12', '05 14', '14 05', '01 10', '10 01', '13 05',
]);
/** A topic that its neighbour brings over the threshold has so much by itself, and so much with it. */
const fewestWithNeighbour = 0.38;
const fewestTogether = 0.55;
/** A section of which the text says less than this, while it says so much of another topic, is a desk and no topic. */
const unsaid = 0.02;
const saidOfOther = 0.55;
const mostTopics = 4;
/** Names of a kind, and folders of an address, that are looked at. */
const mostNames = 20;
const fewestCharacters = 120;
/** Characters of a keyword that are compared with the text. */
const longestKeyword = 100;

let shipped: TopicModel | undefined;

/** The model of the 17 IPTC top codes that is part of the product, read at first use. */
export function shippedTopicModel(): TopicModel {
  if (shipped !== undefined) return shipped;
  const model = loadModel('topics');
  const [words = 0, parts = 0] = model.float64('space');
  const [rows = 0, folds = 0, accuracy = 0] = model.float64('trained');
  return (shipped = {
    labels: model.text('labels').split('\n'),
    choice: 'one',
    space: { words, parts },
    idf: model.uint8('idf'),
    weights: model.int8('weights'),
    scales: [...model.float64('scales')],
    biases: [...model.float64('biases')],
    slopes: [...model.float64('slopes')],
    offsets: [...model.float64('offsets')],
    trained: { rows, folds, accuracy },
  });
}

function foldersOf(url: string): string[] {
  if (!URL.canParse(url)) return [];
  return new URL(url).pathname
    .split('/')
    .slice(1, -1)
    .filter((folder) => folder !== '')
    .map((folder) => {
      try {
        return decodeURIComponent(folder);
      } catch {
        return folder;
      }
    });
}

/** A keyword that stands in a text may have another ending there: so many last characters may differ. */
const endingLength = 2;
const shortestStem = 4;

/**
 * Whether keywords are those of the article and not of the site: half of them stand in title or text.
 */
function speakOf({ title, text }: TopicInput, keywords: readonly string[]): boolean {
  const read = `${title.slice(0, longestRead)}\n${text.slice(0, longestRead)}`.toLowerCase();
  const standing = keywords.filter((keyword) => {
    const whole = keyword.slice(0, longestKeyword).trim().toLowerCase();
    const stem = whole.slice(0, Math.max(shortestStem, whole.length - endingLength));
    return stem !== '' && read.includes(stem);
  });
  return standing.length * 2 >= keywords.length;
}

/** Evidence for a code: where it is named, and how far each name of it is believed. */
interface Named {
  readonly kinds: Set<Kind>;
  /**
   * By name. A publisher that writes one name as section, in the breadcrumb and in the address has placed the
   * article once.
   */
  readonly beliefs: Map<string, number>;
}

/** What publisher and address say, by code. */
function namedTopics(input: TopicInput): Map<string, Named> {
  const { url, language, section, feedCategories, breadcrumb, keywords } = input;
  const found = new Map<string, Named>();
  const sectionsOf = (names: readonly string[]): readonly NamedSection[] =>
    names.slice(0, mostNames).flatMap((name) => readSection(name, language) ?? []);
  const add = (kind: Kind, sections: readonly NamedSection[]): void => {
    for (const { key, code } of sections) {
      const { kinds, beliefs } = found.get(code) ?? { kinds: new Set(), beliefs: new Map<string, number>() };
      kinds.add(kind);
      beliefs.set(key, Math.max(beliefs.get(key) ?? 0, belief[kind]));
      found.set(code, { kinds, beliefs });
    }
  };
  add('section', sectionsOf(section === undefined ? [] : [section]));
  add('feed-category', sectionsOf(feedCategories ?? []));
  add('breadcrumb', sectionsOf(breadcrumb ?? []));
  add('url', sectionsOf(foldersOf(url)));
  const named = sectionsOf(keywords ?? []);
  if (named.length > 0 && speakOf(input, (keywords ?? []).slice(0, mostNames))) add('keywords', named);
  return found;
}

/** Languages with words of their own of which the shipped model has learned some texts too. */
const alsoLearned = new Set(['de', 'fr', 'es', 'it', 'pt']);
/** From this probability on the model is heard where words lead to the same topic and are not enough. */
const agreeing = 0.35;

/** English, which the model has learned: words speak where it is in doubt. */
const fewestByWords = 0.35;
/** Characters whose words are read: a report says first what it is about. */
const wordsRead = 500;
const fewestLearned = 0.2;
const fewestOfBoth = 0.55;
/**
 * So much the words say alone where the model does not find their topic out of the question, and are believed so far.
 */
const clearByWords = 0.7;
const leastLearned = 0.03;
const beliefInWords = 0.8;

/** What the model says of an English text; where it is in doubt, with what the words say. */
function learnedWithWords(title: string, text: string, model: TopicModel): readonly ScoredLabel[] {
  const learned = applyTopicModel(model, `${title}\n${text}`);
  if (learned.some(({ score }) => score >= threshold)) return learned;
  const [words] = topicsByWords(title, text.slice(0, wordsRead), 'en') ?? [];
  const own = learned.find(({ label }) => label === words?.label);
  if (words === undefined || own === undefined) return learned;
  const both = 1 - (1 - words.score) * (1 - own.score);
  const score =
    words.score >= fewestByWords && own.score >= fewestLearned && both >= fewestOfBoth
      ? both
      : words.score >= clearByWords && own.score >= leastLearned
        ? words.score * beliefInWords
        : own.score;
  return learned.map((label) => (label === own ? { label: own.label, score } : label));
}

/**
 * What the text alone says; a model of the operator's own reads every language. The words of a language go before the
 * shipped model, which hears few texts of it: it only strengthens what the words say; in English the model goes
 * before the words, which are asked where the publisher names no topic (`isNamed`).
 */
function readTopics(
  { title, text, language: tag }: TopicInput,
  model: TopicModel,
  isNamed: boolean,
): readonly ScoredLabel[] {
  if (model === shipped && !isNamed && primaryLanguage(tag) === 'en')
    return learnedWithWords(title, text, model);
  const byWords =
    model === shipped && primaryLanguage(tag) !== 'en' ? topicsByWords(title, text, tag) : undefined;
  const [first] = byWords ?? [];
  if (byWords === undefined) return applyTopicModel(model, `${title}\n${text}`);
  if (first === undefined || first.score >= threshold || first.score < agreeing) return byWords;
  if (!alsoLearned.has(primaryLanguage(tag) ?? '')) return byWords;
  const [learned] = applyTopicModel(model, `${title}\n${text}`);
  if (learned?.label !== first.label || learned.score < agreeing) return byWords;
  const { label, score } = first;
  return [{ label, score: 1 - (1 - score) * (1 - learned.score) }, ...byWords.slice(1)];
}

const digitsOf = (code: string): string => code.slice(7, 9);

/** The first topic of a text with what its neighbour adds, where none is clear alone because two share the text. */
function withNeighbour(read: readonly ScoredLabel[]): readonly ScoredLabel[] {
  const [first, second, ...rest] = read.toSorted((a, b) => b.score - a.score);
  if (first === undefined || second === undefined) return read;
  if (first.score >= threshold || first.score < fewestWithNeighbour) return read;
  const pair = `${digitsOf(first.label)} ${digitsOf(second.label)}`;
  const score = 1 - (1 - first.score) * (1 - second.score);
  if (score < fewestTogether || !neighbours.has(pair)) return read;
  return [{ label: first.label, score }, second, ...rest];
}

/** The topics with what of them the article is about, where that is clear. */
function withNarrower(input: TopicInput, facts: readonly TopicFact[]): TopicFact[] {
  const { title, text, language, section = '', breadcrumb = [], feedCategories = [] } = input;
  const keywords = (input.keywords ?? []).slice(0, mostNames);
  const named = [section, ...breadcrumb.slice(0, mostNames), ...feedCategories.slice(0, mostNames)];
  const parted = findSubtopics(
    { title, text, language, named: speakOf(input, keywords) ? [...named, ...keywords] : named },
    facts.map(({ code }) => code),
  );
  return facts.map((fact) => {
    const narrower = parted.get(fact.code);
    return narrower === undefined ? fact : { ...fact, narrower: [...narrower] };
  });
}

/**
 * What an article is about, likeliest first: what publisher, feed and address call its section, and what a
 * model reads in its text, each believed as far as it deserves (noisy or), with what of each topic it is about. With
 * the shipped model these are
 * the top codes of the IPTC Media Topics; with an operator's model its own labels, where a label that is no
 * code stands for itself.
 */
export function findTopics(input: TopicInput, model: TopicModel = shippedTopicModel()): TopicFact[] {
  const named = namedTopics(input);
  const isLongEnough = input.title.length + input.text.length >= fewestCharacters;
  const byText = isLongEnough ? readTopics(input, model, named.size > 0) : [];
  // Where the publisher names a topic, there is one.
  const read = new Map(
    (named.size === 0 ? withNeighbour(byText) : byText).map(({ label, score }) => [label, score]),
  );
  const told = [...read].find(([code, share]) => share >= saidOfOther && !named.has(code));
  const facts = [...new Set([...named.keys(), ...read.keys()])].flatMap((code) => {
    const { kinds = [], beliefs = new Map<string, number>() } = named.get(code) ?? {};
    const share = read.get(code) ?? 0;
    const doubt = [...beliefs.values()].reduce((product, own) => product * (1 - own), 1 - share);
    const score = Math.round((1 - doubt) * 1_000) / 1_000;
    const isUnsaid = share < unsaid && beliefs.size === 1;
    if (isUnsaid && told !== undefined && score >= told[1]) return [];
    const evidence = [...(share >= faintest ? ['text'] : []), ...kinds];
    return score < threshold
      ? []
      : [{ code, label: topicLabel(code), score: Math.min(0.99, score), evidence }];
  });
  return withNarrower(input, facts.sort((a, b) => b.score - a.score).slice(0, mostTopics));
}
