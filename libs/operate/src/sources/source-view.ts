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
  /** The field, such as `channels[0].url`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  readonly found?: string | undefined;
  readonly allowed?: string | undefined;
  /** What was probably meant. */
  readonly suggestion?: string | undefined;
  /**
   * `kept`: the source stays as the file had it before; `out`: there is no such source until the file is
   * mended.
   */
  readonly effect: 'kept' | 'out';
}

export interface SourcesView {
  readonly sources: readonly SourceView[];
  /** Mistakes in source files; each concerns the source of its file alone. */
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
