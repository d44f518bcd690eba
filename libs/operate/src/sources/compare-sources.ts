import type { Channel, Source } from '@newsmill/contracts';

/** A field that is otherwise in another version of a source. */
export interface FieldChange {
  /** Such as `limits.delay`, or `channels[https://paper.example/feed.xml].interval`. */
  readonly path: string;
  /** As JSON, shortened; absent where it is not given, or where its values are kept secret. */
  readonly before?: string;
  readonly after?: string;
}

/** Characters of a value that are shown. */
const mostShown = 120;

function shown(value: unknown): string | undefined {
  const text = value === undefined ? undefined : JSON.stringify(value);
  return text !== undefined && text.length > mostShown ? `${text.slice(0, mostShown - 3)}...` : text;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Lists whose order means nothing: each word that came or went. */
const sets: ReadonlySet<string> = new Set(['domains', 'tags', 'allowPrivate', 'rights.allow']);

function setChanges(path: string, before: readonly unknown[], after: readonly unknown[]): FieldChange[] {
  return [
    ...before.filter((one) => !after.includes(one)).map((one) => ({ path, before: shown(one) })),
    ...after.filter((one) => !before.includes(one)).map((one) => ({ path, after: shown(one) })),
  ];
}

function changesAt(path: string, before: unknown, after: unknown): FieldChange[] {
  if (isMap(before) && isMap(after)) return mapChanges(before, after, path);
  if (sets.has(path)) return setChanges(path, arrayOf(before), arrayOf(after));
  return isSame(before, after) ? [] : [{ path, before: shown(before), after: shown(after) }];
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

type Fields = Readonly<Record<string, unknown>>;

function mapChanges(before: Fields, after: Fields, above = ''): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changesAt(above === '' ? key : `${above}.${key}`, before[key], after[key]));
}

/** Headers may hold secrets: their names alone are told. */
function headerChanges(before: Source['headers'], after: Source['headers']): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => before[name] !== after[name]).map((name) => ({ path: `headers.${name}` }));
}

/** Channels are told apart by their addresses; their order means nothing. */
export function compareChannels(before: readonly Channel[], after: readonly Channel[]): FieldChange[] {
  const [old, next] = [before, after].map((channels) => new Map(channels.map((one) => [one.url, one])));
  return [
    ...before
      .filter(({ url }) => next?.has(url) !== true)
      .map((one) => ({ path: 'channels', before: named(one) })),
    ...after.flatMap((channel) => {
      const was = old?.get(channel.url);
      return was === undefined
        ? [{ path: 'channels', after: named(channel) }]
        : mapChanges(was, channel, `channels[${channel.url}]`);
    }),
  ];
}

function named({ kind, url }: Channel): string {
  return `${kind} ${url}`;
}

/** What is otherwise in the second version of a source, field by field; of headers the names alone. */
export function compareSources(before: Source, after: Source): FieldChange[] {
  const { channels: oldChannels, headers: oldHeaders, ...old } = before;
  const { channels, headers, ...rest } = after;
  return [
    ...compareChannels(oldChannels, channels),
    ...mapChanges(old, rest),
    ...headerChanges(oldHeaders, headers),
  ];
}
