import {
  ArticleDocument,
  type EnrichedArticle,
  EnrichedArticle as EnrichedArticleSchema,
} from '@newsmill/contracts';
import { toDocument } from '@newsmill/search';
import { itemOf } from '@newsmill/text';

/** The clock of the seeded mill. */
export const seededNow = Date.UTC(2026, 10, 24, 16, 0);
const hour = 3_600_000;

interface Seed {
  readonly path: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly hoursAgo: number;
  readonly more?: Partial<EnrichedArticle>;
}

const paper = { sourceId: 'harbour-times', sourceName: 'Harbour Times', language: 'en' } as const;
const blatt = { sourceId: 'deich-bote', sourceName: 'Der Deichbote', language: 'de' } as const;
const seeds: readonly Seed[] = [
  {
    ...paper,
    path: 'night-ferry-returns',
    title: 'Night ferry returns to the strait after nine years',
    hoursAgo: 2,
    paragraphs: [
      'The night ferry between Port Alder and Stonehaven Quay sails again from Friday, nine years after the last boat was sold for scrap.',
      'The council voted eleven to four for a crossing that leaves at 22:40 and arrives before the first train.',
      'Tickets cost less than a taxi over the bridge. Bicycles travel free in winter.',
    ],
    more: {
      subtitle: 'Council votes eleven to four for a winter crossing; the first boat leaves on Friday',
      byline: 'By Mara Quill, maritime correspondent',
      authors: ['Mara Quill'],
      section: 'Transport',
      keywords: ['ferry', 'harbour', 'winter timetable'],
      published: '2026-11-24T13:45:00Z',
      publishedPrecision: 'minute',
      modified: '2026-11-24T14:30:00Z',
      authorBio: 'Mara Quill has written about boats and those who miss them since 2011.',
      disclaimer: 'The Harbour Times holds no shares in the ferry company.',
      copyright: '© 2026 Harbour Times',
      licence: 'CC BY 4.0',
      flags: ['hacked-title'],
      images: [
        {
          url: 'https://harbour-times.example/pictures/ferry.jpg',
          caption: 'The rebuilt boat on her first trial run',
          credit: 'Photo: J. Orr',
        },
        { url: 'javascript:alert(1)', caption: 'A picture with a bad address' },
      ],
      blocks: [
        {
          kind: 'paragraph',
          text: 'The night ferry between Port Alder and Stonehaven Quay sails again from Friday, nine years after the last boat was sold for scrap.',
        },
        {
          kind: 'paragraph',
          text: 'The council voted eleven to four for a crossing that leaves at 22:40 and arrives before the first train.',
        },
        { kind: 'heading', level: 2, text: 'What it costs' },
        {
          kind: 'paragraph',
          text: 'Tickets cost less than a taxi over the bridge. Bicycles travel free in winter.',
        },
        { kind: 'list-item', text: 'Adults: 9.50 for one crossing' },
        { kind: 'list-item', text: 'Under eighteen: free on weekdays' },
        {
          kind: 'quote',
          text: 'We are not selling a trip. We are selling a night’s sleep that happens to move.',
        },
        { kind: 'heading', level: 2, text: 'Who opposed it' },
        {
          kind: 'paragraph',
          text: 'Four members asked for a study of the wash in the inner basin. It is due in spring.',
        },
        { kind: 'caption', text: 'The timetable hangs at both quays.' },
      ],
      provenance: [
        {
          field: 'title',
          value: 'Night ferry returns to the strait after nine years',
          source: 'json-ld headline',
          confidence: 0.97,
        },
        {
          field: 'published',
          value: '2026-11-24T13:45:00Z',
          source: 'json-ld datePublished',
          confidence: 0.96,
        },
        {
          field: 'byline',
          value: 'By Mara Quill, maritime correspondent',
          source: 'byline line',
          confidence: 0.88,
        },
        { field: 'body', value: '10 blocks', source: 'main > article', confidence: 0.93 },
      ],
      removals: [
        {
          pass: 'drop-hacked-title',
          text: 'CHEAP PILLS ONLINE BEST OFFER',
          why: 'A line in front of the headline is about another topic than the body.',
        },
        { pass: 'drop-share-bar', text: 'Share Post Mail Print', why: 'Words of a share bar, each a link.' },
        {
          pass: 'drop-most-viewed',
          text: '1 Storm closes pier 2 Baker wins prize 3 Lighthouse for sale',
          why: 'A list of links to other stories below the text.',
        },
      ],
    },
  },
  {
    ...paper,
    path: 'bridge-inspection',
    title: 'Bridge inspectors find loose bolts & praise the night shift',
    hoursAgo: 5,
    paragraphs: [
      'Inspectors looked at 4,112 bolts of the harbour bridge and found nine loose ones.',
      'The ferry is the only other way across the strait.',
    ],
  },
  {
    ...paper,
    path: 'fog-horn',
    title: '<script>alert("title")</script> Fog horn falls silent',
    hoursAgo: 9,
    paragraphs: [
      '<img src=x onerror=alert(1)> The fog horn at Gannet Point was switched off at noon.',
      'Ships now get the warning by radio.',
    ],
    more: { flags: ['low-confidence'] },
  },
  {
    ...paper,
    path: 'market-hall',
    title: 'Market hall reopens with forty stalls',
    hoursAgo: 27,
    paragraphs: [
      'Forty stalls, three bakers and one cooper moved into the restored market hall this morning.',
      'The roof took two winters.',
    ],
    more: { section: 'City' },
  },
  {
    ...paper,
    path: 'school-boats',
    title: 'Pupils build two boats in a term',
    hoursAgo: 31,
    paragraphs: ['Two classes of Stonehaven school built a rowing boat each.', 'Both float.'],
    more: { section: 'Education' },
  },
  {
    ...blatt,
    path: 'faehre-nacht',
    title: 'Nachtfähre fährt wieder: Was Pendler wissen müssen',
    hoursAgo: 3,
    paragraphs: [
      'Nach neun Jahren legt die Nachtfähre am Freitag wieder ab. Fahrräder reisen im Winter kostenlos.',
      'Der Gemeinderat stimmte mit elf zu vier Stimmen zu.',
    ],
    more: { byline: 'Von Jorun Thiele', authors: ['Jorun Thiele'] },
  },
  {
    ...blatt,
    path: 'deich-erhoeht',
    title: 'Der Deich bei Süderkoog wird um einen Meter erhöht',
    hoursAgo: 12,
    paragraphs: [
      'Die Bagger rücken im März an. Der Deich schützt 2.300 Menschen vor der Sturmflut.',
      'Die Kosten trägt das Land.',
    ],
  },
  {
    ...blatt,
    path: 'moor',
    title: 'Das Moor kehrt zurück, langsam',
    hoursAgo: 50,
    paragraphs: [
      'Seit die Gräben geschlossen sind, steigt das Wasser im Moor um zwei Zentimeter im Jahr.',
      'Erste Torfmoose wachsen.',
    ],
  },
  {
    path: 'xin-gang',
    sourceId: 'haigang-ribao',
    sourceName: '海港日报',
    language: 'zh-Hans',
    title: '海港夜渡轮时隔九年恢复通航',
    hoursAgo: 4,
    paragraphs: [
      '连接奥尔德港与石港码头的夜间渡轮将于周五恢复通航，距离上一班渡轮停运已有九年。',
      '市议会以十一票对四票通过了冬季时刻表。自行车冬季免费。',
      '首班渡轮晚上十点四十分出发，在第一班火车之前抵达。',
    ],
    more: { byline: '记者 林海', authors: ['林海'] },
  },
  {
    path: 'dengta',
    sourceId: 'haigang-ribao',
    sourceName: '海港日报',
    language: 'zh-Hans',
    title: '老灯塔改建为图书馆',
    hoursAgo: 20,
    paragraphs: ['建于一八九二年的灯塔今天作为图书馆重新开放，藏书三万册。', '读者需要爬一百四十级台阶。'],
  },
  {
    path: 'busan-night',
    sourceId: 'hanggu-sinmun',
    sourceName: '항구신문',
    language: 'ko',
    title: '밤배가 아홉 해 만에 다시 뜬다',
    hoursAgo: 6,
    paragraphs: [
      '금요일부터 앨더항과 스톤헤이븐 부두를 잇는 밤배가 다시 운항한다.',
      '겨울에는 자전거를 무료로 실을 수 있다.',
    ],
  },
  {
    path: 'abbara',
    sourceId: 'sahifat-almina',
    sourceName: 'صحيفة الميناء',
    language: 'ar',
    title: 'العبّارة الليلية تعود إلى المضيق بعد تسع سنوات',
    hoursAgo: 7,
    paragraphs: [
      'تعود العبّارة الليلية بين ميناء ألدر ورصيف ستونهافن إلى العمل يوم الجمعة، بعد تسع سنوات من بيع آخر قارب.',
      'صوّت المجلس بأحد عشر صوتاً مقابل أربعة لصالح رحلة شتوية تنطلق في الساعة 22:40.',
      'تسافر الدراجات مجاناً في الشتاء، وثمن التذكرة أقل من أجرة سيارة عبر الجسر.',
    ],
    more: {
      byline: 'ليلى حدّاد',
      authors: ['ليلى حدّاد'],
      subtitle: 'المجلس يوافق على جدول الشتاء والرحلة الأولى يوم الجمعة',
      blocks: [
        {
          kind: 'paragraph',
          text: 'تعود العبّارة الليلية بين ميناء ألدر ورصيف ستونهافن إلى العمل يوم الجمعة، بعد تسع سنوات من بيع آخر قارب.',
        },
        { kind: 'heading', level: 2, text: 'كم تكلّف الرحلة' },
        {
          kind: 'paragraph',
          text: 'صوّت المجلس بأحد عشر صوتاً مقابل أربعة لصالح رحلة شتوية تنطلق في الساعة 22:40.',
        },
        { kind: 'list-item', text: 'الكبار: 9.50 للرحلة الواحدة' },
        { kind: 'list-item', text: 'من دون الثامنة عشرة: مجاناً' },
        { kind: 'quote', text: 'نحن لا نبيع رحلة، بل ليلة نوم هادئة.' },
        {
          kind: 'paragraph',
          text: 'تسافر الدراجات مجاناً في الشتاء، وثمن التذكرة أقل من أجرة سيارة عبر الجسر.',
        },
      ],
    },
  },
];

function addressOf(seed: Pick<Seed, 'sourceId' | 'path'>): string {
  return `https://${seed.sourceId}.example/news/${seed.path}`;
}

/** Id of a seeded article. */
export function seededId(sourceId: string, path: string): string {
  const id = itemOf(addressOf({ sourceId, path }));
  if (id === undefined) throw new Error(`no id for ${sourceId} ${path}`);
  return id;
}

function documentOf(seed: Seed): ArticleDocument {
  const url = addressOf(seed);
  const text = seed.paragraphs.join('\n\n');
  const at = seededNow - seed.hoursAgo * hour;
  const id = seededId(seed.sourceId, seed.path);
  const article = EnrichedArticleSchema.parse({
    item: id,
    id,
    url,
    finalUrl: url,
    fetchedAt: at + 60_000,
    firstSeen: at,
    sourceId: seed.sourceId,
    sourceName: seed.sourceName,
    title: seed.title,
    text,
    summary: seed.paragraphs[0],
    blocks: seed.paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph })),
    published: new Date(at).toISOString(),
    languageDetected: seed.language,
    confidence: 0.92,
    contentHash: id,
    wordCount: text.split(/\s+/).length,
    readingMinutes: 2,
    ...seed.more,
  });
  const outcome = toDocument(article, { pipelineVersion: '1' });
  if (outcome.kind !== 'accept') throw new Error(outcome.reason);
  return ArticleDocument.parse(outcome.value);
}

/** What the first article said an hour before, with a payload. */
export function earlierArticle(): ArticleDocument {
  const [first] = seeds.map(documentOf);
  if (first === undefined) throw new Error('no seeds');
  return {
    ...first,
    version: first.version - hour,
    title: 'Night ferry returns to the strait after <b>nineteen</b> years',
    content: first.content.replace('eleven to four', 'ten to five').replace('22:40', '21:40'),
  };
}

/** Articles in five languages, with every part that a page can show and a few payloads. */
export function seededArticles(): readonly ArticleDocument[] {
  const [first, ...rest] = seeds.map(documentOf);
  if (first === undefined) throw new Error('no seeds');
  // A near copy of the first article in another paper, as syndication makes them.
  const copyUrl = addressOf({ sourceId: 'deich-bote', path: 'night-ferry-wire' });
  const copy: ArticleDocument = {
    ...first,
    id: seededId('deich-bote', 'night-ferry-wire'),
    url: copyUrl,
    urls: [copyUrl],
    sourceId: 'deich-bote',
    sourceName: 'Der Deichbote',
    flags: [],
    duplicateOf: first.id,
    familyId: first.id,
    similarity: 0.97,
    ingest: { ...first.ingest, item: seededId('deich-bote', 'night-ferry-wire'), discoveredUrl: copyUrl },
  };
  return [first, ...rest, copy];
}
