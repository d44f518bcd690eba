/**
 * Names that readers saw on public pages (`sets/names-of-pages.jsonl`): every form of a person, an organisation and a
 * place in the first 3,000 to 8,000 characters of a page. Texts are never stored: a paragraph is known by its hash.
 */
import { readFileSync } from 'node:fs';
import { hashText } from '../../libs/enrich/src/entities/hash-text.ts';
import { nameKinds, type NameKind } from '../../libs/enrich/src/entities/name-labels.ts';

/** What a reader saw in one part of a page. */
export interface NamesOfPage {
  readonly id: string;
  /** The hash of each paragraph that was read, the headline first. */
  readonly paragraphs: readonly number[];
  readonly per?: readonly string[];
  readonly org?: readonly string[];
  readonly loc?: readonly string[];
  /** Longer expressions that are no name, though a form stands in them. */
  readonly none?: readonly string[];
  /** What a form is in one paragraph, where it is something else than on the rest of the page. */
  readonly at?: readonly (readonly [form: string, paragraph: number, kind: 'per' | 'org' | 'loc' | 'none'])[];
}

/** A name in a paragraph, in UTF-16 units. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

/** Longer paragraphs were cut before they were read. */
const longestParagraph = 3_000;

/** What readers saw, by page. */
export function readNamesOfPages(): ReadonlyMap<string, readonly NamesOfPage[]> {
  const lines = readFileSync(new URL('sets/names-of-pages.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return Map.groupBy(
    lines.map((line): NamesOfPage => JSON.parse(line)),
    ({ id }) => id,
  );
}

/** The paragraph as it was read. */
export const asRead = (paragraph: string): string =>
  paragraph.replace(/\s+/g, ' ').trim().slice(0, longestParagraph);

/** A paragraph as it was read, and which of which part of its page. */
export interface ReadParagraph {
  readonly text: string;
  readonly row: NamesOfPage;
  readonly number: number;
}

/** The paragraphs of a text that were read. */
export function readParagraphs(
  rows: readonly NamesOfPage[],
  paragraphs: readonly string[],
): readonly ReadParagraph[] {
  return paragraphs.flatMap((paragraph) => {
    const text = asRead(paragraph);
    const hash = hashText(text);
    const row = rows.find((part) => part.paragraphs.includes(hash));
    return row === undefined ? [] : [{ text, row, number: row.paragraphs.indexOf(hash) }];
  });
}

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Whether a form ends where words end. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !(isWordSign(text[start - 1]) && isWordSign(text[start])) &&
  !(isWordSign(text[end]) && isWordSign(text[end - 1]));

/** The names of a paragraph: of forms that overlap the longest counts. */
export function namesOf({ row, text, number }: ReadParagraph): NameSpan[] {
  const kinds = new Map<string, NameKind | 'none'>();
  for (const kind of nameKinds)
    for (const form of row[kind.toLowerCase() as 'per' | 'org' | 'loc'] ?? []) kinds.set(form, kind);
  for (const form of row.none ?? []) kinds.set(form, 'none');
  for (const [form, paragraph, kind] of row.at ?? [])
    if (paragraph === number)
      kinds.set(form, nameKinds.find((known) => known.toLowerCase() === kind) ?? 'none');
  const taken = new Uint8Array(text.length);
  const names: NameSpan[] = [];
  for (const [form, kind] of [...kinds].sort(([a], [b]) => b.length - a.length))
    for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
      const end = start + form.length;
      if (!isWhole(text, start, end) || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      if (kind !== 'none') names.push({ start, end, kind });
    }
  return names.sort((a, b) => a.start - b.start);
}
