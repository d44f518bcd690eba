import { Source } from '@newsmill/contracts';
import type { IsSecretSet, SourceFile, SourceReading } from './read-source-file.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { checkSecrets, checkSource } from './source-checks.ts';

/**
 * Reads a source file of plain YAML that has no mistake, which most are; undefined for any other: the whole
 * reader says what is wrong with it, and where.
 */
export function readSoundSource(
  { path, text }: SourceFile,
  isSecretSet: IsSecretSet | undefined,
): SourceReading | undefined {
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
