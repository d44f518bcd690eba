// Rows {id, text} on stdin, rows {id, lang, confidence} on stdout: the language that enrich gives a text
// without any claim.
import { createInterface } from 'node:readline';
import { detectLanguage } from '@newsmill/enrich';

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, text } = JSON.parse(line);
  const { tag, confidence } = detectLanguage(text);
  process.stdout.write(`${JSON.stringify({ id, lang: tag, confidence })}\n`);
}
