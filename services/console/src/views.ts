/**
 * What the pages show and what the API answers. Times are epoch milliseconds unless called ISO.
 * The API's schemas are checked against these types.
 */
import type {
  ArticleDocument,
  CleanArticle,
  CollapseName,
  DeadLetterFacts,
  Fate,
  LedgerEvent,
  RelatedArticle,
  SearchPage,
  SortName,
  StageName,
  Timeline,
  TopValues,
  Trends,
} from '@newsmill/contracts';

/** `degraded`: some channels fail. `new`: not polled yet. `off`: switched off in its file. */
export type SourceState = 'healthy' | 'degraded' | 'failing' | 'new' | 'off';

export interface ChannelView {
  readonly kind: string;
  readonly url: string;
  readonly state: 'healthy' | 'failing' | 'new';
  /** A sentence that says why it is in this state. */
  readonly reason: string;
  readonly lastStatus?: number;
  readonly lastAt?: number;
  readonly lastSuccessAt?: number;
  readonly lastError?: string;
  readonly entries?: number;
  readonly newEntries?: number;
  /** Failed tries since the last success. */
  readonly attempt: number;
  readonly nextAt?: number;
  /** Why the next poll is then. */
  readonly why?: string;
}

export interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly state: SourceState;
  readonly reason: string;
  readonly language?: string;
  readonly country?: string;
  readonly tags: readonly string[];
  readonly licence?: string;
  /** Items known from this source. */
  readonly items: number;
  readonly indexed: number;
  /** Items whose first fetch has not come. */
  readonly waiting: number;
  readonly dead: number;
  readonly channels: readonly ChannelView[];
}

export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface SourcesView {
  readonly sources: readonly SourceView[];
  /** Mistakes in source files; the last good state of such a file stays in force. */
  readonly problems: readonly SourceProblem[];
  /** Only sources in this state are shown. */
  readonly state?: SourceState;
}

export interface Overview {
  readonly articles: number;
  readonly sources: number;
  readonly states: Readonly<Record<SourceState, number>>;
  readonly waiting: number;
  readonly dead: number;
}

/** The parameters of a search as the address names them. */
export interface SearchParameters {
  readonly q: string;
  readonly source: readonly string[];
  readonly language: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly sort?: SortName;
  readonly collapse?: CollapseName;
  readonly cursor?: string;
}

export interface SearchProblem {
  readonly message: string;
  /** Offset in `q`. */
  readonly position?: number;
  /** A query that can be read. */
  readonly suggestion?: string;
}

export interface SearchView {
  readonly parameters: SearchParameters;
  readonly outcome:
    | { readonly ok: true; readonly page: SearchPage }
    | { readonly ok: false; readonly problem: SearchProblem };
  readonly overview?: Overview;
  readonly sourceNames: ReadonlyMap<string, string>;
}

export interface ArticleView {
  readonly article: ArticleDocument;
  readonly original?: { readonly id: string; readonly title: string };
  /** Articles alike to it, the most alike first. */
  readonly related?: readonly RelatedArticle[];
  /** Whether whoever looks may take it down. */
  readonly canTakeDown?: boolean;
}

/** What a list of the most frequent values is of. */
export type TopName = 'source' | 'person' | 'organisation' | 'place' | 'topic';

/** How long the page looks back. */
export type TodaySpan = 'day' | 'week' | 'month';

/** What is talked about today. */
export interface TodayView {
  readonly span: TodaySpan;
  readonly from: string;
  readonly to: string;
  readonly trends: Trends;
  readonly timeline: Timeline;
  readonly top: Readonly<Record<TopName, TopValues>>;
  readonly sourceNames: ReadonlyMap<string, string>;
}

/** Where an item is, how it came there and what comes next. */
export interface ItemView {
  readonly item: string;
  readonly url: string;
  readonly sourceId: string;
  readonly fate: Fate;
  readonly stage: StageName;
  readonly reason?: string;
  readonly articleId?: string;
  /** The fate in a sentence. */
  readonly meaning: string;
  readonly next: string;
  readonly nextAt?: number;
  readonly events: readonly LedgerEvent[];
}

export interface LedgerView {
  readonly url?: string;
  readonly item?: ItemView;
  /** Why there is no item: the address cannot be read, or nothing is known of it. */
  readonly problem?: string;
  readonly filter: { readonly fate?: Fate; readonly source?: string };
  readonly list?: { readonly items: readonly LedgerEvent[]; readonly next?: string };
}

export interface DeadLetterView extends DeadLetterFacts {
  readonly bytes: number;
}

export interface DeadView {
  readonly total: number;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** Newest first. */
  readonly letters: readonly DeadLetterView[];
  readonly reason?: string;
}

export interface DeadLetterDetail extends DeadLetterView {
  readonly headers: Readonly<Record<string, string>>;
  /** The message as text, where it is UTF-8 and at most 64 KiB. */
  readonly text?: string;
  /** Otherwise the bytes, up to 64 KiB of them. */
  readonly base64?: string;
}

export interface AuditRow {
  readonly sourceId: string;
  readonly hour: number;
  readonly discovered: number;
  readonly indexed: number;
  readonly duplicate: number;
  readonly dropped: number;
  readonly gone: number;
  readonly denied: number;
  readonly dead: number;
  readonly underWay: number;
}

export interface AuditView {
  readonly balanced: boolean;
  /** What does not add up, or waits for too long. */
  readonly findings: readonly string[];
  readonly totals: Omit<AuditRow, 'sourceId' | 'hour'>;
  readonly documents: number;
  readonly deadLetters: number;
  readonly rows: readonly AuditRow[];
  readonly reasons: readonly { readonly fate: Fate; readonly reason: string; readonly count: number }[];
}

export type PreviewArticle = Pick<
  CleanArticle,
  | 'finalUrl'
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'authors'
  | 'publisher'
  | 'published'
  | 'modified'
  | 'language'
  | 'summary'
  | 'section'
  | 'text'
  | 'blocks'
  | 'images'
  | 'authorBio'
  | 'disclaimer'
  | 'copyright'
  | 'licence'
  | 'flags'
  | 'confidence'
  | 'provenance'
  | 'removals'
>;

/** A channel that the publisher of a previewed address offers. */
export interface PreviewCandidate {
  readonly kind: 'feed' | 'news-sitemap' | 'sitemap';
  readonly url: string;
  readonly title?: string | undefined;
  readonly entries: number;
  /** Whether it carries whole texts. */
  readonly hasContent: boolean;
  /** Hub that pushes it. */
  readonly hub?: string | undefined;
  /** By what it was found: `asked`, `page`, `hub`, `robots`, `well-known`. */
  readonly foundBy: string;
}

/** What a feed or page would become as a source. `articles`: up to three. */
export interface Preview {
  readonly kind: 'feed' | 'sitemap' | 'page';
  readonly title?: string;
  readonly feedUrl?: string;
  readonly articles: readonly PreviewArticle[];
  /** The best first. */
  readonly candidates?: readonly PreviewCandidate[];
  readonly problems: readonly string[];
}

export interface PreviewView {
  readonly url: string;
  /** Goes with the form as proof that it came from our page. */
  readonly token: string;
  readonly preview?: Preview;
  readonly problem?: string;
}

/** A saved search, and how its alerts stand. */
export interface SavedSearchView {
  readonly id: string;
  readonly name: string;
  readonly q: string;
  readonly source: readonly string[];
  readonly language: readonly string[];
  readonly collapse: 'family' | 'story' | 'article';
  /** Seconds. */
  readonly throttle: number;
  readonly enabled: boolean;
  /** Where the address of the webhook begins; the rest may be a secret. */
  readonly webhook?: string;
  /** Why nothing is sent any more. */
  readonly stopped?: string;
  readonly alerts: {
    readonly sent: number;
    readonly waiting: number;
    readonly deliveredAt?: number;
    readonly problem?: string;
  };
}

export interface AlertsView {
  readonly searches: readonly SavedSearchView[];
  /** What stands in the form. */
  readonly draft: {
    readonly name: string;
    readonly q: string;
    readonly source: string;
    readonly language: string;
    readonly webhook: string;
    readonly throttle: string;
    readonly collapse: string;
  };
  readonly canChange: boolean;
  /** This page, to come back to after logging in. */
  readonly here: string;
  readonly token: string;
  readonly problem?: string;
  /** Of a webhook that was just made. */
  readonly secret?: string;
}

/** The receipt of an article that was taken down. Times are ISO. */
export interface TakedownView {
  readonly id: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly reason: string;
  readonly who: string;
  readonly when: string;
  /** False: it was cut short. */
  readonly isDone: boolean;
  readonly lifted?: { readonly who: string; readonly when: string } | undefined;
}

export interface TakedownsView {
  /** Newest first; undefined where whoever looks may not see them. */
  readonly takedowns: readonly TakedownView[] | undefined;
  /** What stands in the form. */
  readonly draft: { readonly article: string; readonly reason: string };
  /** This page, to come back to after logging in. */
  readonly here: string;
  readonly token: string;
  readonly problem?: string;
}

/** A feed of what a page shows. */
export interface FeedLink {
  readonly href: string;
  readonly type: string;
  readonly title: string;
}

/** A browser that is logged in. Times are epoch milliseconds. */
export interface SessionView {
  readonly id: string;
  readonly name: string;
  readonly scope: 'read' | 'write' | 'admin';
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly userAgent?: string;
}

export interface LoginView {
  /** Goes with the forms as proof that they came from our page. */
  readonly token: string;
  /** Where to go on after logging in. */
  readonly next: string;
  readonly problem?: string;
  /** Whoever is logged in with this browser. */
  readonly who?: {
    readonly session: string;
    readonly name: string;
    readonly scope: 'read' | 'write' | 'admin';
  };
  /** For admins. */
  readonly sessions?: readonly SessionView[];
}

/** A kind of refusal of the API. */
export interface ProblemKindView {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

/** What frames every page. */
export interface FrameView {
  readonly version: string;
  /** The clock that relative times are told by. */
  readonly now: number;
  readonly theme?: 'light' | 'dark';
  /** Name of the key that this browser is logged in with. */
  readonly account?: string;
  readonly assets: { readonly style: string; readonly icon: string; readonly script?: string };
}
