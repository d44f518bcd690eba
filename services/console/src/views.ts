/** What the pages show, beside the views of libs/operate. Times are epoch milliseconds unless called ISO. */
import type {
  ArticleDocument,
  CollapseName,
  CountedField,
  Entity,
  Fate,
  LedgerEvent,
  SeriesView,
  RelatedArticle,
  SearchPage,
  SortName,
  Timeline,
  TopValues,
  Trends,
  SavedSearch,
} from '@newsmill/contracts';
import type {
  AgainView,
  BackupReceipt,
  Change,
  Comparison,
  Coverage,
  Examination,
  ExportQuery,
  FileOfSource,
  GivenPlan,
  History,
  ImportedList,
  IntegrityView,
  Overview,
  ItemView,
  MillNow,
  PollNow,
  Preview,
  PickedSources,
  Report,
  SourceFetches,
  SourcesQuery,
  SourceTest,
  SourceView,
  WrittenSource,
} from '@newsmill/operate';
import type { NameKind } from './pieces/name-address.ts';

/** The parameters of a search as the address names them. */
export interface SearchParameters {
  readonly q: string;
  readonly source: readonly string[];
  readonly language: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly sort?: SortName;
  readonly collapse?: CollapseName;
  /** Also what is left out otherwise. */
  readonly hidden?: boolean;
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
  /** A query that was perhaps meant, with what it finds; `page` where the search itself found nothing. */
  readonly meant?: {
    readonly q: string;
    readonly total: number;
    readonly totalIsExact: boolean;
    readonly page?: SearchPage;
  };
  readonly overview?: Overview;
  readonly welcome?: WelcomeView | undefined;
  /** Whether it shows dirty pages of the demonstration alone. */
  readonly isDirty?: boolean;
  /** Articles that the search leaves out, since they are hidden unless somebody asks for them. */
  readonly leftOut: number;
  /** What a source is called, by its id. */
  readonly sourceName: (id: string) => string;
}

/** What who is new here may do next. */
export interface WelcomeView {
  /** Whether there is a source that neither the demonstration nor the starter list brought. */
  readonly hasSource: boolean;
  /** Whether there is a saved search. */
  readonly hasAlert: boolean;
  /** Whether whoever looks may change something. */
  readonly canWrite: boolean;
  /** What the forms show: the newest article, and a place that it or others name. */
  readonly example?: { readonly url: string; readonly place?: string | undefined } | undefined;
}

export interface ArticleView {
  readonly article: ArticleDocument;
  readonly original?: { readonly id: string; readonly title: string };
  /** Articles alike to it, the most alike first. */
  readonly related?: readonly RelatedArticle[];
  /** What papers in other languages tell of it: what is nearest in meaning, then what has its names. */
  readonly elsewhere?: readonly RelatedArticle[];
  /** Whether whoever looks may take it down. */
  readonly canTakeDown?: boolean;
}

/** The text of an article beside the page that it was made of. */
export interface OriginalView {
  readonly article: ArticleDocument;
  /** When the page was fetched, epoch milliseconds; absent: there is none. */
  readonly fetchedAt?: number;
  /** Why there is none. */
  readonly problem?: Told;
}

/** Who told the story of an article. */
export interface CoverageView {
  readonly article: ArticleDocument;
  readonly coverage: Coverage;
}

/** Who changed what. */
export interface ChangesView {
  /** Undefined where whoever looks may not see it. */
  readonly log:
    | {
        /** Newest first. */
        readonly changes: readonly Change[];
        readonly next?: string;
        /** What is wrong with the chain of these. */
        readonly faults: readonly string[];
      }
    | undefined;
  /** Whether these are the newest ones. */
  readonly isFirst: boolean;
}

/** Which backups were made. */
export interface BackupView {
  /** Newest first; undefined where whoever looks may not see them. */
  readonly backups: readonly BackupReceipt[] | undefined;
}

/** What is known of damage in what is kept. */
export interface IntegrityPageView {
  readonly integrity: IntegrityView;
  /** Whether this browser may have all of it verified, and mended. */
  readonly canStart: boolean;
  readonly canMend: boolean;
  /** Goes with the forms as proof that they came from our page. */
  readonly token: string;
  readonly problem?: Told | undefined;
}

/** What the cleaner of now makes of articles that are there. */
export interface ReprocessView {
  /** The fields of the form, as they were sent. */
  readonly draft: Readonly<Record<'q' | 'source' | 'from' | 'to' | 'sample', string>>;
  readonly found?: AgainView;
  readonly problem?: Told;
  /** For the form; undefined where whoever looks may not compare. */
  readonly token: string | undefined;
}

/** What would be exported. */
export interface ExportView {
  readonly query: ExportQuery;
  /** How many articles match; absent where the query cannot be read. */
  readonly found?: Pick<SearchPage, 'total' | 'totalIsExact'>;
  readonly problem?: Told;
}

/** Coverage and latency of sources in one month or quarter. */
export interface ReportView {
  readonly report: Report;
  /** The day on which the period begins: `2026-10-01`. */
  readonly at: string;
}

/** The versions of an article, and the two of them that are compared. */
export interface HistoryView {
  readonly history: History;
  readonly comparison: Comparison;
}

/** What a list of the most frequent values is of. */
export type TopName = 'source' | 'person' | 'organisation' | 'place' | 'topic';

/** The page of a person, an organisation or a place. */
export interface NameView {
  readonly kind: NameKind;
  readonly name: string;
  /** How long charts and lists look back. */
  readonly span: 'month' | 'year';
  /** The newest articles that name it, of any time. */
  readonly page: SearchPage;
  readonly timeline: Timeline;
  /** What the articles of the span hold besides. */
  readonly top: Readonly<Record<TopName, TopValues>>;
  /** What the newest of them knows of it. */
  readonly entity?: Entity | undefined;
  /** What a source is called, by its id. */
  readonly sourceName: (id: string) => string;
}

/** A search for other programs. */
export interface SearchCopies {
  readonly curl: string;
  readonly typescript: string;
  /** Absent where Elasticsearch takes more than one question for it. */
  readonly elastic?: string | undefined;
}

export interface CopiesView {
  readonly parameters: SearchParameters;
  readonly copies: SearchCopies;
}

/** The most frequent values of a field in a search. */
export interface ValuesView {
  readonly field: CountedField;
  readonly values: TopValues;
  readonly parameters: SearchParameters;
  /** What a source is called, by its id. */
  readonly sourceName: (id: string) => string;
  /** The page of them, from 1 on, and the place of its first value among all, from 0 on. */
  readonly page: number;
  readonly first: number;
  readonly isLast: boolean;
}

/** How long the page looks back. */
export type TodaySpan = 'day' | 'week' | 'month';

/** What is talked about today. */
export interface TodayView {
  readonly span: TodaySpan;
  readonly from: string;
  readonly to: string;
  /** The one language that is counted; absent: all. */
  readonly language?: string | undefined;
  /** Languages of the span, the most frequent first. */
  readonly languages: TopValues['items'];
  readonly trends: Trends;
  readonly timeline: Timeline;
  readonly top: Readonly<Record<TopName, TopValues>>;
  /** What a source is called, by its id. */
  readonly sourceName: (id: string) => string;
}

/** How a mill stands, and its numbers over time. */
export interface OverviewView {
  readonly welcome?: WelcomeView | undefined;
  readonly now: MillNow;
  readonly series: SeriesView;
}

export interface LedgerView {
  readonly url?: string;
  readonly item?: ItemView;
  /** Why there is no item: the address cannot be read, or nothing is known of it. */
  readonly problem?: Told;
  readonly filter: { readonly fate?: Fate; readonly source?: string };
  readonly list?: { readonly items: readonly LedgerEvent[]; readonly next?: string };
  /** Titles of the articles that items of the list became, by article id. */
  readonly titles?: ReadonlyMap<string, string>;
}

export interface PreviewView {
  readonly url: string;
  /** Private host:port pairs as they were typed. */
  readonly allowPrivate: string;
  /** Id of the source as which it is read, as it was typed; empty: the one to which it belongs. */
  readonly source: string;
  /** Whether this browser may make the mill fetch; else it is asked to log in. */
  readonly canTry: boolean;
  /** Whether it may also name private addresses. */
  readonly canNamePrivate: boolean;
  /** Goes with the form as proof that it came from our page. */
  readonly token: string;
  readonly preview?: Preview;
  /** What was written just now. */
  readonly added?: WrittenSource;
  readonly problem?: Told;
}

/** Many sources that are added at once. */
export interface ImportView {
  /** What was typed. */
  readonly list: string;
  /** Private host:port pairs as they were typed. */
  readonly allowPrivate: string;
  /** Whether this browser may add sources, and name private addresses. */
  readonly canImport: boolean;
  readonly canNamePrivate: boolean;
  /** Goes with the form as proof that it came from our page. */
  readonly token: string;
  readonly imported?: Pick<ImportedList, 'lines' | 'problems' | 'dryRun'>;
  readonly problem?: Told;
}

export interface SourcesPageView extends PickedSources {
  /** Of when the counts and the order are; absent where they are of now. Epoch milliseconds. */
  readonly asOf?: number;
  readonly query: SourcesQuery;
  /** Whether this browser may make the mill poll, and ask publishers. */
  readonly canPoll: boolean;
  readonly canExamine: boolean;
  /** Whether it may change source files, which lie where this mill may write. */
  readonly canSwitch: boolean;
  /** Goes with the forms as proof that they came from our page. */
  readonly token: string;
  /** What was found at a source that was just examined. */
  readonly examination?: Examination;
  /** What came of the tests of a source that were just run. */
  readonly tested?: SourceTest;
  /** What a source file that was sent, or the files of the mill, would change. */
  readonly plan?: GivenPlan;
  /** The text of that file. */
  readonly file?: string;
  /** What was just made due. */
  readonly polled?: PollNow;
  /** What a form did, in a sentence. */
  readonly done?: Told;
  readonly problem?: Told;
}

/** A file of the folder of sources, which need not give a source. */
export interface SourceFileView {
  readonly name: string;
  /** Undefined where whoever looks may not see it. */
  readonly file?: FileOfSource;
  /** A text of it that was not written. */
  readonly draft?: string;
  /** What the browser read: the hash of the text. */
  readonly version?: string;
  readonly token: string;
  readonly problem?: Told;
  /** Id of the source that the written file gives. */
  readonly written?: string;
}

/** The page of one source. */
export interface SourcePageView
  extends Pick<
    SourcesPageView,
    | 'canPoll'
    | 'canExamine'
    | 'canSwitch'
    | 'token'
    | 'examination'
    | 'tested'
    | 'polled'
    | 'plan'
    | 'done'
    | 'problem'
    | 'query'
  > {
  readonly source: SourceView;
  /** Articles by day of publication; absent where the library cannot be asked now. */
  readonly timeline?: Timeline;
  readonly fetches: SourceFetches['channels'];
  /** The text of its file, for who may change it; absent where it has none here. */
  readonly text?: string;
  /** Name of its file, where that has mistakes. */
  readonly broken?: string;
  /** A text of the file that is not written yet. */
  readonly draft?: string;
  /** What the browser read: the hash of the text of the file. */
  readonly version?: string;
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
  /** Where the matches go, as far as whoever looks may know. */
  readonly target?: string | undefined;
  /** When a digest is sent. */
  readonly digest?: string | undefined;
  /** Its day, where it is a weekly one. */
  readonly weekday?: NonNullable<SavedSearch['digest']>['weekday'] | undefined;
  /** Why nothing is sent any more. */
  readonly stopped?: string;
  readonly alerts: {
    readonly sent: number;
    readonly waiting: number;
    readonly deliveredAt?: number;
    readonly problem?: string;
    /** The newest that were taken or given up. */
    readonly past: readonly {
      readonly id: string;
      readonly articles: number;
      readonly at: number;
      readonly problem?: string | undefined;
      readonly canRetry: boolean;
    }[];
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
    /** Of the one that is changed; empty: a new one. */
    readonly id: string;
    readonly webhook: string;
    readonly format: string;
    readonly mail: string;
    readonly matrix: string;
    readonly digest: string;
    readonly at: string;
    readonly zone: string;
    readonly weekday: string;
    readonly throttle: string;
    readonly collapse: string;
  };
  readonly canChange: boolean;
  readonly token: string;
  readonly problem?: Told;
  /** What a test or a retry came to. */
  readonly done?: Told | undefined;
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
  /** Damaged places of the archive that may hold an earlier fetch of the article. */
  readonly unreadable?: readonly { readonly file: string; readonly offset: number }[] | undefined;
  readonly lifted?: { readonly who: string; readonly when: string } | undefined;
}

export interface TakedownsView {
  /** Newest first; undefined where whoever looks may not see them. */
  readonly takedowns: readonly TakedownView[] | undefined;
  /** What stands in the form. */
  readonly draft: { readonly article: string; readonly reason: string };
  readonly token: string;
  readonly problem?: Told;
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

/** A key without its secret. Times are epoch milliseconds. */
export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly scope: 'read' | 'write' | 'admin';
  readonly createdAt: number;
  readonly lastUsedAt?: number | undefined;
  readonly expiresAt?: number | undefined;
  /** Requests per minute. */
  readonly rateLimit?: number | undefined;
  /** When it got the text that it has. */
  readonly rotatedAt?: number | undefined;
  /** Until when the text before opens. */
  readonly previousUntil?: number | undefined;
}

export interface KeysView {
  /** Undefined where whoever looks may not see them. */
  readonly lists:
    | { readonly keys: readonly KeyView[]; readonly sessions: readonly SessionView[] }
    | undefined;
  /** What stands in the form. */
  readonly draft: {
    readonly name: string;
    readonly scope: string;
    readonly expires: string;
    readonly rateLimit: string;
  };
  /** Goes with the forms as proof that they came from our page. */
  readonly token: string;
  /** The session of this browser. */
  readonly session?: string;
  /** A key that was just made, or got another text, with that text. */
  readonly made?: { readonly name: string; readonly key: string; readonly isRotated?: boolean };
  readonly problem?: Told;
}

export interface LoginView {
  /** Goes with the forms as proof that they came from our page. */
  readonly token: string;
  /** Where to go on after logging in. */
  readonly next: string;
  readonly problem?: Told;
  /** What a log-out came to. */
  readonly done?: Told | undefined;
  /** Host of the issuer of OpenID Connect at which people may log in. */
  readonly issuer?: string;
  /** Whoever is logged in with this browser. */
  readonly who?: {
    readonly session: string;
    readonly name: string;
    readonly scope: 'read' | 'write' | 'admin';
    /** Whether an issuer says who it is, and no key. */
    readonly isIdentity: boolean;
  };
  /** For admins. */
  readonly sessions?: readonly SessionView[];
}

/** A setting of the process that serves the page; secrets have no value. */
export interface SettingView {
  readonly name: string;
  readonly group: string;
  readonly value?: string;
  readonly origin: 'default' | 'environment' | 'file' | 'option' | 'unset';
  readonly path?: string;
  readonly default?: string;
  readonly isSecret: boolean;
  readonly effect: 'restart' | 'restart-and-reindex';
  readonly meaning: string;
  readonly problem?: string;
}

export interface SettingsPageView {
  readonly query: { readonly q: string; readonly show: 'all' | 'set' };
  /** Those that fit; undefined where whoever looks may not see them. */
  readonly settings: readonly SettingView[] | undefined;
}

/** A kind of refusal of the API. */
export interface ProblemKindView {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

/**
 * What a page tells of something that it did or could not do: in the reader's language, or as the mill words it,
 * which is in English.
 */
export type Told = string | { readonly english: string };

/** What frames every page. */
export interface FrameView {
  /** Whether the mill has the demonstration. */
  readonly demonstration?: boolean;
  readonly version: string;
  /** The clock that relative times are told by. */
  readonly now: number;
  readonly theme?: 'light' | 'dark';
  /** Whether this browser loads pictures from publishers. */
  readonly pictures?: boolean;
  /** Path and query of the page, to come back to after logging in or choosing a language. */
  readonly here: string;
  /** Name of the key that this browser is logged in with. */
  readonly account?: string;
  /** Where the name of the mill leads: the first page of whoever looks. */
  readonly home: '/' | '/overview';
  readonly assets: {
    readonly style: string;
    readonly icon: string;
    readonly script?: string;
    /** The script of pages with charts. */
    readonly charts?: string;
  };
}
