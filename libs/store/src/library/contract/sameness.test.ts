import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArticleDocument, QueryNode, SearchPage, SearchRequest } from '@newsmill/contracts';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import type { Library, LibraryReader } from '../library.ts';
import { openSqliteLibrary } from '../sqlite/sqlite-library.ts';

const suite = elasticSuite();

/** Title and content of articles by language. */
const texts: readonly (readonly [language: string, title: string, content: string])[] = [
  [
    'en',
    'Central bank raises rates',
    "The bank's governor said 3.5 per cent isn't the end. U.S. markets fell; e-mail: press@bank.example.",
  ],
  [
    'en',
    'Rates unchanged',
    'Interest rates stay where they are, the central bank of the island said. C++ and C# are languages.',
  ],
  ['en-GB', 'A naïve café owner', 'The café, a façade of résumés. snake_case and CamelCase. x²+y² ½ ﬁne ℃.'],
  [
    'de',
    'Größere Straßenbahnen für Köln',
    'Die Straßenbahn fährt über die Brücke. Maßnahmen gegen Überflutung, 1.000 Euro.',
  ],
  ['de-AT', 'Österreich wählt', 'Wahl in Österreich: Die Äpfel fielen. Strasse und Straße.'],
  ['fr', "L'économie française", "L'été à Paris, c'est aujourd'hui. Œuvre et cœur, garçon."],
  ['es', 'El niño y la señora', 'Mañana habrá elecciones en España; ¿quién ganará?'],
  ['pt-BR', 'Inflação em São Paulo', 'O preço do pão subiu; ações caíram.'],
  ['pl', 'Łódź i Kraków', 'Zażółć gęślą jaźń w Łodzi.'],
  ['cs', 'Příliš žluťoučký kůň', 'Úpěl ďábelské ódy v Brně.'],
  ['tr', 'İstanbul ve Iğdır', 'Türkiye İstanbul ışık ığdır.'],
  ['vi', 'Hà Nội và Đà Nẵng', 'Ngân hàng nhà nước Việt Nam tăng lãi suất.'],
  ['nb', 'Blåbærsyltetøy på Røros', 'Æ e i a æ å. Fjøs og låve.'],
  ['hu', 'Árvíztűrő tükörfúrógép', 'Az őszi idő szép.'],
  ['ro', 'Știri din București', 'Creșterea prețurilor în țară.'],
  ['lt', 'Ąžuolas ir ėglė', 'Žemė, šalis, žmonės.'],
  ['is', 'Þingvellir og Ísland', 'Það er gott veður í dag.'],
  ['el', 'Τράπεζα της Ελλάδος', 'Η κεντρική τράπεζα αύξησε τα επιτόκια. ΟΔΟΣ οδός.'],
  ['ru', 'Центральный банк поднял ставку', 'Ещё один день: йод и ёлка. Москва́ стоит.'],
  ['uk', 'Київ і Львів', "Об'єднання громад, її мова, ґанок."],
  ['bg', 'Българска народна банка', 'Лихвите остават без промяна.'],
  ['sr', 'Народна банка Србије', 'Каматне стопе расту.'],
  ['ar', 'البَنْكُ المركزي يرفع الفائدة', 'قال البنك إنّ الاقتصاد ينمو في القاهرة، والأسعار أعلى.'],
  ['ar', 'الأسعار في المدينة', 'مدرسة جديدة وكتــاب قديم على الطاولة.'],
  ['fa', 'بانک مرکزی ایران', 'نرخ بهره می‌رود بالا.'],
  ['ur', 'پاکستان کی خبریں', 'شرح سود میں اضافہ ہوا۔'],
  ['he', 'אֲנִי קורא חדשות', 'בנק ישראל העלה את הריבית ב-0.5%.'],
  ['hi', 'हिन्दी समाचार', 'भारतीय रिज़र्व बैंक ने ब्याज दर बढ़ाई।'],
  ['bn', 'বাংলা সংবাদ', 'কেন্দ্রীয় ব্যাংক সুদের হার বাড়িয়েছে।'],
  ['ta', 'தமிழ் செய்திகள்', 'வட்டி விகிதம் உயர்ந்தது.'],
  ['th', 'ข่าวเศรษฐกิจวันนี้', 'ธนาคารกลางขึ้นดอกเบี้ย 0.25% ในกรุงเทพ'],
  ['lo', 'ຂ່າວ ລາວ', 'ທະນາຄານກາງ'],
  ['km', 'ព័ត៌មានកម្ពុជា', 'ធនាគារជាតិ'],
  ['my', 'မြန်မာသတင်း', 'ဗဟိုဘဏ်'],
  ['zh', '人民银行宣布加息', '中国人民银行今天宣布提高利率，以应对通货膨胀。GDP增长5%。'],
  ['zh-Hant', '臺灣央行升息', '中央銀行宣布升息半碼，新臺幣走強。'],
  ['zh', '北京大学校长谈教育', '北京的大学生说：金融危机过后，利率很低。'],
  ['ja', '日銀が金利を引き上げ', '東京都知事選挙の投票が始まった。コンピューターとｺﾝﾋﾟｭｰﾀｰ、々と〆切。'],
  ['ja', 'トヨタ、ＥＶを発表', 'トヨタ自動車は２０２６年に新型ＥＶを発売する。'],
  ['ko', '한국은행 기준금리를 인상', '서울에서 열린 회의에서 결정했다. GDP 성장률 2.5%.'],
  ['ko', '삼성전자 실적 발표', '삼성은 반도체 부문에서 이익을 냈다.'],
  ['hy', 'Հայաստանի բանկ', 'Տոկոսադրույքը բարձրացավ։'],
  ['ka', 'საქართველოს ბანკი', 'განაკვეთი გაიზარდა.'],
  ['am', 'የኢትዮጵያ ባንክ', 'የወለድ ተመን ጨመረ።'],
  ['eu', 'Euskal Herriko albisteak', 'Bankuak interesak igo ditu.'],
  ['ga', 'Banc Ceannais na hÉireann', "D'ardaigh an banc na rátaí."],
  ['fi', 'Suomen Pankki nosti korkoja', 'Äänestys järjestetään Jyväskylässä.'],
  ['sv', 'Riksbanken höjer räntan', 'Åre och Östersund i snö.'],
  ['da', 'Nationalbanken hæver renten', 'Ærø, Århus og Ålborg.'],
  ['nl', 'De Nederlandsche Bank', "Coördinatie in 's-Hertogenbosch, één keer."],
  ['id', 'Bank Indonesia naikkan suku bunga', 'Inflasi di Jakarta meningkat.'],
  ['und', '', '🙂 emoji only: 🏦💶 and (c) ©'],
];

const documents: readonly ArticleDocument[] = [...texts, ...texts.slice(0, 8)].map(
  ([language, title, content], i) =>
    sampleArticle(`s${String(i).padStart(3, '0')}`, {
      language,
      title: i < texts.length ? title : `${title} again`,
      content,
      published: new Date(Date.UTC(2026, 9, 1 + (i % 40), i % 24, i)).toISOString(),
      firstSeen: new Date(Date.UTC(2026, 8 + (i % 3), 3)).toISOString(),
      sourceId: `Source-${i % 5}`,
      sourceName: i % 2 === 0 ? `Paper ${i % 5}` : undefined,
      section: i % 4 === 0 ? undefined : `Section ${i % 3}`,
      authors: i % 3 === 0 ? ['Ann Lee', `Bo Ek ${i % 2}`] : ['José Núñez'],
      people: i % 4 === 0 ? ['Ada Moss', 'Ada Moss'] : ['Ada Moss', 'Cy Rowe'],
      keywords: i % 6 === 0 ? ['interest rate', 'Ärger'] : [],
      tags: i % 7 === 0 ? ['daily'] : [],
      duplicateOf: i >= texts.length ? `s${String(i - texts.length).padStart(3, '0')}` : undefined,
    }),
);

const term = (text: string, field?: Extract<QueryNode, { kind: 'term' }>['field']): QueryNode => ({
  kind: 'term',
  text,
  field,
});
const phrase = (text: string, slop?: number): QueryNode => ({ kind: 'phrase', text, slop });
const prefix = (text: string, field?: Extract<QueryNode, { kind: 'prefix' }>['field']): QueryNode => ({
  kind: 'prefix',
  text,
  field,
});
const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });
const and = (...nodes: QueryNode[]): QueryNode => ({ kind: 'and', nodes });
const or = (...nodes: QueryNode[]): QueryNode => ({ kind: 'or', nodes });

/**
 * Every word of every text, and runs of two and three of them as they stand there: what a reader would copy.
 */
const copied = texts.flatMap(([, title, content]) => {
  const parts = `${title} ${content}`.split(/\s+/u).filter((part) => part !== '');
  return [
    ...parts,
    ...parts.slice(0, -1).map((part, i) => `${part} ${parts[i + 1]}`),
    ...parts.slice(0, -2).map((part, i) => `${part} ${parts[i + 1]} ${parts[i + 2]}`),
  ];
});
/** Without marks that stand alone: they are no text that anyone seeks. */
const characters = [
  ...new Set(texts.flatMap(([, title, content]) => Array.from(`${title}${content}`))),
].filter((character) => !/\p{M}/u.test(character));

const composed: readonly QueryNode[] = [
  and(term('bank'), not(term('central'))),
  or(term('银行'), term('금리')),
  not(term('bank')),
  and(not(term('bank')), not(term('利率'))),
  not(not(term('bank'))),
  or(term('zzz'), not(term('rates'))),
  and(term('🙂'), term('bank')),
  { kind: 'and', nodes: [] },
  phrase('bank rates', 2),
  phrase('rates bank', 20),
  phrase('interest they', 4),
  phrase('central said', 4),
  phrase('银行 利率', 30),
  phrase('央行 升', 5),
  term('source-1', 'source'),
  term('PAPER 2', 'source'),
  prefix('sour', 'source'),
  prefix('pap', 'source'),
  term('zh', 'language'),
  term('ZH-hant', 'language'),
  term('en', 'language'),
  prefix('z', 'language'),
  prefix('en-', 'language'),
  term('ann lee', 'author'),
  term('jose nunez', 'author'),
  prefix('nu', 'author'),
  term('section 1', 'section'),
  term('interest rate', 'keyword'),
  term('arger', 'keyword'),
  term('daily', 'tag'),
  term('s003', 'url'),
  term('paper.example news', 'url'),
  term('bank', 'title'),
  term('银行', 'content'),
  prefix('中央', 'title'),
  prefix('ба'),
  prefix('str'),
  prefix('Öst'),
  prefix('ที'),
  prefix('interest ra'),
  phrase('the central ban'),
  prefix('the central ban'),
];

describe('both forms of the library', () => {
  let directory: string;
  let sqlite: Library;
  let elastic: Library;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-same-'));
    sqlite = await openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs: 60_000 });
    elastic = suite.open();
    for (const library of [sqlite, elastic]) {
      await library.write(documents);
      await library.refresh();
    }
  });
  afterAll(async () => {
    await sqlite.close();
    await rm(directory, { recursive: true, force: true });
  });

  const same = async (requests: readonly Partial<SearchRequest>[]) => {
    for (let from = 0; from < requests.length; from += 16) {
      await Promise.all(
        requests.slice(from, from + 16).map(async (change) => {
          const request: SearchRequest = { sort: 'newest', limit: 100, facets: [], ...change };
          const [inSqlite, inElastic] = await Promise.all([sqlite.search(request), elastic.search(request)]);
          const idsOf = (page: SearchPage) => page.items.map(({ id }) => id);
          expect({ change, ids: idsOf(inElastic) }).toEqual({ change, ids: idsOf(inSqlite) });
          expect({ change, page: { ...inElastic, next: undefined } }).toEqual({
            change,
            page: { ...inSqlite, next: undefined },
          });
        }),
      );
    }
  };

  it('find the same articles for every word and phrase that stands in one, with the same highlights', async () => {
    await same(copied.flatMap((text) => [{ query: phrase(text) }, { query: term(text) }]));
  });

  it('find the same articles for single characters and beginnings', async () => {
    await same(characters.flatMap((text) => [{ query: term(text) }, { query: prefix(text) }]));
  });

  it('find the same articles for composed queries, fields, filters and dates', async () => {
    await same(composed.map((query) => ({ query })));
    const filters: Partial<SearchRequest>[] = [
      {},
      { sources: ['source-1', 'PAPER 0'] },
      { languages: ['zh', 'pt'] },
      { languages: ['de-at'] },
      { from: '2026-10-10T00:00:00Z' },
      { to: '2026-10-10T03:09:00.000Z' },
      { from: '2026-10-05', to: '2026-10-20T12:00:00+02:00' },
      { collapse: true },
      { facets: ['source', 'language', 'section', 'author', 'day', 'person'] },
      { from: '+200000-01-01T00:00:00Z' },
      { to: '-000500-01-01T00:00:00Z' },
    ];
    await same(
      filters.flatMap((filter) => [
        filter,
        { ...filter, query: term('bank') },
        { ...filter, query: or(term('银行'), prefix('б')) },
      ]),
    );
  });

  it('go through pages of the newest in the same order', async () => {
    const pages = async (library: LibraryReader) => {
      const ids: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await library.search({ sort: 'newest', limit: 7, facets: [], cursor });
        ids.push(page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      return ids;
    };
    expect(await pages(elastic)).toEqual(await pages(sqlite));
  });

  it('list and export the same', async () => {
    const all = async (library: LibraryReader) => {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await library.list({ after, limit: 9 });
        ids.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      return ids;
    };
    expect(await all(elastic)).toEqual(await all(sqlite));
  });
});
