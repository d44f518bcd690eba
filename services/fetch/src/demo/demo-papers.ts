import type { DemoEdition } from './demo-editions.ts';

/** An invented paper of the demonstration month, and how its pages look and speak. */
export interface DemoPaper extends DemoEdition {
  readonly language: string;
  readonly country: string;
  readonly timeZone: string;
  readonly channel: { readonly kind: 'rss' | 'atom' | 'json-feed'; readonly path: string };
  /** Colour of its head line, as CSS writes it. */
  readonly accent: string;
  readonly words: {
    readonly by: string;
    readonly more: string;
    /** Says at the foot of each page that nothing of it happened. */
    readonly invented: string;
  };
}

const english = {
  by: 'By',
  more: 'More from this paper',
  invented: 'An invented paper of the newsmill demonstration. None of its stories happened.',
};

/** The papers of the demonstration month. The three in English tell some stories together. */
export const demoPapers: readonly DemoPaper[] = [
  {
    id: 'tidewater',
    name: 'The Tidewater Gazette',
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    channel: { kind: 'rss', path: '/tidewater/feed.xml' },
    accent: '#0b4f6c',
    words: english,
  },
  {
    id: 'meridian',
    name: 'Meridian Daily',
    language: 'en',
    country: 'IE',
    timeZone: 'Europe/Dublin',
    channel: { kind: 'atom', path: '/meridian/atom.xml' },
    accent: '#8c2f39',
    words: english,
  },
  {
    id: 'wire',
    name: 'Coastline Wire',
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    channel: { kind: 'json-feed', path: '/wire/feed.json' },
    accent: '#3d405b',
    words: english,
  },
  {
    id: 'kuestenbote',
    name: 'Der Küstenbote',
    language: 'de',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    channel: { kind: 'rss', path: '/kuestenbote/feed.xml' },
    accent: '#1d3557',
    words: {
      by: 'Von',
      more: 'Mehr aus dieser Zeitung',
      invented: 'Eine erfundene Zeitung der Vorführung von newsmill. Nichts davon ist geschehen.',
    },
  },
  {
    id: 'quais',
    name: 'La Gazette des Quais',
    language: 'fr',
    country: 'FR',
    timeZone: 'Europe/Paris',
    channel: { kind: 'atom', path: '/quais/atom.xml' },
    accent: '#6d3b47',
    words: {
      by: 'Par',
      more: 'Plus d’articles de ce journal',
      invented: 'Un journal inventé de la démonstration de newsmill. Rien de cela n’est arrivé.',
    },
  },
  {
    id: 'muelle',
    name: 'El Diario del Muelle',
    language: 'es',
    country: 'ES',
    timeZone: 'Europe/Madrid',
    channel: { kind: 'json-feed', path: '/muelle/feed.json' },
    accent: '#9c4a1a',
    words: {
      by: 'Por',
      more: 'Más de este diario',
      invented: 'Un diario inventado de la demostración de newsmill. Nada de esto ocurrió.',
    },
  },
  {
    id: 'sada',
    name: 'صدى المرفأ',
    language: 'ar',
    country: 'AE',
    timeZone: 'Asia/Dubai',
    channel: { kind: 'rss', path: '/sada/feed.xml' },
    accent: '#2a6f4e',
    words: {
      by: 'بقلم',
      more: 'المزيد من هذه الصحيفة',
      invented: 'صحيفة مبتكرة من العرض التوضيحي لبرنامج newsmill، ولم يحدث شيء مما ترويه.',
    },
  },
];
