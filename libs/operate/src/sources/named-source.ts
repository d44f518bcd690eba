import type { Source } from '@newsmill/contracts';
import { Refusal } from '../refusal.ts';

/** By which source an address is to be asked and read. */
export interface NamedSource {
  /** Id of one that the mill has. */
  readonly source?: string | undefined;
  /** One that no file has yet. */
  readonly definition?: Source | undefined;
}

/** The source that is named, if any. Refuses with unknown-source. */
export function namedSource(
  folder: { sources(): readonly Source[] } | undefined,
  { source: id, definition }: NamedSource,
): Source | undefined {
  if (id === undefined) return definition;
  const found = folder?.sources().find((source) => source.id === id);
  if (found === undefined) throw new Refusal('unknown-source', `there is no source ${JSON.stringify(id)}`);
  return found;
}
