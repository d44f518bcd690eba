// Rows {id, text} on stdin, rows {id, text} on stdout, mended where they were read in the wrong charset.
import { createInterface } from 'node:readline';
import { mendMojibake } from '@newsmill/text';

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, text } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id, text: mendMojibake(text).text })}\n`);
}
