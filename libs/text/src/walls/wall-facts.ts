import { Parser } from 'htmlparser2';
import { countWords } from '../count-words.ts';

/** A line of the text that a page shows: what stands between two ends of blocks. */
export interface WallLine {
  readonly text: string;
  readonly words: number;
  readonly isHeading: boolean;
}

/** What tells of a page whether it is a wall. */
export interface WallFacts {
  readonly title: string;
  /** Lines of the shown text, at most `mostLines`. */
  readonly lines: readonly WallLine[];
  /** Words of the shown text. */
  readonly words: number;
  /** What is shown where scripts do not run. */
  readonly noscript: string;
  readonly links: number;
  readonly buttons: number;
  readonly forms: number;
  readonly passwords: number;
  /** Fields for text or a mail address. */
  readonly fields: number;
  readonly scripts: number;
  /** Addresses of scripts and frames, and where forms are sent. */
  readonly addresses: readonly string[];
  /** Whether the page has the element into which an application draws itself. */
  readonly hasShell: boolean;
  /** Content of meta elements that stand for the header Refresh, outside and inside of noscript. */
  readonly refresh: readonly string[];
  /** Whether metadata calls the page an article, or holds the text of one. */
  readonly declaresArticle: boolean;
  /** Texts of its scripts that run. */
  readonly code: string;
  /** Characters of all its scripts, data too. */
  readonly inlined: number;
}

/** Words after which a page is too long for a wall, and links after which it is too busy. */
const mostWords = 1_600;
export const mostWallLinks = 80;
const mostLines = 400;
const mostAddresses = 200;
const mostCode = 65_536;
const mostElements = 6_000;
/** Deeper markup is not read: no wall needs it. */
const mostDepth = 256;

/** The page is longer, or larger, than any wall. */
class NoWall extends Error {}
/** One for all: most pages are no wall, and each new error writes down where it is. */
const noWall = new NoWall();

// biome-ignore format: a table, read by its rows
const inline: ReadonlySet<string> = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'em', 'font', 'i', 'kbd', 'label', 'mark', 'q', 's', 'samp',
  'small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr',
]);
// biome-ignore format: a table, read by its rows
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'svg', 'math', 'select', 'object', 'iframe']);
const shellNames =
  /^(?:root|app|app-root|__next|__nuxt|___gatsby|svelte|react-root|main-app|q-app|ember-app|app-container|__layout)$/;
const textFields: ReadonlySet<string> = new Set(['', 'text', 'email', 'tel', 'search']);

interface Draft {
  title: string;
  lines: WallLine[];
  words: number;
  noscript: string;
  links: number;
  buttons: number;
  forms: number;
  passwords: number;
  fields: number;
  scripts: number;
  addresses: string[];
  hasShell: boolean;
  refresh: string[];
  declaresArticle: boolean;
  code: string;
  inlined: number;
}

function emptyDraft(): Draft {
  return {
    title: '',
    lines: [],
    words: 0,
    noscript: '',
    links: 0,
    buttons: 0,
    forms: 0,
    passwords: 0,
    fields: 0,
    scripts: 0,
    addresses: [],
    hasShell: false,
    refresh: [],
    declaresArticle: false,
    code: '',
    inlined: 0,
  };
}

function noteInput(draft: Draft, type: string): void {
  if (type === 'password') draft.passwords += 1;
  else if (type === 'submit' || type === 'button' || type === 'image') draft.buttons += 1;
  else if (textFields.has(type)) draft.fields += 1;
}

function noteMeta(draft: Draft, attributes: Readonly<Record<string, string>>): void {
  const content = attributes['content'] ?? '';
  const name = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
  if (attributes['http-equiv']?.trim().toLowerCase() === 'refresh')
    draft.refresh.push(content.slice(0, 4_000));
  if (name === 'article:published_time' || (name === 'og:type' && content.toLowerCase() === 'article'))
    draft.declaresArticle = true;
}

function noteElement(draft: Draft, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'a' && attributes['href'] !== undefined) draft.links += 1;
  else if (name === 'button' || attributes['role'] === 'button') draft.buttons += 1;
  else if (name === 'form') draft.forms += 1;
  else if (name === 'script') draft.scripts += 1;
  else if (name === 'input') noteInput(draft, (attributes['type'] ?? '').trim().toLowerCase());
  else if (name === 'meta') noteMeta(draft, attributes);
  if (attributes['id'] !== undefined && shellNames.test(attributes['id'].toLowerCase()))
    draft.hasShell = true;
  const address =
    name === 'script' || name === 'iframe'
      ? attributes['src']
      : name === 'form'
        ? attributes['action']
        : undefined;
  if (address !== undefined && draft.addresses.length < mostAddresses)
    draft.addresses.push(address.slice(0, 500));
}

/** One text behind another, up to a length. */
function added(text: string, data: string, most: number): string {
  return text.length >= most ? text : text + data.slice(0, most - text.length);
}

function isProgram(attributes: Readonly<Record<string, string>>): boolean {
  return /^(?:$|module$|(?:text|application)\/(?:javascript|ecmascript))/i.test(
    (attributes['type'] ?? '').trim(),
  );
}

/**
 * Reads off a page, in one pass, what tells whether it is a wall; undefined where it is longer, larger or
 * deeper than any wall.
 */
export function wallFacts(html: string): WallFacts | undefined {
  const draft = emptyDraft();
  let line = '';
  let heading = 0;
  let quiet = 0;
  let noscript = 0;
  let depth = 0;
  let elements = 0;
  let place: 'title' | 'program' | 'data' | '' = '';
  const endLine = (): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (text === '') return;
    const words = countWords(text);
    draft.words += words;
    if (draft.words > mostWords || draft.lines.length >= mostLines) throw noWall;
    draft.lines.push({ text: text.slice(0, 2_000), words, isHeading: heading > 0 });
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        elements += 1;
        if (depth > mostDepth || elements > mostElements) throw noWall;
        if (!inline.has(name)) endLine();
        noteElement(draft, name, attributes);
        if (draft.links > mostWallLinks) throw noWall;
        if (name === 'h1' || name === 'h2') heading += 1;
        if (name === 'noscript') noscript += 1;
        if (silent.has(name)) quiet += 1;
        if (name === 'script') place = isProgram(attributes) ? 'program' : 'data';
        else if (name === 'title' && quiet === 0) place = 'title';
      },
      ontext: (data) => {
        if (place === 'program' || place === 'data') draft.inlined += data.length;
        if (place === 'title') draft.title = added(draft.title, data, 300);
        else if (place === 'program') draft.code = added(draft.code, data, mostCode);
        else if (place === 'data')
          draft.declaresArticle ||= data.includes('"articleBody"') || data.includes('NewsArticle"');
        else if (noscript > 0) draft.noscript = added(draft.noscript, data, 2_000);
        else if (quiet === 0 && line.length < 20_000) line += data;
      },
      onclosetag: (name) => {
        depth -= 1;
        if (!inline.has(name)) endLine();
        if (name === 'h1' || name === 'h2') heading -= 1;
        if (name === 'noscript') noscript -= 1;
        if (silent.has(name)) quiet -= 1;
        if (name === 'script' || name === 'title') place = '';
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.end(html);
    endLine();
  } catch (error) {
    if (!(error instanceof NoWall)) throw error;
    return undefined;
  }
  return { ...draft, title: draft.title.replace(/\s+/g, ' ').trim() };
}
