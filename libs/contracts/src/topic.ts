import type { z } from 'zod';

/** A topic of the pipeline: its name, what it carries, and how long. */
export interface Topic<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly description: string;
  /** Headers whose text is read into a field of the value, by the name of the field. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly partitions: number;
  /** `compact`: only the last message of a key is kept. `delete`: by age and size. */
  readonly cleanup: 'delete' | 'compact';
  readonly retentionMs?: number;
  readonly retentionBytes?: number;
}

/** A topic as a bus needs to know it. */
export type TopicConfig = Omit<Topic<unknown>, 'schema' | 'description' | 'headers'>;
