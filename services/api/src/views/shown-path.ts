import { relative } from 'node:path';
import type { WrittenSource } from '@newsmill/operate';

/** A file as whoever runs the mill names it. */
export function shownPath(path: string): string {
  return relative(process.cwd(), path);
}

/** A source that was written, with its files as whoever runs the mill names them. */
export function shownSource({ source, file, test }: WrittenSource): WrittenSource {
  return { source, file: shownPath(file), ...(test === undefined ? {} : { test: shownPath(test) }) };
}
