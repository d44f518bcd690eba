// Rows {id, text, lang?} on stdin, rows {id, spans: [[start, end, "PER"|"ORG"|"LOC"]]} on stdout: the names
// that enrich finds in a text, English where no language is said. Offsets count code points, as the scorer's
// do.
import { createInterface } from 'node:readline';
import { entitySpans } from '@newsmill/enrich';

/** Tells where a UTF-16 offset stands in code points; asked in rising order. */
function codePoints(text) {
  let unit = 0;
  let point = 0;
  return (offset) => {
    for (; unit < offset; point += 1) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    return point;
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, text, lang } = JSON.parse(line);
  const pointOf = codePoints(text);
  const spans = entitySpans(text, lang ?? 'en').map(({ start, end, kind }) => [
    pointOf(start),
    pointOf(end),
    kind,
  ]);
  process.stdout.write(`${JSON.stringify({ id, spans })}\n`);
}
