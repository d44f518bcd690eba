import { z } from 'zod';
import {
  alertReplayed,
  articleCleaned,
  articleEnriched,
  channelPushed,
  ledger,
  pageFetched,
  requestFailed,
} from './pipeline.ts';
import { extensionPrefixes } from './extension.ts';
import { FetchedPage, PageFacts } from './fetched-page.ts';
import type { Topic } from './topic.ts';

/** A message as it goes over a bus: bytes and text headers. */
export interface WireMessage {
  readonly key: string;
  readonly value: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a sender knows besides the value. `time` in epoch milliseconds; `source` is the sending stage. */
export interface MessageContext {
  readonly key: string;
  readonly source: string;
  readonly time: number;
  /** W3C trace context; passed on unchanged. */
  readonly traceparent?: string;
}

/** Header by which a bus says of a message that it is not as it was written, and what is wrong. */
export const damagedHeader = 'newsmill-damaged';

/** Major version of all message schemas; a greater one is parked, not guessed at. */
export const schemaVersion = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const types: Record<string, string> = {
  [pageFetched.name]: 'newsmill.page.fetched.v1',
  [articleCleaned.name]: 'newsmill.article.cleaned.v1',
  [articleEnriched.name]: 'newsmill.article.enriched.v1',
  [ledger.name]: 'newsmill.ledger.v1',
  [channelPushed.name]: 'newsmill.channel.pushed.v1',
  [alertReplayed.name]: 'newsmill.alert.replayed.v1',
  [requestFailed.name]: 'newsmill.request.failed.v1',
};

function typeOf(topic: string): string {
  const carried = topic.startsWith(extensionPrefixes.sent) ? articleEnriched.name : topic;
  return types[carried] ?? topic;
}

/** Header values travel as Latin-1 on some brokers, so JSON in a header is kept to ASCII that is printed. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Writes a message with CloudEvents 1.0 headers (Kafka binding, binary mode).
 * A page keeps its wire bytes as value and its facts in the header `page`; everything else is JSON.
 */
export function writeMessage<T>(
  topic: Pick<Topic<T>, 'name' | 'schema' | 'headers'>,
  value: T,
  context: MessageContext,
): WireMessage {
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: `${context.key}:${context.source}:${context.time}`,
    ce_source: `newsmill/${context.source}`,
    ce_type: typeOf(topic.name),
    ce_time: new Date(context.time).toISOString(),
    ce_subject: context.key,
    schema: String(schemaVersion),
  };
  if (context.traceparent !== undefined) headers['traceparent'] = context.traceparent;
  if (topic.name !== pageFetched.name) {
    headers['content-type'] = 'application/json';
    const body = takeHeaders(topic, value, headers);
    return { key: context.key, headers, value: encoder.encode(JSON.stringify(body)) };
  }
  const { body, followingBodies: _, ...facts } = FetchedPage.parse(value);
  headers['content-type'] = 'application/octet-stream';
  headers['page'] = asciiJson(facts);
  return { key: context.key, headers, value: body };
}

/** The value without what belongs into headers, which goes there. */
function takeHeaders<T>(
  { headers: wanted = {} }: Pick<Topic<T>, 'headers'>,
  value: T,
  headers: Record<string, string>,
): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(wanted).length === 0) return value;
  const isTaken = ([field, text]: readonly [string, unknown]): boolean => {
    const header = Object.hasOwn(wanted, field) ? wanted[field] : undefined;
    if (header !== undefined && typeof text === 'string') headers[header] = text;
    return header !== undefined;
  };
  return Object.fromEntries(Object.entries(value).filter((entry) => !isTaken(entry)));
}

/** The value with the headers that belong to it; what the value itself says of them counts for nothing. */
function withHeaders(
  { headers: wanted }: Topic<unknown>,
  value: unknown,
  headers: WireMessage['headers'],
): unknown {
  if (wanted === undefined || typeof value !== 'object' || value === null) return value;
  const read = Object.entries(wanted).map(([field, header]) => [field, headers[header]]);
  return { ...value, ...Object.fromEntries(read) };
}

export type ReadMessage<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'bad-message' | 'future-schema'; readonly detail: string };

/**
 * Reads and validates a message; never throws on bad input, the answer says what is wrong with it. Unknown
 * fields survive.
 */
export function readMessage<T>(topic: Topic<T>, message: WireMessage): ReadMessage<T> {
  const damage = message.headers[damagedHeader];
  if (damage !== undefined) return { ok: false, reason: 'bad-message', detail: damage };
  const version = Number.parseInt(message.headers['schema'] ?? String(schemaVersion), 10);
  if (version > schemaVersion)
    return {
      ok: false,
      reason: 'future-schema',
      detail: `schema ${version}, this newsmill reads up to ${schemaVersion}`,
    };
  try {
    const raw: unknown =
      topic.name === pageFetched.name
        ? { ...PageFacts.parse(JSON.parse(message.headers['page'] ?? '')), body: message.value }
        : withHeaders(topic, JSON.parse(decoder.decode(message.value)), message.headers);
    const parsed = topic.schema.safeParse(raw);
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, reason: 'bad-message', detail: z.prettifyError(parsed.error) };
  } catch (error) {
    return {
      ok: false,
      reason: 'bad-message',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}
