import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanArticle } from '@newsmill/clean';
import { FetchedPage, knowsNothing, type CleanArticle } from '@newsmill/contracts';
import { codeOfSection, enrichArticle, listEnrichers } from '@newsmill/enrich';
import { openPack, packDay, readHtml } from '../extraction/pack.ts';
import { findTopics } from '../../libs/enrich/src/topics/find-topics.ts';

/** Pages, and how many were given no topic, or a wrong one as the first. */
interface PageTopics {
  readonly pages: number;
  /** By the text alone. */
  readonly textNone: number;
  readonly textWrong: number;
  /** With section, breadcrumb, address and keywords. */
  readonly allNone: number;
  readonly allWrong: number;
  /** Pages whose section names a code and whose text told a topic, and where both are the same. */
  readonly sections: number;
  readonly agreeing: number;
}

const setFile = fileURLToPath(new URL('sets/topics-of-pages.tsv', import.meta.url));
const emptyTopics = (): PageTopics => ({
  pages: 0,
  textNone: 0,
  textWrong: 0,
  allNone: 0,
  allWrong: 0,
  sections: 0,
  agreeing: 0,
});

/** Title, body and facts of a page as the mill reads it; undefined for one that it takes for no article. */
export function readArticle(
  html: string,
  { id, url }: { readonly id: string; readonly url: string },
): { readonly article: CleanArticle; readonly language: string } | undefined {
  const page = FetchedPage.parse({
    item: id,
    sourceId: 'paper',
    url,
    finalUrl: url,
    fetchedAt: packDay,
    firstSeen: packDay,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    httpHeaders: {},
    body: Buffer.from(html),
  });
  const cleaned = cleanArticle(page);
  if (cleaned.kind !== 'accept') return undefined;
  const languageAlone = listEnrichers().filter(({ name }) => name === 'language');
  const enriched = enrichArticle(cleaned.value, knowsNothing, languageAlone);
  if (enriched.kind !== 'accept') return undefined;
  const found = enriched.value.facts.find(({ name }) => name === 'language')?.value;
  return { article: cleaned.value, language: typeof found === 'string' ? found : 'und' };
}

/** What one page adds to the score of its language, of its half and of all. */
function scorePage(
  html: string,
  { id, url, codes }: { id: string; url: string; codes: string[] },
): PageTopics {
  const read = readArticle(html, { id, url });
  if (read === undefined) return emptyTopics();
  const { title, text, section, breadcrumb, keywords } = read.article;
  const { language } = read;
  const ofText = findTopics({ title, text, language, url: '' })[0]?.code.slice(7, 9);
  const ofAll = findTopics({ title, text, language, url, section, breadcrumb, keywords })[0]?.code.slice(
    7,
    9,
  );
  const placed = [section ?? '', ...breadcrumb, ...new URL(url).pathname.split('/').slice(1, -1)].flatMap(
    (name) => codeOfSection(name, language)?.slice(7, 9) ?? [],
  );
  return {
    pages: 1,
    textNone: Number(ofText === undefined),
    textWrong: Number(ofText !== undefined && !codes.includes(ofText)),
    allNone: Number(ofAll === undefined),
    allWrong: Number(ofAll !== undefined && !codes.includes(ofAll)),
    sections: Number(placed.length > 0 && ofText !== undefined),
    agreeing: Number(ofText !== undefined && placed.includes(ofText)),
  };
}

function sumOf(one: PageTopics, other: PageTopics): PageTopics {
  return {
    pages: one.pages + other.pages,
    textNone: one.textNone + other.textNone,
    textWrong: one.textWrong + other.textWrong,
    allNone: one.allNone + other.allNone,
    allWrong: one.allWrong + other.allWrong,
    sections: one.sections + other.sections,
    agreeing: one.agreeing + other.agreeing,
  };
}

/**
 * Topics of saved news pages in the languages of Latin and Greek letters that have a table of words, against
 * labels by hand: each page has the codes that a reader would allow for its first topic. Sites whose hash is
 * even were looked at while the words were written (`tuned`), the others were kept back.
 */
export function measurePageTopics(folder: string): string {
  const wild = join(folder, 'wild');
  if (!existsSync(join(wild, 'manifest.jsonl'))) return 'page topics: the pages of `wild` are not here';
  const pack = openPack(wild);
  const pages = new Map(pack.pages.map((page) => [page.id, page]));
  const scores = new Map<string, PageTopics>();
  for (const line of readFileSync(setFile, 'utf8').trim().split('\n').slice(1)) {
    const [language = '', half = '', id = '', codes = ''] = line.split('\t');
    const page = pages.get(id);
    if (page === undefined) continue;
    const own = scorePage(readHtml(pack, page), { id, url: page.url, codes: codes.split(',') });
    for (const key of [language, half, 'all']) scores.set(key, sumOf(scores.get(key) ?? emptyTopics(), own));
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
  return [...scores]
    .map(
      ([key, { pages: all, textNone, textWrong, allNone, allWrong, sections, agreeing }]) =>
        `${key}: ${all} pages; by the text alone without ${share(textNone, all)}, wrong ${share(textWrong, all)}; with section and keywords without ${share(allNone, all)}, wrong ${share(allWrong, all)}; the text agrees with the section on ${agreeing} of ${sections}`,
    )
    .join('\n');
}
