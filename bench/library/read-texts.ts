import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewsTexts } from '../../libs/store/src/testing/news-corpus.ts';
import { newsTexts } from '../../libs/store/src/testing/news-texts.ts';

function rowsOf<T>(path: string): T[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line): T => JSON.parse(line))
    : [];
}

function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+/gu, ' ')
    .split(/(?<=[.!?。])\s*/u)
    .filter((sentence) => sentence.length > 12 && sentence.length < 400)
    .map((sentence) => `${sentence} `);
}

/**
 * Sentences of the public cases where they are (language identification for eight languages, news for
 * English); a few of our own otherwise.
 */
export function readNewsTexts(folder: string | undefined): NewsTexts {
  if (folder === undefined) return newsTexts;
  const pack = join(folder, 'enrichment');
  const languages = new Map(
    rowsOf<{ id: string; lang: string }>(join(pack, 'lid', 'lid.dev.gold.jsonl')).map(({ id, lang }) => [
      id,
      lang,
    ]),
  );
  const texts = new Map<string, string[]>(Object.keys(newsTexts).map((language) => [language, []]));
  for (const { id, text } of rowsOf<{ id: string; text: string }>(join(pack, 'lid', 'lid.dev.input.jsonl')))
    texts.get(languages.get(id) ?? '')?.push(...sentencesOf(text));
  for (const path of [join('topics', 'topics.dev.input.jsonl'), join('dup', 'dup.dev.input.jsonl')])
    for (const { text } of rowsOf<{ text: string }>(join(pack, path)))
      texts.get('en')?.push(...sentencesOf(text));
  return Object.fromEntries(
    [...texts].map(([language, sentences]) => [
      language,
      sentences.length === 0 ? (newsTexts[language] ?? []) : [...new Set(sentences)],
    ]),
  );
}
