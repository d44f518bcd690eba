// Rows {id?, text, reference, lang?} on stdin, the same rows with the dates found in the text on stdout.
import { createInterface } from 'node:readline';
import { findDates } from '@newsmill/enrich';

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const row = JSON.parse(line);
  process.stdout.write(
    `${JSON.stringify({ ...row, dates: findDates({ text: row.text, language: row.lang, published: row.reference }) })}\n`,
  );
}
