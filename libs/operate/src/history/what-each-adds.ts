import { factOf, type ArticleDocument } from '@newsmill/contracts';
import { splitSentences, wordsOf } from '@newsmill/text';

/** What one article of a story says that none before it said. */
export interface Addition {
  /** Sentences, in their order; only compared with articles in the same language. */
  readonly sentences: readonly string[];
  /** Sentences that were compared, of which these are some. */
  readonly compared: number;
  /** People, organisations and places that none before it named. */
  readonly names: readonly string[];
  /** Amounts of money and quantities that none before it gave, as the text has them. */
  readonly figures: readonly string[];
}

/** A sentence is an earlier one told again when it has so much of its words from it. */
const mostShared = 0.6;
/** Sentences of fewer words say nothing of their own. */
const fewestWords = 4;
/** Sentences of an article that are compared. */
const mostSentences = 100;
/** Earlier sentences that one is compared with. */
const mostCandidates = 1_000;

interface Told {
  readonly language: string;
  readonly words: ReadonlySet<string>;
}

function sentencesOf({ content, language }: ArticleDocument): readonly (Told & { readonly text: string })[] {
  return splitSentences(content, language, mostSentences)
    .map(({ text }) => ({
      text: text.trim(),
      language: language.split('-')[0] ?? language,
      words: new Set(wordsOf(text)),
    }))
    .filter(({ words }) => words.size >= fewestWords);
}

/** By the words that sentences have, so that each is compared with those alone that have one in common. */
class ToldSentences {
  readonly #byWord = new Map<string, Told[]>();

  add(sentence: Told): void {
    for (const word of sentence.words) {
      const key = `${sentence.language} ${word}`;
      const known = this.#byWord.get(key);
      if (known === undefined) this.#byWord.set(key, [sentence]);
      else known.push(sentence);
    }
  }

  /**
   * Whether an earlier sentence holds so many of its words. Whichever does holds one of its rarest words, of so
   * many that without them the rest is too few: only sentences with one of these are compared.
   */
  has({ language, words }: Told): boolean {
    const least = Math.ceil(words.size * mostShared);
    const lists = [...words]
      .map((word) => this.#byWord.get(`${language} ${word}`) ?? [])
      .toSorted((a, b) => a.length - b.length)
      .slice(0, words.size - least + 1);
    const candidates = new Set(lists.flat().slice(0, mostCandidates));
    for (const told of candidates) {
      let shared = 0;
      for (const word of words) if (told.words.has(word)) shared += 1;
      if (shared >= least) return true;
    }
    return false;
  }
}

function namesOf({
  facts = [],
}: ArticleDocument): readonly { readonly key: string; readonly text: string }[] {
  return (factOf(facts, 'entities') ?? []).map(({ name, wikidata }) => ({
    key: wikidata ?? name.toLowerCase(),
    text: name,
  }));
}

function figuresOf({
  facts = [],
}: ArticleDocument): readonly { readonly key: string; readonly text: string }[] {
  const money = (factOf(facts, 'money') ?? []).map(({ value, to, currency, text }) => ({
    key: `${value} ${to ?? ''} ${currency}`,
    text,
  }));
  const quantities = (factOf(facts, 'quantities') ?? []).map(({ value, to, unit, text }) => ({
    key: `${value} ${to ?? ''} ${unit}`,
    text,
  }));
  return [...money, ...quantities];
}

/** Those that were not known, each once; they are known from now on. */
function newOf(
  known: Set<string>,
  found: readonly { readonly key: string; readonly text: string }[],
): string[] {
  return found.flatMap(({ key, text }) => {
    if (known.has(key)) return [];
    known.add(key);
    return [text];
  });
}

/** What each of these articles, the oldest first, adds to those before it. */
export function whatEachAdds(articles: readonly ArticleDocument[]): readonly Addition[] {
  const told = new ToldSentences();
  const [names, figures] = [new Set<string>(), new Set<string>()];
  return articles.map((article) => {
    const sentences = sentencesOf(article);
    const added = sentences.filter((sentence) => !told.has(sentence)).map(({ text }) => text);
    for (const sentence of sentences) told.add(sentence);
    return {
      sentences: added,
      compared: sentences.length,
      names: newOf(names, namesOf(article)),
      figures: newOf(figures, figuresOf(article)),
    };
  });
}
