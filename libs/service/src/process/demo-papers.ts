import type { SourceInput } from '@newsmill/contracts';

/** The demonstration papers as a process serves them. */
export interface DemoPapers {
  /** Their sources; none where they stay away. */
  readonly sources: readonly SourceInput[];
  /** Why they stay away, in words. */
  readonly away?: string | undefined;
  readonly isDemo: (sourceId: string) => boolean;
}
