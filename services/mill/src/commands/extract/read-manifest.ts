import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, isAbsolute } from 'node:path';
import { z } from 'zod';
import { mostPageBytes } from '@newsmill/clean';
import { decodeBody, trueEncoding } from '@newsmill/text';

/** One line of a manifest of pages. */
export const ManifestLine = z.looseObject({
  id: z.string().min(1),
  url: z.string().max(8_000).describe('Address of the page; what is no address is taken for an unknown one.'),
  html: z
    .string()
    .min(1)
    .describe('File below the folder of the manifest; gzip when its name ends with .gz.'),
});
export type ManifestLine = z.output<typeof ManifestLine>;

/** What can be wrong with a line of a manifest. */
export type ManifestMistake =
  | 'not-json'
  | 'bad-fields'
  | 'outside-folder'
  | 'no-file'
  | 'bad-gzip'
  | 'too-large';

/** A line that cannot be read: which mistake, in words, and what to do. */
export class BadManifestLine extends Error {
  readonly code: ManifestMistake;
  readonly remedy: string;
  /** Id of the line, where it has one. */
  readonly id: string | undefined;

  constructor(code: ManifestMistake, message: string, remedy: string, id?: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.remedy = remedy;
    this.id = id;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadManifestLine(
      'not-json',
      `the line is no JSON: ${text.slice(0, 80)}`,
      'write one JSON object a line: {"id": "1", "url": "https://...", "html": "page.html"}',
      undefined,
      error,
    );
  }
}

/** Reads one line of a manifest; throws BadManifestLine. */
export function readManifestLine(text: string): ManifestLine {
  const line = parseJson(text);
  const result = ManifestLine.safeParse(line);
  if (result.success) return result.data;
  const problems = result.error.issues
    .map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`)
    .join('; ');
  throw new BadManifestLine(
    'bad-fields',
    problems,
    'give id, url and html (a file name), each as text',
    typeof line === 'object' && line !== null && 'id' in line && typeof line.id === 'string'
      ? line.id.slice(0, 500)
      : undefined,
  );
}

function unpack(bytes: Uint8Array, name: string): Uint8Array {
  const body = trueEncoding(bytes, 'gzip') === 'gzip' ? decodeBody(bytes, 'gzip', mostPageBytes) : undefined;
  if (body?.truncated === true) throw tooLarge(name);
  if (body?.complete !== true)
    throw new BadManifestLine(
      'bad-gzip',
      `${name} is no whole gzip file`,
      'compress the file again, or give it without .gz',
    );
  return body.bytes;
}

const tooLarge = (name: string): BadManifestLine =>
  new BadManifestLine(
    'too-large',
    `${name} is larger than ${mostPageBytes} bytes`,
    'leave the page out, or cut it',
  );

/** Bytes of a page of a manifest, unpacked; at most `mostPageBytes`. Throws BadManifestLine. */
export function readManifestPage(folder: string, name: string): Uint8Array {
  const file = resolve(folder, name);
  const inside = relative(folder, file);
  if (inside.startsWith('..') || isAbsolute(inside))
    throw new BadManifestLine(
      'outside-folder',
      `${name} lies outside the folder of the manifest`,
      'move the pages below the manifest, or the manifest above the pages',
    );
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true)
    throw new BadManifestLine(
      'no-file',
      `there is no file ${file}`,
      'correct html: it is taken from the folder of the manifest',
    );
  if (stat.size > mostPageBytes) throw tooLarge(name);
  const bytes = readFileSync(file);
  return name.endsWith('.gz') ? unpack(bytes, name) : bytes;
}
