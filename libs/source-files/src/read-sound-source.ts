import { Source } from '@newsmill/contracts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { checkSecrets, checkSource } from './source-checks.ts';
import type { Problem } from './source-problem.ts';

/** What a source file without a mistake says. */
interface SoundSource {
  readonly path: string;
  readonly source: Source;
  readonly id: string;
  readonly problems: readonly [];
  /** Where the id stands. */
  readonly idPlace: Problem;
}

/**
 * Reads a source file of plain YAML that has no mistake, which most are; undefined for any other: the whole
 * reader says what is wrong with it, and where.
 */
export function readSoundSource(
  { path, text }: { readonly path: string; readonly text: string },
  isSecretSet: ((name: string) => boolean) | undefined,
): SoundSource | undefined {
  const plain = readPlainYaml(text);
  const parsed = plain === undefined ? undefined : Source.safeParse(plain.data);
  if (plain === undefined || parsed?.success !== true) return undefined;
  if (checkSource(plain.data).length > 0) return undefined;
  if (isSecretSet !== undefined && checkSecrets(plain.data, isSecretSet).length > 0) return undefined;
  return {
    path,
    problems: [],
    idPlace: { file: path, ...plain.idAt, path: 'id', message: '' },
    id: parsed.data.id,
    source: parsed.data,
  };
}
