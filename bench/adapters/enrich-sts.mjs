// Rows {id, a, b} on stdin, rows {id, similarity} on stdout: the cosine of the vectors of two texts, from -1
// to 1; 0 where one has none.
import { createInterface } from 'node:readline';
import { loadVectors, packVector } from '@newsmill/enrich';

const { textVector } = loadVectors('english');

const cosine = (one, other) => {
  const product = (a, b) => a.reduce((sum, part, i) => sum + part * b[i], 0);
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
};

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, a, b } = JSON.parse(line);
  // As the libraries keep them.
  const [one, other] = [a, b].map((text) => textVector(text)).map((vector) => vector && packVector(vector));
  process.stdout.write(
    `${JSON.stringify({ id, similarity: one === undefined || other === undefined ? 0 : cosine(one, other) })}\n`,
  );
}
