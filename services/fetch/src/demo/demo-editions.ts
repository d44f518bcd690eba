/** One edition of a demonstration paper: a source of its own with one channel. */
export interface DemoEdition {
  readonly id: string;
  readonly name: string;
  /** Absent where an edition mixes languages. */
  readonly language?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly channel: {
    readonly kind: 'rss' | 'atom' | 'json-feed' | 'news-sitemap' | 'list';
    readonly path: string;
  };
}

/** The editions of the paper whose pages are dirty; between them they use every kind of channel. */
export const demoEditions: readonly DemoEdition[] = [
  {
    id: 'en',
    name: 'The Harbour Courier',
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    channel: { kind: 'rss', path: '/en/feed.xml' },
  },
  {
    id: 'zh',
    name: '海港信使报',
    language: 'zh',
    country: 'SG',
    timeZone: 'Asia/Singapore',
    channel: { kind: 'atom', path: '/zh/atom.xml' },
  },
  {
    id: 'ko',
    name: '하버 쿠리어 한국어판',
    language: 'ko',
    country: 'KR',
    timeZone: 'Asia/Seoul',
    channel: { kind: 'json-feed', path: '/ko/feed.json' },
  },
  {
    id: 'ar',
    name: 'بريد الميناء',
    language: 'ar',
    country: 'AE',
    timeZone: 'Asia/Dubai',
    channel: { kind: 'list', path: '/ar/latest' },
  },
  {
    id: 'de',
    name: 'Hafenkurier',
    language: 'de',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    channel: { kind: 'news-sitemap', path: '/de/news-sitemap.xml' },
  },
  {
    id: 'world',
    name: 'Harbour Courier World Desk',
    timeZone: 'Europe/London',
    channel: { kind: 'rss', path: '/world/rss' },
  },
];
