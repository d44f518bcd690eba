import { Source } from '@newsmill/contracts';
import { isAlias, isMap, isScalar, LineCounter, type Document } from 'yaml';
import { z } from 'zod';
import { readSoundSource } from './read-sound-source.ts';
import { readYaml } from './read-yaml.ts';
import { checkSecrets, checkSource, type Finding } from './source-checks.ts';
import { didYouMean, type Problem } from './source-problem.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
type Place = readonly (string | number)[];
type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly [key: string]: unknown;
};

/** Characters, and bytes on the disk, that a source file may have. */
export const maxFileSize = 1_000_000;
/** Mistakes of one file that are told. */
const mostProblems = 100;
let shape: Schema | undefined;

/** Made when a mistake is told for the first time: most files have none. */
function shapeOfSource(): Schema {
  // zod types booleans as schemas too, which Source has nowhere
  shape ??= z.toJSONSchema(Source, { io: 'input', unrepresentable: 'any' }) as Schema;
  return shape;
}

function keysAt(path: Place): string[] {
  let schema: Schema | undefined = shapeOfSource();
  for (const part of path) schema = typeof part === 'number' ? schema?.items : schema?.properties?.[part];
  return Object.keys(schema?.properties ?? {});
}

function pathText(path: Place): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

function shown(value: unknown): string {
  const text =
    typeof value === 'string'
      ? `"${value}"`
      : Array.isArray(value)
        ? 'a list'
        : typeof value === 'object' && value !== null
          ? 'a map'
          : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function valueAt(data: unknown, path: Place): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

/**
 * What one issue of the schema means, in words for people. Values of headers can be secret: they are not
 * shown.
 */
function findingsOf(issue: z.core.$ZodIssue, data: unknown): Finding[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      isKey: true,
      message: 'unknown key',
      allowed: allowed.join(', '),
      suggestion: didYouMean(key, allowed),
    }));
  }
  if (value === undefined) return [{ path, message: 'is missing' }];
  if (issue.code === 'invalid_type')
    return [
      {
        path,
        message: `must be ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' || issue.expected === 'record' ? 'a map' : `a ${issue.expected}`}`,
        found: shown(value),
      },
    ];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [
      {
        path,
        message: 'is none of the allowed values',
        found: shown(value),
        allowed: values.join(', '),
        suggestion: typeof value === 'string' ? didYouMean(value, values) : undefined,
      },
    ];
  }
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return [
      { path, message: 'must be an address', found: shown(value), allowed: 'http:// and https:// addresses' },
    ];
  if (issue.code === 'invalid_format')
    return [
      {
        path,
        message: 'has the wrong form',
        found: path[0] === 'headers' ? undefined : shown(value),
        allowed: issue.message,
      },
    ];
  return [
    {
      path,
      message: issue.message,
      found: typeof value === 'object' || path[0] === 'headers' ? undefined : shown(value),
    },
  ];
}

/**
 * Offset in the text of what lies at a path: a plain value, else its key, else the nearest thing around it.
 */
function offsetOf(document: Document, path: Place, isKeyWanted = false): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair === undefined) return offset;
      const isLast = part === path.at(-1) && path.indexOf(part) === path.length - 1;
      const target = isLast || !hasRange(pair.value) ? pair.key : pair.value;
      if (hasRange(target)) offset = target.range?.[0] ?? offset;
      node = pair.value;
      continue;
    }
    node =
      typeof part === 'number' &&
      typeof node === 'object' &&
      node !== null &&
      'items' in node &&
      Array.isArray(node.items)
        ? node.items[part]
        : undefined;
    if (!hasRange(node)) return offset;
    offset = node.range?.[0] ?? offset;
  }
  return hasRange(node) && isScalar(node) && !isKeyWanted ? (node.range?.[0] ?? offset) : offset;
}

function hasRange(node: unknown): node is { range?: readonly number[] | null } {
  return typeof node === 'object' && node !== null && 'range' in node;
}

/** Whether a secret that a source names is set; without it nobody asks. */
export type IsSecretSet = (name: string) => boolean;

/** What one source file says. */
export interface SourceReading {
  readonly path: string;
  /** Of a file without a mistake. */
  readonly source?: Source;
  /** Id that the file gives its source, as far as it can be told. */
  readonly id?: string;
  readonly problems: readonly Problem[];
  /** Where the id stands. */
  readonly idPlace?: Problem;
}

/** The id of a file that is no YAML. */
function idIn(text: string): string | undefined {
  return /^id:[ \t]*["']?([a-z0-9][a-z0-9-]{0,62})["']?[ \t\r]*(?:#.*)?$/m.exec(text.slice(0, 10_000))?.[1];
}

function isMapping(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** The file cannot be read at all, or not as what it is. */
export function unreadable(
  path: string,
  message: string,
  place: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
  text = '',
): SourceReading {
  const id = idIn(text);
  return {
    path,
    ...(id === undefined ? {} : { id }),
    problems: [{ file: path, ...place, path: '', message }],
  };
}

/** Reads one source file and finds all its mistakes. */
export function readSourceFile(file: SourceFile, isSecretSet?: IsSecretSet): SourceReading {
  const { path, text } = file;
  if (text.length > maxFileSize)
    return unreadable(path, `is larger than ${maxFileSize} characters`, undefined, text);
  if (text.trim() === '') return unreadable(path, 'is empty');
  return readSoundSource(file, isSecretSet) ?? readWholly(file, isSecretSet);
}

/** Any YAML, with the places of all mistakes. */
function readWholly({ path, text }: SourceFile, isSecretSet: IsSecretSet | undefined): SourceReading {
  const lines = new LineCounter();
  const at = (offset: number) => ({
    line: Math.max(1, lines.linePos(offset).line),
    column: Math.max(1, lines.linePos(offset).col),
  });
  const read = readYaml(text, lines);
  if ('message' in read) return unreadable(path, read.message, at(read.offset), text);
  const { document } = read;
  const syntax = [...document.errors, ...document.warnings].slice(0, mostProblems);
  if (syntax.length > 0) {
    return {
      ...unreadable(path, '', undefined, text),
      problems: syntax.map((error) => ({
        file: path,
        ...at(error.pos[0]),
        path: '',
        message: error.code === 'DUPLICATE_KEY' ? 'the same key stands twice' : error.message,
      })),
    };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return unreadable(
      path,
      `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      undefined,
      text,
    );
  }
  if (!isMapping(data))
    return unreadable(
      path,
      `must be a map of one source, with ${keysAt([]).slice(0, 3).join(', ')} and more`,
    );
  return readingOf(path, data, document, { at, isSecretSet });
}

function readingOf(
  path: string,
  data: Record<string, unknown>,
  document: Document,
  {
    at,
    isSecretSet,
  }: {
    readonly at: (offset: number) => { line: number; column: number };
    readonly isSecretSet: IsSecretSet | undefined;
  },
): SourceReading {
  const parsed = Source.safeParse(data);
  const found = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => findingsOf(issue, data))),
    ...checkSource(data),
    ...(isSecretSet === undefined ? [] : checkSecrets(data, isSecretSet)),
  ];
  const problems: Problem[] = found.slice(0, mostProblems).map(({ path: place, isKey, ...rest }) => ({
    file: path,
    ...at(offsetOf(document, place, isKey)),
    path: pathText(place),
    ...rest,
  }));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const last = problems.at(-1);
  if (found.length > mostProblems && last !== undefined)
    problems.push({
      ...last,
      path: '',
      message: `and ${found.length - mostProblems} more mistakes`,
      found: undefined,
      allowed: undefined,
      suggestion: undefined,
    });
  const id = Source.shape.id.safeParse(data['id']);
  const idPlace = { file: path, ...at(offsetOf(document, ['id'])), path: 'id', message: '' };
  return {
    path,
    problems,
    idPlace,
    ...(id.success ? { id: id.data } : {}),
    ...(parsed.success && problems.length === 0 ? { source: parsed.data } : {}),
  };
}
