import { createHash } from 'node:crypto';
import { readJson, Source, withoutDefaults } from '@newsmill/contracts';

/** Where the state keeps what a source said when the mill took it up. */
export function takenKey(id: string): string {
  return `source:${id}`;
}

/** Longest text that is kept; of a source that says more than that nothing is. */
const mostCharacters = 100_000;
const digest = /^sha256:[0-9a-f]{8}$/;

/**
 * A source with digests in the place of the values of its headers, which may hold secrets: enough to tell
 * whether they are the same, and too short to tell which they were.
 */
export function withoutHeaderValues(source: Source): Source {
  const digestOf = (value: string) =>
    digest.test(value) ? value : `sha256:${createHash('sha256').update(value).digest('hex').slice(0, 8)}`;
  const headers = Object.entries(source.headers).map(([name, value]) => [name, digestOf(value)]);
  return { ...source, headers: Object.fromEntries(headers) };
}

/** What the state keeps of a source that the mill took up; undefined where it is too long. */
export function takenText(source: Source): string | undefined {
  const text = JSON.stringify(withoutDefaults(withoutHeaderValues(source)));
  return text.length > mostCharacters ? undefined : text;
}

/** A source as it was taken up; undefined where the text is of another version, or none of ours. */
export function readTaken(text: string | undefined): Source | undefined {
  return readJson(Source, text);
}
