import type { StoredMessage } from './bus.ts';
import type { RawMessage } from './kafka-internals.ts';

/** A message as the port shows it. `topic` is the port's name. */
export function storedMessage(topic: string, partition: number, raw: RawMessage): StoredMessage {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw.headers ?? {})) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) headers[name] = first.toString();
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
