// Rows {id, text, lang?} on stdin, rows {id, keys} on stdout, best first. A first line of its own is the
// title.
import { createInterface } from 'node:readline';
import { detectLanguage, findKeyPhrases } from '@newsmill/enrich';

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, text, lang } = JSON.parse(line);
  const cut = text.indexOf('\n');
  const [title, body] = cut === -1 || cut > 300 ? ['', text] : [text.slice(0, cut), text.slice(cut + 1)];
  const keys = findKeyPhrases({ title, text: body, language: lang ?? detectLanguage(text).tag }, 15).map(
    (phrase) => phrase.text,
  );
  process.stdout.write(`${JSON.stringify({ id, keys })}\n`);
}
