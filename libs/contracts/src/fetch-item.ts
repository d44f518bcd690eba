import type { FrontierItem, Settlement } from './frontier-item.ts';
import { ItemMemory } from './item-memory.ts';

/** An item whose memory has been read, and how such a one is settled. */
export type FetchItem = FrontierItem<ItemMemory>;
export type FetchSettlement = Settlement<ItemMemory>;

/** Reads the memory of an item that comes out of the state. What this version does not know stays with it. */
export function readItem(item: FrontierItem): FetchItem {
  return { ...item, data: { ...item.data, ...ItemMemory.parse(item.data) } };
}
