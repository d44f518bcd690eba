import { readings, type ReadingName } from './readings.ts';

/** What a reading thread runs; it loads libs only, since Node runs this file as it is. */
export function run({ name, given }: { readonly name: ReadingName; readonly given: unknown }): unknown {
  const reading: (given: never) => unknown = readings[name];
  return reading(given as never); // the sending side is typed by the same table
}
