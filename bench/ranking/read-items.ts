import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../libs/store/src/testing/news-corpus.ts';
import { stemsOf } from '../../libs/store/src/library/query/stems.ts';

/** A news text of the public cases that is to be found again. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

/** What somebody types who remembers an article. */
export interface KnownItem {
  readonly kind: string;
  readonly query: string;
  readonly id: string;
}

function rowsOf<T>(path: string): T[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line): T => JSON.parse(line))
    : [];
}

/** English texts with a title: BBC news, agency news, Reuters, and the bodies of real pages. */
export function readItems(folder: string): Item[] {
  const pack = join(folder, 'enrichment');
  const lines = [
    ...rowsOf<{ id: string; text: string }>(join(pack, 'topics', 'topics.dev.input.jsonl')).filter(({ id }) =>
      id.startsWith('bbc-'),
    ),
    ...rowsOf<{ id: string; text: string }>(join(pack, 'dup', 'dup.dev.input.jsonl')),
    ...rowsOf<{ id: string; text: string }>(join(pack, 'kp', 'kp.dev.input.jsonl')).filter(({ id }) =>
      id.startsWith('kpcrowd'),
    ),
  ];
  const texts = lines.flatMap(({ id, text }): Item[] => {
    const [title = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
    const content = rest.join('\n\n');
    return content.length < 400 || title.length > 200 ? [] : [{ id, title: title.trim(), content }];
  });
  const pages = rowsOf<{ id: string; title?: string | null; body?: string | null }>(
    join(folder, 'extraction', 'gold.jsonl'),
  ).flatMap(({ id, title, body }): Item[] =>
    typeof title !== 'string' ||
    title === '' ||
    typeof body !== 'string' ||
    body.length < 400 ||
    !/\b(?:the|and)\b/u.test(body)
      ? []
      : [{ id, title, content: body }],
  );
  // Near copies of one text would make the sought one ambiguous.
  const seen = new Set<string>();
  return [...texts, ...pages].filter(({ content }) => {
    const start = (content.match(/\p{L}+/gu) ?? []).slice(5, 13).join(' ').toLowerCase();
    const isNew = !seen.has(start);
    seen.add(start);
    return isNew;
  });
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 2 && stemsOf(word, 'en', 'sought').length > 0,
  );
}

/** Queries for known items, of five kinds, always the same. */
export function knownItems(items: readonly Item[], ofEach: number): KnownItem[] {
  const random = randomFrom(3);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const documents = new Map<string, number>();
  const forms = new Map<string, Set<string>>();
  for (const { title, content } of items) {
    for (const word of new Set(wordsOf(`${title} ${content}`).map((word) => word.toLowerCase()))) {
      documents.set(word, (documents.get(word) ?? 0) + 1);
      const [stem = ''] = stemsOf(word, 'en', 'sought');
      forms.set(stem, (forms.get(stem) ?? new Set()).add(word));
    }
  }
  const some = (words: readonly string[], count: number) =>
    [...new Set(words)]
      .map((word) => ({ word, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ word }) => word);
  const another = (word: string) =>
    pick(
      [...(forms.get(stemsOf(word, 'en', 'sought')[0] ?? '') ?? [])].filter(
        (form) => form !== word.toLowerCase(),
      ),
    ) ?? word;
  const makers: Readonly<Record<string, (item: Item) => string | undefined>> = {
    'three words of the title': ({ title }) => {
      const words = some(wordsOf(title), 3);
      return words.length < 3 ? undefined : words.join(' ').toLowerCase();
    },
    'two of them in another form': ({ title }) => {
      const words = some(wordsOf(title), 3);
      return words.length < 3
        ? undefined
        : words
            .map((word, i) => (i < 2 ? another(word) : word))
            .join(' ')
            .toLowerCase();
    },
    'a quote as words': ({ content }) =>
      quoteOf(content)
        ?.replace(/[^\p{L}\p{N} ]/gu, ' ')
        .toLowerCase(),
    'a quote as a phrase': ({ content }) => {
      const quote = quoteOf(content);
      return quote === undefined ? undefined : `"${quote.replace(/["“”]/gu, '')}"`;
    },
    'telling words of the text': ({ content }) => {
      const words = some(
        wordsOf(content).filter((word) => (documents.get(word.toLowerCase()) ?? 0) > 3),
        4,
      );
      return words.length < 4 ? undefined : words.join(' ').toLowerCase();
    },
  };
  return Object.entries(makers).flatMap(([kind, make]) => {
    const found: KnownItem[] = [];
    for (let tries = 0; found.length < ofEach && tries < ofEach * 20; tries += 1) {
      const item = pick(items);
      const query = item === undefined ? undefined : make(item);
      if (item !== undefined && query !== undefined && query.trim() !== '')
        found.push({ kind, query, id: item.id });
    }
    return found;
  });
}

/** The first four words of something that was said. */
function quoteOf(content: string): string | undefined {
  const said = /["“]([^"“”]{30,200})["”]/u.exec(content)?.[1];
  const words = said?.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  return words.length < 6 ? undefined : words.slice(1, 5).join(' ');
}
