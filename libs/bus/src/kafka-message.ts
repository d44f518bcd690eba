import type { StoredMessage } from './bus.ts';
import type { RawMessage } from './kafka-internals.ts';

/** A message as the port shows it. `topic` is the port's name. */
export function storedMessage(topic: string, partition: number, raw: RawMessage): StoredMessage {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw.headers ?? {})) {
    // Of several headers of a name the last one counts: whoever hands a message on puts his own behind.
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) headers[name] = last.toString();
  }
  return {
    topic,
    partition,
    offset: raw.offset,
    time: Number(raw.timestamp),
    key: raw.key?.toString() ?? '',
    value: raw.value ?? new Uint8Array(0),
    headers,
  };
}
