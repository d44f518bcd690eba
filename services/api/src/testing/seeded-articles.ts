import {
  ArticleDocument,
  type EnrichedArticle,
  type Entity,
  type Fact,
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

function named(name: string, kind: Entity['kind'], more: Partial<Entity> = {}): Entity {
  return { name, kind, aliases: [], mentions: 2, salience: 0.6, confidence: 0.9, ...more };
}

/** What enriching finds in the first article: a value of every shape that a page shows, and one of an extension. */
const seededFacts: readonly Fact[] = [
  {
    name: 'entities',
    by: 'entities/1',
    value: [
      named('Mara Quill', 'person', { aliases: ['Quill'], salience: 0.3 }),
      named('Port Alder', 'place', { country: 'GB', wikidata: 'Q4711' }),
      named('Stonehaven Quay', 'place', { confidence: 0.5 }),
      named('Harbour Council', 'organisation', { aliases: ['the council'] }),
    ],
  },
  {
    name: 'topics',
    by: 'topics/1',
    value: [
      {
        code: 'medtop:04000000',
        label: 'economy, business and finance',
        score: 0.8,
        evidence: ['text', 'section'],
      },
    ],
  },
  { name: 'key-phrases', by: 'key-phrases/1', value: [{ text: 'night ferry', score: 3 }] },
  {
    name: 'summary',
    by: 'summary/1',
    value: ['The night ferry sails again from Friday.', 'Bicycles travel free in winter.'],
  },
  {
    name: 'readability',
    by: 'readability/1',
    value: { ease: 71.4, formula: 'flesch', sentences: 9, wordsPerSentence: 13.2 },
  },
  {
    name: 'money',
    by: 'money/1',
    value: [{ text: '9.50', start: 0, end: 4, value: 9.5, currency: 'GBP' }],
  },
  {
    name: 'dates',
    by: 'dates/1',
    value: [{ text: 'Friday', start: 0, end: 6, from: '2026-11-27', precision: 'day' }],
  },
  {
    name: 'quotes',
    by: 'quotes/1',
    value: [{ text: 'We are not selling a trip.', start: 0, end: 26, speaker: 'Mara Quill' }],
  },
  {
    name: 'tone',
    by: 'tone/2',
    confidence: 0.7,
    value: { mood: 'calm', reasons: ['winter <b>', 'sleep'], isShort: true },
  },
];

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
      facts: [...seededFacts],
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

let made: readonly ArticleDocument[] | undefined;

/** The documents of the seeds: made once, and each time a copy that may be changed. */
function documents(): ArticleDocument[] {
  made ??= seeds.map(documentOf);
  return structuredClone([...made]);
}

/** What the first article said an hour before, with a payload. */
export function earlierArticle(): ArticleDocument {
  const [first] = documents();
  if (first === undefined) throw new Error('no seeds');
  return {
    ...first,
    version: first.version - hour,
    title: 'Night ferry returns to the strait after <b>nineteen</b> years',
    content: first.content.replace('eleven to four', 'ten to five').replace('22:40', '21:40'),
  };
}

/**
 * The page of the first article as the archive holds it: it tries everything by which a page runs something or
 * asks somebody. `witness`: an origin that would be asked.
 */
export function hostilePage(witness: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>Night ferry</title>
<meta http-equiv="refresh" content="0;url=${witness}/refresh">
<link rel="preconnect" href="${witness}"><link rel="dns-prefetch" href="//witness.example"><LINK rel=prefetch href=${witness}/prefetch>
<link rel="stylesheet" href="${witness}/style.css"><link rel="icon" href="${witness}/icon.png"><base href="${witness}/">
<style>@import "${witness}/import.css"; body { background: url(${witness}/css.png); color: rgb(1, 2, 3); font-family: "w"; }
@font-face { font-family: "w"; src: url(${witness}/font.woff); }</style>
<script src="${witness}/script.js"></script><script>document.title = 'executed'; parent.executed = true; fetch('${witness}/fetch');</script>
<script type="speculationrules">{"prefetch":[{"urls":["${witness}/speculation"]}]}</script></head>
<body onload="fetch('${witness}/onload')"><h1>Night ferry returns</h1>
<p>The night ferry sails again. <a id="out" href="${witness}/link" ping="${witness}/ping">more</a></p>
<img src="${witness}/image.png" onerror="fetch('${witness}/onerror')"><img src="x" onerror="parent.executed = true">
<picture><source srcset="${witness}/source.png"><img src="${witness}/picture.png"></picture>
<svg width="10" height="10"><image href="${witness}/svg.png" /><script>parent.executed = true</script></svg>
<iframe src="${witness}/frame"></iframe><iframe srcdoc="<script>parent.parent.executed=true</script><img src='${witness}/srcdoc'>"></iframe>
<object data="${witness}/object"></object><embed src="${witness}/embed"><video src="${witness}/video" poster="${witness}/poster" autoplay></video>
<audio src="${witness}/audio" autoplay></audio><input type="image" src="${witness}/input">
<form id="form" action="${witness}/form"><button>send</button></form><a id="script" href="javascript:parent.executed=true">run</a>
<details open ontoggle="parent.executed=true">x</details></body></html>`;
}

/** Articles in five languages, with every part that a page can show and a few payloads. */
export function seededArticles(): readonly ArticleDocument[] {
  const [first, ...rest] = documents();
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
