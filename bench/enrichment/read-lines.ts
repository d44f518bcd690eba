import { readFileSync } from 'node:fs';

/** The rows of a file that holds one JSON value a line. */
export function readLines<Row>(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
}
