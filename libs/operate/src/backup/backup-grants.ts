import { parse } from 'yaml';
import { z } from 'zod';
import type { BackupFrame, RegistryKindRecord } from './backup-format.ts';

/**
 * Something in a backup that lets somebody do something, or makes the mill do it: restored only when that is
 * asked for.
 */
export interface Grant {
  /** Names the record, so that it is found again when the file is read once more. */
  readonly at: string;
  /** For people: what it is, its name, what it allows, its id. */
  readonly what: string;
}

const quoted = (text: unknown): string => JSON.stringify(String(text).slice(0, 100));
const Key = z.looseObject({ name: z.string(), scope: z.string() });
const Search = z.looseObject({
  name: z.string(),
  webhook: z.looseObject({ url: z.string(), allowPrivate: z.boolean().optional() }).optional(),
  mail: z.unknown().optional(),
  matrix: z.unknown().optional(),
});
const Subscription = z.looseObject({ hub: z.string() });
const RawSource = z.looseObject({
  allowPrivate: z.array(z.unknown()).optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
  access: z.record(z.string(), z.unknown()).optional(),
  robots: z.unknown().optional(),
  channels: z.array(z.looseObject({ url: z.unknown() })).optional(),
});

function ofRecord({ of, id, value }: RegistryKindRecord): string | undefined {
  if (of === 'api-key') {
    const key = Key.safeParse(value).data;
    return `API key ${quoted(key?.name)} (scope ${key?.scope ?? 'unknown'}, id ${id})`;
  }
  if (of === 'webhook-secret') return `secret of a webhook (of the saved search ${id})`;
  if (of !== 'saved-search') return undefined;
  const search = Search.safeParse(value).data;
  if (search?.mail !== undefined)
    return `saved search ${quoted(search.name)} that is sent by mail (id ${id})`;
  if (search?.matrix !== undefined)
    return `saved search ${quoted(search.name)} that is sent to a room of Matrix (id ${id})`;
  if (search?.webhook === undefined) return undefined;
  return `saved search ${quoted(search.name)} with a webhook (to ${quoted(search.webhook.url)}${search.webhook.allowPrivate === true ? ', which may be private' : ''}, id ${id})`;
}

/**
 * What a source file allows beyond asking public addresses in our own name. One that cannot be read might
 * allow anything.
 */
function powersOf(text: string): string[] {
  let source: z.output<typeof RawSource>;
  try {
    source = RawSource.parse(parse(text));
  } catch {
    return ['it cannot be read'];
  }
  const powers: string[] = [];
  if ((source.allowPrivate ?? []).length > 0)
    powers.push(
      `asks private addresses: ${(source.allowPrivate ?? []).map(String).join(', ').slice(0, 200)}`,
    );
  if (Object.keys(source.headers ?? {}).length > 0)
    powers.push(
      `sends headers: ${Object.entries(source.headers ?? {})
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join(', ')
        .slice(0, 200)}`,
    );
  if (source.access?.['proxy'] !== undefined) powers.push('asks by a proxy');
  if (source.access?.['certificate'] !== undefined) powers.push('shows a certificate');
  if (source.robots === 'ignore') powers.push('does not obey robots.txt');
  if (source.robots === 'robots-txt') powers.push('does not obey noindex');
  // As whoever asks reads the address: blanks around it, capitals and line breaks change nothing.
  if ((source.channels ?? []).some(({ url }) => URL.parse(String(url))?.protocol === 'file:'))
    powers.push('reads files of this machine');
  return powers;
}

/** Pushes of a hub are believed by what the state remembers of its subscription. */
const subscriptionKey = 'websub:subscription:';

function hubOf(value: string | null): string {
  try {
    return Subscription.parse(JSON.parse(value ?? '')).hub;
  } catch {
    return 'unknown';
  }
}

/** What a frame grants; undefined for most. */
export function grantOf(frame: BackupFrame): Grant | undefined {
  if (frame.kind === 'registry') {
    const what = ofRecord(frame.record);
    return what === undefined ? undefined : { at: `${frame.record.of}/${frame.record.id}`, what };
  }
  if (frame.kind === 'source') {
    const powers = powersOf(frame.text);
    return powers.length === 0
      ? undefined
      : { at: `source/${frame.name}`, what: `source file ${frame.name} (${powers.join('; ')})` };
  }
  if (
    frame.kind !== 'state' ||
    frame.record.kind !== 'entry' ||
    !frame.record.entry.key.startsWith(subscriptionKey)
  )
    return undefined;
  const { key, value } = frame.record.entry;
  return {
    at: key,
    what: `subscription to the hub ${quoted(hubOf(value))} (of ${key.slice(subscriptionKey.length)}), whose pushes are trusted`,
  };
}

/**
 * Whether a frame is left out with what was left out: it grants something itself, or means nothing without
 * what does.
 */
export function isLeftOut(frame: BackupFrame, grants: ReadonlySet<string>): boolean {
  if (grantOf(frame) !== undefined) return true;
  if (frame.kind === 'state')
    return frame.record.kind === 'entry' && frame.record.entry.key.startsWith('websub:');
  return (
    frame.kind === 'registry' &&
    frame.record.of === 'alert-state' &&
    grants.has(`saved-search/${frame.record.id}`)
  );
}
