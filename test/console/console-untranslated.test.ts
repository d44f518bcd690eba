import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Parser } from 'htmlparser2';
import { openSession } from '@newsmill/operate';
import { consolePages } from '../../services/api/src/testing/console-pages.ts';
import { openSeededApp, seededKey, type SeededApp } from '../../services/api/src/testing/seeded-app.ts';
import { ar } from '../../services/console/src/words/ar.ts';
import { de } from '../../services/console/src/words/de.ts';
import { readWords } from '../../services/console/src/words/read-words.ts';

const tables = { de, ar } as const;
/** What is no word of the console: code, and what people type. */
const silent = new Set(['code', 'pre', 'script', 'style', 'textarea']);
const told = ['aria-label', 'title', 'placeholder', 'content'];

/** What a page says in its own language: texts and attributes, but for parts in another language. */
function spokenTexts(html: string, language: string): string[] {
  const texts: string[] = [];
  const heard: boolean[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const isHeard =
        (heard.at(-1) ?? true) && !silent.has(name) && (attributes['lang'] ?? language) === language;
      if (isHeard) for (const each of told) if (attributes[each] !== undefined) texts.push(attributes[each]);
      heard.push(isHeard);
    },
    ontext(text) {
      if (heard.at(-1) === true) texts.push(text);
    },
    onclosetag() {
      heard.pop();
    },
  });
  parser.end(html);
  return texts.map((text) => text.replaceAll(/[\s\u2068\u2069]+/g, ' ').trim()).filter((text) => text !== '');
}

/** English that a table says otherwise: whole texts, and the longer pieces between the places of others. */
function englishOf(table: Readonly<Record<string, string>>) {
  const rows = Object.entries(table).filter(([english, words]) => english !== words);
  const whole = new Set(rows.map(([english]) => english));
  const pieces = rows.flatMap(([english]) =>
    readWords(english).flatMap((part) => {
      if (part.kind === 'text') return [part.text];
      return part.kind === 'value' ? part.forms.map((form) => form.replaceAll('#', '')) : [];
    }),
  );
  const long = [...new Set(pieces.map((piece) => piece.trim()))].filter((piece) => /\w+ \w+ \w+/.test(piece));
  return { whole, long };
}

/** Words by which one knows an English sentence. */
const isEnglish = (text: string) => /\b(?:the|of|is|are|were|to|and|with|its|been)\b/.test(text);

/** Pages whose every text is said through the tables. */
const held = [
  '/alerts',
  '/import',
  '/login',
  '/preview',
  '/problems',
  '/problems/:code',
  '/sources',
  '/sources/:id',
  '/takedowns',
];

describe('pages in another language', () => {
  let app: SeededApp;
  let session: string;
  beforeAll(async () => {
    app = await openSeededApp({ now: Date.now });
    session = (await openSession({ ...app.ports, now: Date.now }, seededKey, 'words'))?.token ?? '';
  });
  afterAll(() => app.close());

  it.each([
    ['de', false],
    ['de', true],
    ['ar', false],
    ['ar', true],
  ] as const)('have no English left in them: %s, logged in: %s', async (language, isKnown) => {
    const { whole, long } = englishOf(tables[language]);
    const left: Record<string, readonly string[]> = {};
    for (const path of [...held.flatMap((route) => consolePages[route] ?? []), '/nothing-is-here']) {
      const cookie = `newsmill-language=${language}${isKnown ? `; newsmill-session=${session}` : ''}`;
      const answer = await fetch(app.address + path, { headers: { accept: 'text/html', cookie } });
      const texts = spokenTexts(await answer.text(), language);
      expect(texts.length).toBeGreaterThan(10);
      const english = texts.filter(
        (text) => whole.has(text) || long.some((piece) => text.includes(piece)) || isEnglish(text),
      );
      if (english.length > 0) left[path] = [...new Set(english)];
    }
    expect(left).toEqual({});
  });
});
