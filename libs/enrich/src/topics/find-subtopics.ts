import { narrowerTopics, type NarrowerFact } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { countStems } from './count-stems.ts';
import { pairKey, subtopicTable, type Spoken, type SubtopicTable } from './subtopic-table.ts';

/** What topics are parted by. */
export interface SubtopicInput {
  readonly title: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** What the publisher says of this article alone: section, breadcrumb, categories, keywords. */
  readonly named: readonly string[];
}

/** Languages that join words into longer ones. */
const compounding = new Set(['de']);
/** Characters that are read: of a name or title, of the lead, and of the whole text. */
const longest = { name: 200, title: 500, lead: 500, text: 3_000 } as const;
/** What a word counts, by where it stands. */
const weights = { named: 2, title: 2, lead: 1, rest: 0.5 } as const;
/** Two words together say more than one. */
const pairWeight = 1.5;
/** Words that a pair may have between them: `tour de France`. */
const mostBetween = 1;
/** Points of a topic that is told, and how far it must be ahead of the next one. */
const fewestPoints = 1.6;
const fewestAhead = 1.15;
/** Different words that it has. */
const fewestWords = 2;
/** Evidence for a topic that is still none: so much a text of another may hold. */
const noise = 1;

interface Seen {
  readonly spoken: Spoken;
  count: number;
}

/** Counts the words of one text after the other. */
function counterOf(table: SubtopicTable, isCompounding: boolean, seen: Map<number, Seen>) {
  const add = (key: number, spoken: Spoken, weight: number): void => {
    const known = seen.get(key);
    if (known === undefined) seen.set(key, { spoken, count: weight });
    else known.count += weight;
  };
  return (text: string, weight: number): void => {
    let before = 0;
    let beforeAt = -Infinity;
    countStems(text, table.stems, isCompounding, (_, number, at) => {
      const word = table.words[number];
      if (word === undefined) return;
      if (word.alone.length > 0) add(number, word.alone, weight);
      if (word.seconds.length > 0 && at - beforeAt <= mostBetween + 1)
        for (const first of table.words[before]?.firsts ?? [])
          for (const second of word.seconds) {
            const key = pairKey(first, second);
            const spoken = table.pairs.get(key);
            if (spoken !== undefined) add(key, spoken, weight * pairWeight);
          }
      before = number;
      beforeAt = at;
    });
  };
}

function readWords({ title, text, named }: SubtopicInput, language: string, table: SubtopicTable) {
  const seen = new Map<number, Seen>();
  const count = counterOf(table, compounding.has(language), seen);
  for (const name of named) count(name.slice(0, longest.name), weights.named);
  count(title.slice(0, longest.title), weights.title);
  count(text.slice(0, longest.lead), weights.lead);
  count(text.slice(longest.lead, longest.text), weights.rest);
  return seen;
}

/** What speaks for a part of a topic. */
interface Part {
  readonly index: number;
  points: number;
  words: number;
}

/**
 * The parts of a topic that words speak for, the likeliest first. A word of several of them counts for each in part.
 */
function partsOf(broader: string, seen: ReadonlyMap<number, Seen>): Part[] {
  const parts = new Map<number, Part>();
  for (const { spoken, count } of seen.values()) {
    const own = spoken.filter((index) => narrowerTopics[index]?.broader === broader);
    for (const index of own) {
      const part = parts.get(index) ?? { index, points: 0, words: 0 };
      part.points += Math.log2(1 + count) / own.length;
      part.words += 1;
      parts.set(index, part);
    }
  }
  return [...parts.values()].sort((a, b) => b.points - a.points || a.index - b.index);
}

function tellPart([first, second]: readonly Part[]): NarrowerFact[] {
  const topic = narrowerTopics[first?.index ?? -1];
  if (first === undefined || topic === undefined) return [];
  const next = second?.points ?? 0;
  if (first.words < fewestWords || first.points < fewestPoints || first.points < fewestAhead * next)
    return [];
  const confidence = first.points ** 2 / (first.points ** 2 + next ** 2 + noise ** 2);
  return [{ code: topic.code, label: topic.en, confidence: Math.round(confidence * 100) / 100 }];
}

/**
 * What of its topics (top codes of the IPTC Media Topics) an article is about, by topic: the part of the second level
 * for which different words of title, text and publisher speak more than for any other; none where that is not
 * clear, or the language has no table of words.
 */
export function findSubtopics(
  input: SubtopicInput,
  topics: readonly string[],
): ReadonlyMap<string, readonly NarrowerFact[]> {
  const language = primaryLanguage(input.language) ?? '';
  const table = topics.length === 0 ? undefined : subtopicTable(language);
  if (table === undefined) return new Map();
  const seen = readWords(input, language, table);
  return new Map(
    topics.flatMap((topic) => {
      const told = tellPart(partsOf(topic, seen));
      return told.length === 0 ? [] : [[topic, told] as const];
    }),
  );
}
