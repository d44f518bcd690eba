/**
 * An extractor that newsmill is measured against; `name` is its name in the pack's runners, packages are
 * pinned.
 */
export interface Peer {
  readonly name: string;
  readonly runtime: 'python' | 'node';
  /** What pip or npm installs; the first one is the peer itself. */
  readonly packages: readonly string[];
  /** Pages per process, for a peer whose memory grows without end. */
  readonly pagesPerProcess?: number;
  /** What it takes out of a page when that is not the body. */
  readonly gives?: 'date';
  /** What it is called in the table of `docs/clean.md`; the others are in the report of the bench only. */
  readonly shownAs?: string;
}

const readability = '@mozilla/readability@0.6.0';
const linkedom = 'linkedom@0.18.15';
/** The runners of the pack turn a peer's HTML into text with it. */
const toText = 'htmlparser2@12.0.0';
const trafilatura = ['trafilatura==2.3.1', 'htmldate==1.11.0'];

/**
 * Every peer of the table. Its languages need packages of their own in newspaper4k; without them it fails on
 * Japanese, Chinese, Hindi and Thai pages.
 */
export const peers: readonly Peer[] = [
  { name: 'trafilatura', shownAs: 'trafilatura', runtime: 'python', packages: trafilatura },
  { name: 'trafilatura_precision', runtime: 'python', packages: trafilatura },
  { name: 'rs_trafilatura', runtime: 'python', packages: ['rs-trafilatura==0.1.1'], pagesPerProcess: 40 },
  {
    name: 'readability_linkedom',
    shownAs: 'Readability',
    runtime: 'node',
    packages: [readability, linkedom, toText],
  },
  {
    name: 'defuddle_linkedom',
    shownAs: 'Defuddle',
    runtime: 'node',
    packages: ['defuddle@0.19.4', linkedom, toText],
  },
  {
    name: 'readability_lxml',
    runtime: 'python',
    packages: ['readability-lxml==0.9', 'lxml_html_clean==0.4.6'],
  },
  {
    name: 'newspaper4k',
    shownAs: 'newspaper4k',
    runtime: 'python',
    packages: [
      'newspaper4k==0.9.6',
      'lxml_html_clean==0.4.6',
      'indic-nlp-library==0.92',
      'jieba==0.42.1',
      'nltk==3.10.4',
      'pythainlp==5.4.0',
      'tinysegmenter==0.4',
    ],
  },
  { name: 'resiliparse', shownAs: 'Resiliparse', runtime: 'python', packages: ['Resiliparse==2.0.1'] },
  { name: 'postlight', shownAs: 'Postlight', runtime: 'node', packages: ['@postlight/parser@2.2.3', toText] },
  {
    name: 'justext',
    shownAs: 'jusText',
    runtime: 'python',
    packages: ['jusText==3.0.2', 'lxml_html_clean==0.4.6'],
  },
  { name: 'boilerpy3', runtime: 'python', packages: ['boilerpy3==1.0.7'] },
  { name: 'htmldate', runtime: 'python', packages: ['htmldate==1.11.0'], gives: 'date' },
];

/** Version of a peer. */
export function versionOf(peer: Peer): string {
  return /(?:==|@)([\d.]+)$/.exec(peer.packages[0] ?? '')?.[1] ?? 'unknown';
}

/** Name and version of a peer, fit for a file name: `trafilatura-2.3.1`. */
export function versionedName(peer: Peer): string {
  return `${peer.name}-${versionOf(peer)}`;
}
