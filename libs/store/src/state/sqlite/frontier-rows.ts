import type { FrontierItem } from '@newsmill/contracts';
import { numberOf, numberOrNullOf, textOf, type Row } from '../../sqlite/columns.ts';

export type Kind = FrontierItem['kind'];
export const kinds = ['channel', 'page'] as const satisfies readonly Kind[];

/*
 * An item that has become due is `queued`; it stays so until it is settled, so an expired lease brings it
 * back by itself. The best queued item of each kind stands in its host (the heads), so a claim walks hosts in
 * the order wanted and never sees an item of a busy host. `again`: the channel told of a change while the
 * item was claimed.
 */
export const frontierSchema = `
  CREATE TABLE IF NOT EXISTS host (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, domain TEXT NOT NULL,
    host_free INTEGER NOT NULL DEFAULT 0, domain_free INTEGER NOT NULL DEFAULT 0, lease INTEGER NOT NULL DEFAULT 0, holder TEXT,
    free_at INTEGER GENERATED ALWAYS AS (max(host_free, domain_free, lease)) VIRTUAL,
    channel_priority INTEGER, channel_due INTEGER, page_priority INTEGER, page_due INTEGER);
  CREATE INDEX IF NOT EXISTS host_domain ON host (domain);
  CREATE INDEX IF NOT EXISTS host_channel ON host (channel_priority, channel_due, free_at) WHERE channel_priority IS NOT NULL;
  CREATE INDEX IF NOT EXISTS host_page ON host (page_priority, page_due, free_at) WHERE page_priority IS NOT NULL;
  CREATE INDEX IF NOT EXISTS host_wanted ON host (free_at) WHERE coalesce(channel_priority, page_priority) IS NOT NULL;
  CREATE TABLE IF NOT EXISTS item (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, host INTEGER NOT NULL, queued INTEGER NOT NULL, due INTEGER, again INTEGER,
    priority INTEGER NOT NULL, attempt INTEGER NOT NULL, first_seen INTEGER NOT NULL, fetched_at INTEGER NOT NULL,
    source TEXT NOT NULL, url TEXT NOT NULL, stamp TEXT NOT NULL, data TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS item_queue ON item (host, kind, priority, due) WHERE queued = 1;
  CREATE INDEX IF NOT EXISTS item_due ON item (due) WHERE queued = 0 AND due IS NOT NULL;
  CREATE INDEX IF NOT EXISTS item_source ON item (source, kind) WHERE due IS NOT NULL;
  CREATE INDEX IF NOT EXISTS item_channel ON item (id) WHERE kind = 'channel';
  CREATE INDEX IF NOT EXISTS item_failing ON item (kind, attempt) WHERE kind = 'channel' AND attempt > 0;
  CREATE INDEX IF NOT EXISTS item_channel_source ON item (source, kind) WHERE kind = 'channel';
`;

/** When the frontier was used last, by the clock of the machine: one row, renewed once a minute. */
export const clockSchema =
  'CREATE TABLE IF NOT EXISTS frontier_clock (id INTEGER PRIMARY KEY, at INTEGER NOT NULL)';

/** Columns of an item joined with its host, for readItem. */
export const itemColumns =
  'item.key, item.kind, item.url, item.source, host.name AS host, host.domain, item.due, item.priority, item.attempt, item.first_seen, item.fetched_at, item.stamp, item.data';

export function kindOf(row: Row): Kind {
  return row['kind'] === 'channel' ? 'channel' : 'page';
}

/** An item from a row of `itemColumns`. */
export function readItem(row: Row): FrontierItem {
  return {
    key: textOf(row, 'key'),
    kind: kindOf(row),
    url: textOf(row, 'url'),
    sourceId: textOf(row, 'source'),
    host: textOf(row, 'host'),
    domain: textOf(row, 'domain'),
    dueAt: numberOrNullOf(row, 'due'),
    priority: numberOf(row, 'priority'),
    attempt: numberOf(row, 'attempt'),
    firstSeen: numberOf(row, 'first_seen'),
    fetchedAt: numberOf(row, 'fetched_at'),
    stamp: textOf(row, 'stamp'),
    data: JSON.parse(textOf(row, 'data')),
  };
}
