import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TopicFact } from '@newsmill/contracts';
import type { TopicInput } from '../../libs/enrich/src/topics/find-topics.ts';
import { findTopics } from '../../libs/enrich/src/topics/find-topics.ts';
import { openPack, readHtml } from '../extraction/pack.ts';
import { readArticle } from './measure-page-topics.ts';
import { readLines } from './read-lines.ts';

/** Articles by what they were told of the second level: only what a reader allows, nothing, anything else. */
interface Told {
  right: number;
  none: number;
  /** Of those with none, the ones that have no topic of the first level either. */
  topicless: number;
  wrong: number;
}

const setFile = fileURLToPath(new URL('sets/subtopics-of-pages.tsv', import.meta.url));

/** Reads the articles of the set by where they lie and their id; undefined for one that is not here. */
function articleReader(folder: string): (set: string, id: string) => TopicInput | undefined {
  const packs = ['wild', 'extraction']
    .map((name) => ({ name, path: join(folder, name) }))
    .filter(({ path }) => existsSync(join(path, 'manifest.jsonl')))
    .map(({ name, path }) => ({ name, pack: openPack(path) }));
  const texts = new Map(
    readLines<{ id: string; text: string }>(join(folder, 'enrichment/topics/topics.dev.input.jsonl')).map(
      ({ id, text }) => [id, text],
    ),
  );
  return (set, id) => {
    if (set === 'topics') {
      const whole = texts.get(id);
      if (whole === undefined) return undefined;
      const end = Math.max(0, whole.indexOf('\n\n'));
      return { title: whole.slice(0, end), text: whole.slice(end).trim(), language: 'en', url: '' };
    }
    const pack = packs.find(({ name }) => name === set)?.pack;
    const page = pack?.pages.find((one) => one.id === id);
    if (pack === undefined || page === undefined) return undefined;
    const read = readArticle(readHtml(pack, page), page);
    if (read === undefined) return undefined;
    const { title, text, section, breadcrumb, keywords } = read.article;
    return { title, text, language: read.language, url: page.url, section, breadcrumb, keywords };
  };
}

/** The second level that topics are told with, without `medtop:`. */
function toldOf(topics: readonly TopicFact[]): string[] {
  return topics.flatMap(({ narrower = [] }) => narrower.map(({ code }) => code.slice(7)));
}

/**
 * Second level of the topics of articles in four languages, against labels by hand: each has the codes that a reader
 * would allow. Articles whose site (or id, where there is none) has an even hash were looked at while words and limits
 * were chosen (`tuned`), the others were kept back. `isListing`: with a line for each article that is wrong.
 */
export function measurePageSubtopics(folder: string, isListing = false): string {
  const articleOf = articleReader(folder);
  const scores = new Map<string, Told>();
  const mistakes: string[] = [];
  for (const line of readFileSync(setFile, 'utf8').trim().split('\n').slice(1)) {
    const [language = '', half = '', set = '', id = '', codes = ''] = line.split('\t');
    const article = articleOf(set, id);
    if (article === undefined) continue;
    const topics = findTopics(article);
    const told = toldOf(topics);
    const allowed = codes.split(',');
    const what =
      told.length === 0 ? 'none' : told.every((code) => allowed.includes(code)) ? 'right' : 'wrong';
    if (isListing && what !== 'right')
      mistakes.push(`${what} ${half} ${id}: told ${told.join(' ')}, allowed ${allowed.join(' ')}`);
    for (const key of [`${half} ${language}`, half, 'all']) {
      const score = scores.get(key) ?? { right: 0, none: 0, topicless: 0, wrong: 0 };
      score[what] += 1;
      score.topicless += Number(topics.length === 0);
      scores.set(key, score);
    }
  }
  const lines = [...scores].map(([key, { right, none, topicless, wrong }]) => {
    const all = right + none + wrong;
    const share = (part: number): string => (part / all).toFixed(3);
    return `${key}: ${all} articles; right ${share(right)}, none ${share(none)} (without a topic ${share(topicless)}), wrong ${share(wrong)}`;
  });
  return [...lines.sort(), ...mistakes].join('\n');
}
