/*
 * The first five key phrases of real articles as a news desk judges them: node --conditions=newsmill-source
 * bench/enrichment/measure-desk-phrases.ts   (`--unknown` prints the phrases that nobody has judged).
 *
 * The texts are the hand-made bodies of the wild pages. Of each phrase sets/phrase-labels.tsv holds a hash, of
 * the article's id and the phrase, and the judgement of somebody who read title and phrases:
 *
 *   good   names somebody or something that the article is about, whole, as its text writes it; endings of
 *          inflection are no fault
 *   wrong  true but told twice, cut or joined wrongly, beside the matter, or of the page instead of the article
 *   silly  a word of function, a verb, a unit, a day or month, a lone noun that fits any article, a piece of a
 *          word or name, a label of the page
 *
 * Rules were chosen on the sites whose hash is even; those whose hash is odd are judged and measured.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage, findKeyPhrases } from '@newsmill/enrich';
import { decodeEntities } from '@newsmill/text';
import { findEntities } from '../../libs/enrich/src/entities/find-entities.ts';
import { benchFolder } from '../newsweb/bench-newsweb.ts';

const folder = benchFolder();
if (folder === undefined) throw new Error('the public cases are not here: name them in NEWSMILL_BENCH');
const wild = join(folder, 'wild');

interface Row {
  readonly id: string;
  readonly url: string;
  readonly title?: string | null;
  readonly body?: string | null;
}
const readRows = (name: string): Row[] =>
  readFileSync(join(wild, name), 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));

const labels = new Map(
  readFileSync(new URL('./sets/phrase-labels.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, 16), line.slice(17)]),
);
const hashOf = (text: string, algorithm: string): string => createHash(algorithm).update(text).digest('hex');
const hosts = new Map(
  readRows('manifest.jsonl').map(({ id, url }) => [id, new URL(url).hostname.replace(/^www\./, '')]),
);
const isJudged = (id: string): boolean =>
  Number.parseInt(hashOf(hosts.get(id) ?? id, 'sha1').slice(0, 2), 16) % 2 === 1;
const shortest = 200;
/** Some bodies keep references of the page, even twice. */
const plain = (text: string): string => decodeEntities(decodeEntities(text));

const counts = { articles: 0, silly: 0, phrases: 0, good: 0, unknown: 0 };
for (const { id, title, body } of readRows('gold.jsonl')) {
  if (typeof title !== 'string' || title === '' || typeof body !== 'string' || body.length < shortest)
    continue;
  if (!isJudged(id)) continue;
  const paragraphs = plain(body)
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const text = paragraphs.join('\n\n');
  const { tag: language } = detectLanguage(text);
  const names = findEntities({ title, paragraphs, language });
  const phrases = findKeyPhrases({ title, text, language, names }, 5).map((phrase) => phrase.text);
  const judged = phrases.map((phrase) => labels.get(hashOf(`${id}\n${phrase}`, 'sha256').slice(0, 16)));
  const unknown = phrases.filter((_, index) => judged[index] === undefined);
  if (process.argv.includes('--unknown') && unknown.length > 0)
    console.log([id, language, title, unknown.join(' ; ')].join(' | '));
  counts.articles += 1;
  counts.silly += Number(judged.includes('silly'));
  counts.phrases += phrases.length;
  counts.good += judged.filter((label) => label === 'good').length;
  counts.unknown += unknown.length;
}
const { articles, silly, phrases, good, unknown } = counts;
console.log(
  `${articles} articles, ${phrases} phrases: good ${((good / (phrases - unknown)) * 100).toFixed(1)} % of those judged; articles with a silly one ${((silly / articles) * 100).toFixed(1)} %; not judged ${unknown}`,
);
