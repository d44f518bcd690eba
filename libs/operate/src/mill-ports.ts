import { outletSettings } from './alerts/send-alert.ts';
import type { Bus } from '@newsmill/bus';
import type { HttpClient } from '@newsmill/http';
import type { ReadingThread } from '@newsmill/reading';
import { quotaSettings, type Settings } from '@newsmill/settings';
import type { Secrets, SourceFolder } from '@newsmill/source-files';
import type { Archive, Library, Registry, State } from '@newsmill/store';

/** The settings that say what may be asked, by whom, and how often. */
export const millSettings = [
  ...outletSettings,
  ...quotaSettings,
  'allowedHosts',
  'eventStreams',
  'maxSavedSearches',
  'mcp',
  'oidcClientId',
  'oidcClientSecret',
  'oidcIssuer',
  'oidcRules',
  'oidcScopes',
  'oidcSession',
  'openReads',
  'pollMax',
  'pollMin',
  'proxyHeaders',
  'rateLimit',
  'revisits',
  'siteMemory',
  'stuckAfter',
  'traceViewer',
  'trustedProxies',
  'userAgent',
  'vectors',
] as const satisfies readonly (keyof Settings)[];

/** Where the sources of a mill are kept. */
export interface FolderPorts {
  readonly folder: Pick<SourceFolder, 'directory' | 'sources' | 'sourceOf' | 'problems'>;
}

/** What there is of a mill for those who ask it; each function says which part it needs. */
export interface MillPorts extends FolderPorts {
  readonly folder: FolderPorts['folder'] & Pick<SourceFolder, 'isUnsure'>;
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
  readonly archive: Archive;
  readonly registry: Registry;
  /** Asks publishers, and sends webhooks. */
  readonly http: HttpClient;
  /** Reads what publishers send. */
  readonly thread: ReadingThread;
  /** Values that headers of source files refer to; without it such headers are not sent. */
  readonly secrets?: Secrets;
  readonly settings: Pick<Settings, (typeof millSettings)[number]>;
  /**
   * The key of the first start, which may do everything: that of the settings, or the one that was made. It may be
   * another one at the next look.
   */
  readonly adminKey: string;
  /** Epoch milliseconds. */
  now(): number;
}
