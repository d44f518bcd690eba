import { pick, seededRandom, type Random } from './seeded-random.ts';
import { vocabularies, type Language, type Vocabulary } from './vocabulary.ts';

/** A made-up story. */
export interface Story {
  readonly title: string;
  readonly author: string;
  readonly paragraphs: readonly string[];
}

const amounts: Readonly<Record<Language, (random: Random) => string>> = {
  en: (random) => `£${(1 + random() * 90).toFixed(1)} million`,
  de: (random) => `${(1 + random() * 90).toFixed(1).replace('.', ',')} Millionen Euro`,
  zh: (random) => `${Math.floor(20 + random() * 9_000)}万元`,
  ko: (random) => `${Math.floor(2 + random() * 900)}억 원`,
  ar: (random) => `${Math.floor(2 + random() * 90)} مليون درهم`,
};

function fill(language: Language, pattern: string, random: Random): string {
  const { words } = vocabularies[language];
  const filled = pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'number') return String(Math.floor(12 + random() * random() * 9_000));
    if (slot === 'amount') return amounts[language](random);
    return pick(random, words[slot] ?? []);
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function sentences(language: Language, count: number, random: Random): string[] {
  const { patterns } = vocabularies[language];
  let last = '';
  return Array.from({ length: count }, () => {
    let pattern = pick(random, patterns);
    while (pattern === last) pattern = pick(random, patterns);
    last = pattern;
    return fill(language, pattern, random);
  });
}

function name(language: Language, { words }: Vocabulary, random: Random): string {
  const first = pick(random, words['first'] ?? []);
  const last = pick(random, words['last'] ?? []);
  return language === 'zh' || language === 'ko' ? last + first : `${first} ${last}`;
}

/** The title of story `index`; another `attempt` gives another title. */
export function writeTitle(language: Language, seed: number, index: number, attempt: number): string {
  const random = seededRandom(seed, 'title', index, attempt);
  return fill(language, pick(random, vocabularies[language].titles), random);
}

/**
 * Six to nine paragraphs; the reference with `token` stands inside the second. Same arguments, same story.
 */
export function writeStory(
  language: Language,
  seed: number,
  index: number,
  title: string,
  token: string,
): Story {
  const random = seededRandom(seed, 'story', index);
  const vocabulary = vocabularies[language];
  const author = name(language, vocabulary, random);
  const paragraphs = Array.from({ length: 6 + Math.floor(random() * 4) }, (_, at) => {
    const written = sentences(language, 2 + Math.floor(random() * 3), random);
    if (at === 1) written.splice(1, 0, vocabulary.reference.replace('{token}', token));
    return written.join(vocabulary.gap);
  });
  return { title, author, paragraphs };
}

/**
 * The story as its publisher corrects it: one paragraph replaced, and a correction with the new token instead
 * of the old reference.
 */
export function updateStory(
  language: Language,
  seed: number,
  index: number,
  story: Story,
  token: string,
): Story {
  const random = seededRandom(seed, 'update', index);
  const vocabulary = vocabularies[language];
  const paragraphs = story.paragraphs.map((paragraph, at) => {
    if (at === 1)
      return [...sentences(language, 2, random), vocabulary.update.replace('{token}', token)].join(
        vocabulary.gap,
      );
    return at === 3 ? sentences(language, 3, random).join(vocabulary.gap) : paragraph;
  });
  return { ...story, paragraphs };
}

/** The story as another paper prints it from the agency: a mark in front, its last sentence cut. */
export function copyStory(language: Language, story: Story): Story {
  const paragraphs = story.paragraphs.map((paragraph, at) =>
    at === 0 ? vocabularies[language].agency + paragraph : paragraph,
  );
  const last = paragraphs.at(-1) ?? '';
  const end = Math.max(last.lastIndexOf('. ', last.length - 2), last.lastIndexOf('。', last.length - 2));
  return {
    ...story,
    paragraphs: end > 0 ? [...paragraphs.slice(0, -1), last.slice(0, end + 1)] : paragraphs,
  };
}
