/**
 * False alarms and detection of the drift alarm. Reads the shapes that read-shapes.ts prints, makes of each
 * site with five or more recorded articles sources that publish these in random order (drawn with
 * replacement, each draw an article of its own) and counts alarms of undisturbed months; then breaks each
 * source in each of several ways and counts the articles until the alarm.
 * Usage: node --conditions=newsmill-source bench/drift/measure-drift.ts shapes.jsonl [ARTICLES A MONTH] [ROUNDS]
 */
import { readFileSync } from 'node:fs';
import {
  guarded,
  judgeDrift,
  type DriftJudgement,
  type SourceShapes,
} from '../../libs/clean/src/drift/judge-drift.ts';
import { contentSigns } from '../../libs/clean/src/drift/read-signs.ts';
import type { ArticleShape } from '../../libs/clean/src/drift/article-shape.ts';
import { randomFrom } from '../../test/newsweb/seeded-random.ts';

const [file = '', month = '300', rounds = '20'] = process.argv.slice(2);
const fewestPages = 5;
const remembered = 32;

interface Row {
  readonly host?: string;
  readonly kind: string;
  readonly shape: ArticleShape;
}

const rows: Row[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const read = rows.filter(
  ({ kind, host, shape }) => kind === 'article' && (host ?? '') !== '' && shape.words > 0,
);
/** A page that lies in two packs is one. */
const once = (pages: readonly Row[]) => [
  ...new Map(pages.map((page) => [page.shape.textHash, page])).values(),
];
const sites = [...Map.groupBy(read, ({ host }) => host ?? '')]
  .map(([host, pages]) => [host, once(pages)] as const)
  .filter(([host, { length }]) => length >= fewestPages && host !== 'web.archive.org');

/** The shape of a new article that looks like a recorded one. */
function drawn(pages: readonly Row[], random: () => number, at: number): ArticleShape {
  const page = pages[Math.floor(random() * pages.length)];
  if (page === undefined) throw new Error('a site without pages');
  const { shape } = page;
  const isShared = (pick: (one: ArticleShape) => number) =>
    pages.some((other) => other !== page && pick(other.shape) === pick(shape));
  const own = (hash: number, shared: boolean) => (shared ? hash : Math.floor(random() * 2 ** 32));
  return {
    ...shape,
    item: `i${at}`,
    at,
    titleHash: own(
      shape.titleHash,
      isShared((one) => one.titleHash),
    ),
    textHash: own(
      shape.textHash,
      isShared((one) => one.textHash),
    ),
  };
}

const isHeldBack = ({ isAlarm, isNewForm, signs }: DriftJudgement) =>
  isAlarm && !isNewForm && signs.some((sign) => contentSigns.has(sign));

/** One article in thirty comes once more, under another address. */
const copied = 1 / 30;

/** The memory of a source as the stage keeps it. */
class Memory {
  usual: ArticleShape[] = [];
  odd: ArticleShape[] = [];
  take(shape: ArticleShape) {
    const judged = judgeDrift(shape, this satisfies SourceShapes);
    if (judged.isNewForm)
      this.usual = [...this.usual, ...judged.run.map(({ shape: odd }) => odd)].slice(-remembered);
    else if (judged.isAlarm && judged.signs.length > 0) this.odd = [...this.odd, shape].slice(-remembered);
    else this.usual = [...this.usual, shape].slice(-remembered);
    return judged;
  }
}

const breaks: Readonly<Record<string, (shape: ArticleShape, random: () => number) => ArticleShape>> = {
  'title "x", 84 words': (shape) => ({ ...shape, title: 1, titleHash: 7, words: 84, box: 99 }),
  'title "x", the same 84 words': (shape) => ({
    ...shape,
    title: 1,
    titleHash: 7,
    words: 84,
    textHash: 9,
    box: 99,
  }),
  'the same notice': (shape) => ({ ...shape, titleHash: 7, words: 60, textHash: 9, box: 99 }),
  'title constant': (shape) => ({ ...shape, title: 12, titleHash: 7 }),
  'body is boilerplate': (shape) => ({ ...shape, words: 40, textHash: 9, box: 99 }),
  'body is a teaser': (shape) => ({ ...shape, words: Math.min(shape.words, 45), box: 99 }),
  'dates gone': (shape) => ({ ...shape, isDated: false }),
  'dates and authors gone': (shape) => ({ ...shape, isDated: false, isAuthored: false, box: 99 }),
  'redesign read well': (shape) => ({ ...shape, box: 99 }),
};

const count = Number(month);
let months = 0;
const alarming = new Map<string, number>();
let held = 0;
let articles = 0;
for (let round = 0; round < Number(rounds); round += 1)
  for (const [name, pages] of sites) {
    const random = randomFrom(round * 1_000 + name.length * 7 + pages.length);
    const memory = new Memory();
    let isAlarmed = false;
    let last: ArticleShape | undefined;
    for (let at = 1; at <= count + 32; at += 1) {
      const fresh = drawn(pages, random, at);
      const shape: ArticleShape =
        last !== undefined && random() < copied ? { ...last, item: fresh.item, at } : fresh;
      last = shape === fresh ? fresh : undefined;
      const judged = memory.take(shape);
      articles += 1;
      if (isHeldBack(judged)) held += 1;
      isAlarmed ||= judged.isAlarm;
    }
    months += 1;
    if (isAlarmed) alarming.set(name, (alarming.get(name) ?? 0) + 1);
  }
const alarmed = [...alarming.values()].reduce((sum, one) => sum + one, 0);
process.stdout.write(
  `${sites.length} sites, ${months} months of ${count} articles: ${alarmed} with a false alarm (${((100 * alarmed) / months).toFixed(2)} %); ${held} of ${articles} articles held back\n`,
);

for (const [name, breakIt] of Object.entries(breaks)) {
  const needed: number[] = [];
  let missed = 0;
  let held = 0;
  let after = 0;
  let adopted = 0;
  for (let round = 0; round < Number(rounds); round += 1)
    for (const [site, pages] of sites) {
      const random = randomFrom(round * 977 + site.length * 13 + pages.length);
      const memory = new Memory();
      let at = 1;
      for (; at <= 32 + guarded; at += 1) memory.take(drawn(pages, random, at));
      const from = at;
      let alarm: number | undefined;
      for (; at < from + 40; at += 1) {
        const judged = memory.take(breakIt(drawn(pages, random, at), random));
        if (judged.isAlarm) alarm ??= at - from + 1;
        after += 1;
        if (isHeldBack(judged)) held += 1;
        if (judged.isNewForm) adopted += 1;
      }
      if (alarm === undefined) missed += 1;
      else needed.push(alarm);
    }
  needed.sort((a, b) => a - b);
  const at = (share: number) => needed[Math.floor(share * (needed.length - 1))] ?? '-';
  const within = (limit: number) => needed.filter((one) => one <= limit).length / (needed.length + missed);
  process.stdout.write(
    `${name}: alarm after ${at(0.5)} articles (median), ${at(0.9)} (nine of ten); within 4: ${(100 * within(4)).toFixed(0)} %, within 10: ${(100 * within(10)).toFixed(0)} %; never within 40: ${missed} of ${needed.length + missed}; held back ${((100 * held) / after).toFixed(0)} %, new form ${adopted}\n`,
  );
}

/** Sources that are young when they break, from the first article on or after some. */
for (const good of [0, 3, 8, 12])
  for (const [name, breakIt] of Object.entries(breaks)) {
    const needed: number[] = [];
    let all = 0;
    for (let round = 0; round < Number(rounds); round += 1)
      for (const [site, pages] of sites) {
        const random = randomFrom(round * 613 + site.length * 17 + pages.length);
        const memory = new Memory();
        for (let at = 1; at <= good; at += 1) memory.take(drawn(pages, random, at));
        let alarm: number | undefined;
        for (let at = 1; at <= 40; at += 1)
          if (memory.take(breakIt(drawn(pages, random, good + at), random)).isAlarm) alarm ??= at;
        all += 1;
        if (alarm !== undefined) needed.push(alarm);
      }
    needed.sort((a, b) => a - b);
    const at = (share: number) => needed[Math.floor(share * (needed.length - 1))] ?? '-';
    process.stdout.write(
      `after ${good} articles, ${name}: ${at(0.5)} (median), ${at(0.9)} (nine of ten); told within 40: ${needed.length} of ${all}\n`,
    );
  }

/** Sources of which a share of the articles has one title, as a column or a daily digest has. */
for (const share of [0.1, 0.3, 0.5]) {
  let [alarmed, heldBack, all] = [0, 0, 0];
  for (let round = 0; round < Number(rounds); round += 1)
    for (const [site, pages] of sites) {
      const random = randomFrom(round * 409 + site.length * 19 + pages.length);
      const memory = new Memory();
      let isAlarmed = false;
      for (let at = 1; at <= 100; at += 1) {
        const shape = drawn(pages, random, at);
        const judged = memory.take(random() < share ? { ...shape, title: 14, titleHash: 11 } : shape);
        isAlarmed ||= judged.isAlarm;
        if (isHeldBack(judged)) heldBack += 1;
      }
      all += 1;
      if (isAlarmed) alarmed += 1;
    }
  process.stdout.write(
    `${Math.round(100 * share)} % of the articles with one title: ${alarmed} of ${all} sources with an alarm within 100 articles, ${heldBack} articles held back\n`,
  );
}
