import type { Source } from '@newsmill/contracts';
import { takenKey, takenText } from '@newsmill/fetch';
import { takeTurns, type SourceFolder } from '@newsmill/source-files';
import type { StateEntry, StateReader, StateWriter } from '@newsmill/store';

/** Sources whose texts are compared at once. */
const mostAtOnce = 200;

export interface TakenChange {
  /** The sources that may have changed; without it all of them. */
  readonly ids: ReadonlySet<string> | undefined;
  /** Sources whose channels went. */
  readonly gone: readonly string[];
}

async function entriesOf(
  sources: readonly Source[],
  state: Pick<StateReader, 'read'>,
  now: number,
): Promise<StateEntry[]> {
  const wanted: { readonly key: string; readonly value: string | null }[] = [];
  const turn = takeTurns();
  for (const source of sources) {
    wanted.push({ key: takenKey(source.id), value: takenText(source) ?? null });
    await turn();
  }
  const present = await state.read(
    wanted.map(({ key }) => key),
    now,
  );
  return wanted.filter(({ key, value }) => (present.get(key) ?? null) !== value);
}

/**
 * Keeps in the state what each source says that was taken up, so that it can be told later how its file has
 * changed. What is kept of a source whose file has a mistake stays.
 */
export async function keepTaken(
  folder: Pick<SourceFolder, 'sources' | 'sourceOf' | 'isUnsure'>,
  state: Pick<StateReader, 'read'> & Pick<StateWriter, 'write'>,
  now: number,
  { ids, gone }: TakenChange,
): Promise<void> {
  const sources = ids === undefined ? folder.sources() : [...ids].flatMap((id) => folder.sourceOf(id) ?? []);
  for (let at = 0; at < sources.length; at += mostAtOnce) {
    const entries = await entriesOf(sources.slice(at, at + mostAtOnce), state, now);
    if (entries.length > 0) await state.write(entries);
  }
  const away = [...new Set([...gone, ...(ids ?? [])])].filter(
    (id) => folder.sourceOf(id) === undefined && !folder.isUnsure(id),
  );
  if (away.length > 0) await state.write(away.map((id) => ({ key: takenKey(id), value: null })));
}
