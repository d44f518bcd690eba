import { decodeReferences } from './entities.ts';

/**
 * Limits of the search: sources and characters looked through, characters of text taken, levels of JSON
 * inside strings of JSON.
 */
const limits = { sources: 40, searched: 6_000_000, taken: 1_000_000, depth: 3 } as const;
/** Shorter strings are labels and addresses. */
const shortestText = 160;

const dataAttribute = /\sdata-[\w-]+="([^"]{2000,})"/gi;
const markup = /<(?:p|br|div|h[1-6]|li|blockquote)\b[^<>]*>/i;
const code = /function\s*\(|=>|\bvar\s|\breturn\b|\{\s*[\w-]+\s*:|;\s*\}/;
const sentence = /[.!?。！？]["'”’)]*(?:\s|$)/;

/**
 * Texts of the scripts of a page that hold data, and values of attributes that hold JSON; structured data is
 * read elsewhere.
 */
function* sourcesOf(html: string): Generator<string> {
  let open = html.indexOf('<script');
  while (open >= 0) {
    const from = html.indexOf('>', open);
    const to = from < 0 ? -1 : html.indexOf('</script', from);
    if (to < 0) break;
    if (to - from > 500 && !/ld\+json/i.test(html.slice(open, Math.min(from, open + 300))))
      yield html.slice(from + 1, to);
    open = html.indexOf('<script', to);
  }
  for (const [, value = ''] of html.matchAll(dataAttribute))
    if (value.includes('&quot;')) yield decodeReferences(value);
}

/**
 * The strings of a piece of JSON or of a script, without their quotes; a loop, for a regular expression would
 * not bear strings of megabytes.
 */
function* stringsOf(source: string): Generator<string> {
  let from = source.indexOf('"');
  while (from >= 0) {
    let to = source.indexOf('"', from + 1);
    while (to >= 0 && isEscaped(source, to)) to = source.indexOf('"', to + 1);
    if (to < 0) return;
    yield source.slice(from + 1, to);
    from = source.indexOf('"', to + 1);
  }
}

function isEscaped(source: string, at: number): boolean {
  let slashes = 0;
  while (source.charCodeAt(at - 1 - slashes) === 92) slashes += 1;
  return slashes % 2 === 1;
}

/** The value of a JSON string without its quotes; undefined when it is none. */
function valueOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** As many sources of a page as are searched. */
function* sourcesWithinLimits(html: string): Generator<string> {
  let searched = 0;
  let sources = 0;
  for (const source of sourcesOf(html)) {
    searched += source.length;
    sources += 1;
    if (searched > limits.searched || sources > limits.sources) return;
    yield source;
  }
}

function isRunningText(text: string): boolean {
  return !code.test(text) && sentence.test(text) && (text.match(/\s/g)?.length ?? 0) > text.length / 14;
}

function collect(source: string, parts: Map<string, string>, depth: number): void {
  for (const raw of stringsOf(source)) {
    if (raw.length < shortestText) continue;
    const value = valueOf(raw);
    if (value === undefined || parts.has(value)) continue;
    if (/^\s*[[{]/.test(value) && depth < limits.depth) collect(value, parts, depth + 1);
    else if (markup.test(value)) parts.set(value, value);
    else if (isRunningText(value))
      parts.set(value, `<p>${value.replaceAll('<', '&lt;').replace(/\n+/g, '</p><p>')}</p>`);
  }
}

/**
 * The running text that a page holds only as data for its scripts, in the order in which it stands there, as
 * markup; empty when there is none. Strings of JSON that hold markup or sentences are taken, each once. Works
 * in time linear in the page, within limits.
 */
export function textInScripts(html: string): string {
  const parts = new Map<string, string>();
  for (const source of sourcesWithinLimits(html)) collect(source, parts, 0);
  return [...parts.values()].join('\n').slice(0, limits.taken);
}

/** So many letters of a beginning tell a text. */
const lettersOfBeginning = 24;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/**
 * The longest text in the data of a page's scripts that begins as its description does, in lines; empty where there is
 * none, or the description is too short to tell. Within the same limits as above.
 */
export function textThatBeginsAs(html: string, description: string): string {
  const beginning = lettersOf(description.slice(0, 4 * lettersOfBeginning)).slice(0, lettersOfBeginning);
  if (beginning.length < lettersOfBeginning) return '';
  let best = '';
  for (const source of sourcesWithinLimits(html)) {
    for (const raw of stringsOf(source)) {
      if (raw.length <= Math.max(best.length, description.length) || raw.length > limits.taken) continue;
      const value = valueOf(raw);
      const text =
        value === undefined || /^\s*[[{]/.test(value)
          ? ''
          : decodeReferences(
              value.replace(/<\/?(?:p|div|br|h[1-6]|li)\b[^<>]*>/gi, '\n').replace(/<[^<>]*>/g, ' '),
            );
      if (text.length > best.length && lettersOf(text.slice(0, 4 * lettersOfBeginning)).startsWith(beginning))
        best = text;
    }
  }
  return best;
}
