import { Source } from '@newsmill/contracts';
import { isAlias, isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { checkSource, type Finding } from './source-checks.ts';
import { didYouMean, type Problem } from './source-problem.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
export interface ValidatedSources {
  /** Sources of the files without a mistake, in the order of the files. */
  readonly sources: Source[];
  /** Every mistake of every file. */
  readonly problems: Problem[];
}

type Place = readonly (string | number)[];
type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly [key: string]: unknown;
};

const maxFileSize = 1_000_000;
const shape: Schema = z.toJSONSchema(Source, { io: 'input', unrepresentable: 'any' }) as Schema; // zod types booleans as schemas too, which Source has nowhere

function keysAt(path: Place): string[] {
  let schema: Schema | undefined = shape;
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

/** What one issue of the schema means, in words for people. */
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
    return [{ path, message: 'has the wrong form', found: shown(value), allowed: issue.message }];
  return [{ path, message: issue.message, found: typeof value === 'object' ? undefined : shown(value) }];
}

/** Offset in the text of what lies at a path: a plain value, else its key, else the nearest thing around it. */
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

interface ReadSource {
  readonly source?: Source;
  readonly idPlace?: Problem;
  readonly problems: readonly Problem[];
}

function readFile(file: SourceFile): ReadSource {
  const whole = (message: string): ReadSource => ({
    problems: [{ file: file.path, line: 1, column: 1, path: '', message }],
  });
  if (file.text.length > maxFileSize) return whole(`is larger than ${maxFileSize} characters`);
  if (file.text.trim() === '') return whole('is empty');
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    strict: true,
  });
  const at = (offset: number) => ({
    file: file.path,
    line: Math.max(1, lines.linePos(offset).line),
    column: Math.max(1, lines.linePos(offset).col),
  });
  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    ...at(error.pos[0]),
    path: '',
    message: error.code === 'DUPLICATE_KEY' ? 'the same key stands twice' : error.message,
  }));
  if (syntax.length > 0) return { problems: syntax };
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return whole(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return whole(`must be a map of one source, with ${keysAt([]).slice(0, 3).join(', ')} and more`);
  const parsed = Source.safeParse(data);
  const findings = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => findingsOf(issue, data))),
    ...checkSource(data),
  ];
  const problems = findings.map(({ path, isKey, ...rest }) => ({
    ...at(offsetOf(document, path, isKey)),
    path: pathText(path),
    ...rest,
  }));
  const idPlace = { ...at(offsetOf(document, ['id'])), path: 'id', message: '' };
  return {
    problems: problems.sort((a, b) => a.line - b.line || a.column - b.column),
    idPlace,
    ...(parsed.success && problems.length === 0 ? { source: parsed.data } : {}),
  };
}

/** Reads source files and finds every mistake of all of them in one pass. A file with a mistake gives no source. */
export function validateSources(files: readonly SourceFile[]): ValidatedSources {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const file of files) {
    const read = readFile(file);
    problems.push(...read.problems);
    if (read.source === undefined) continue;
    const owner = owners.get(read.source.id);
    if (owner !== undefined && read.idPlace !== undefined) {
      problems.push({
        ...read.idPlace,
        message: `the id is already that of ${owner}`,
        found: `"${read.source.id}"`,
      });
      continue;
    }
    owners.set(read.source.id, file.path);
    sources.push(read.source);
  }
  return { sources, problems };
}
