import { rmSync } from 'node:fs';
import { openSearchMatcher, type ChangeFilter, type LibraryChange } from '@newsmill/store';
import { parseQuery } from '@newsmill/search';
import { newsCorpus, randomFrom, type NewsCorpus } from '../../libs/store/src/testing/news-corpus.ts';
import { benchPlace, openSqlite } from '../library/open-libraries.ts';
import { readNewsTexts } from '../library/read-texts.ts';
import { benchFolder } from '../newsweb/bench-newsweb.ts';

type DocumentChange = Extract<LibraryChange, { readonly kind: 'document' }>;

const articles = 1_000;
const counts = [10, 100, 1_000, 10_000];

/** Saved searches as desks write them: names, two words, phrases, alternatives, exclusions, bounds, filters. */
function savedSearches(corpus: NewsCorpus, count: number): ChangeFilter[] {
  const random = randomFrom(3);
  const word = (language: string) => {
    const words = corpus.words(language);
    return words[Math.floor(words.length ** (0.75 + 0.25 * random())) - 1] ?? '';
  };
  const pair = (text: string) => {
    const words = text.match(/[\p{L}\p{M}]{4,}/gu) ?? [];
    const at = Math.floor(random() * Math.max(1, words.length - 1));
    return `"${words[at] ?? ''} ${words[at + 1] ?? ''}"`;
  };
  return Array.from({ length: count }, (): ChangeFilter => {
    const { language, content, sourceId, people } = corpus.article(Math.floor(random() * 1_000_000));
    const [one, two, three] = [word(language), word(language), word(language)];
    const kinds: readonly (readonly [share: number, query: string, filter?: ChangeFilter])[] = [
      [0.3, `${one} ${two}`],
      [0.1, one],
      [0.2, pair(content)],
      [0.1, `${one} OR ${two} OR ${pair(content)}`],
      [0.1, `${one} -${two}`],
      [0.05, `${one.slice(0, 5)}* ${two}`],
      [0.05, `person:"${people?.[0] ?? ''}" ${one}`],
      [0.05, `(${one} OR ${two}) ${three} published:>7d`, { languages: [language] }],
      [0.05, one, { sources: [sourceId] }],
    ];
    let left = random();
    const [, q = one, filter] = kinds.find(([share]) => (left -= share) < 0) ?? [];
    const parsed = parseQuery(q ?? one);
    return parsed.ok ? { ...filter, query: parsed.query } : { query: { kind: 'term', text: one } };
  });
}

function used(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

/**
 * CPU of an article against the number of saved searches: by terms, and with `each` as well by asking the
 * embedded library for each search.
 */
export async function benchAlerts([size = '20', each]: readonly string[]): Promise<void> {
  const corpus = newsCorpus(readNewsTexts(benchFolder()), 1_000_000);
  // That of the run before says nothing here.
  rmSync(benchPlace('alerts'), { recursive: true, force: true });
  const { library, usage, close } = await openSqlite(benchPlace('alerts'));
  await library.write(Array.from({ length: articles }, (_, i) => corpus.article(500_000 + i)));
  const pages: DocumentChange[][] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const page = await library.changes({ after, limit: Number(size) });
    pages.push(page.items.filter((change) => change.kind === 'document'));
    after = page.cursor;
    more = page.more;
  }
  const all = savedSearches(corpus, Math.max(...counts));
  for (const count of counts) {
    const searches = all.slice(0, count);
    const matcher = await openSearchMatcher();
    const kept = process.cpuUsage();
    for (const [id, filter] of searches.entries()) matcher.put(String(id), filter);
    const keptMs = used(kept);
    let [best, finds] = [Infinity, 0];
    for (let round = 0; round < 4; round += 1) {
      const began = process.cpuUsage();
      finds = 0;
      for (const page of pages)
        for (const found of (await matcher.match(page, Date.now())).values()) finds += found.size;
      best = Math.min(best, used(began) / articles);
    }
    matcher.close();
    const asked = each === 'each' ? await askEach() : undefined;
    console.log(
      `${count} searches: ${best.toFixed(3)} ms of CPU an article by terms, ${(finds / articles).toFixed(2)} finds each, ${(keptMs / count).toFixed(2)} ms to keep a search, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB${asked === undefined ? '' : `; ${asked.toFixed(2)} ms by asking for each`}`,
    );
    async function askEach(): Promise<number> {
      const [own, theirs] = [process.cpuUsage(), usage().cpuSeconds];
      let [after, some, asking] = [undefined as string | undefined, 0, true];
      for (const page of pages) {
        if (!asking) break;
        for (const where of searches) await library.changes({ after, where, limit: Number(size) });
        after = page.at(-1)?.cursor;
        some += page.length;
        asking = usage().cpuSeconds - theirs < 10;
      }
      return (used(own) + (usage().cpuSeconds - theirs) * 1_000) / some;
    }
  }
  await close();
}
