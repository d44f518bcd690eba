import { setTimeout as sleep } from 'node:timers/promises';
import { auditItems, type AuditPorts, type ItemAudit } from './audit-items.ts';

/** A request waits no longer than this for a comparison of all items; it goes on without. */
const patienceMs = 10_000;
/**
 * A result stands for so many times as long as it took: going through all items takes a tenth of the time at
 * most.
 */
const restFactor = 10;

interface Desk {
  running?: Promise<void>;
  last?: ItemAudit;
  /** By the clock of the process: until when `last` stands. */
  goodUntil: number;
}

const desks = new WeakMap<object, Desk>();

async function compare(desk: Desk, ports: AuditPorts, now: number): Promise<void> {
  const began = performance.now();
  desk.last = await auditItems(ports, now);
  desk.goodUntil = performance.now() + restFactor * (performance.now() - began);
}

/**
 * The comparison item by item, for whoever asks often: one at a time, and not again at once. undefined while
 * the first one of a large mill goes on; afterwards the last one that ended.
 */
export async function latestItemAudit(ports: AuditPorts, now: number): Promise<ItemAudit | undefined> {
  const desk = desks.get(ports.state) ?? { goodUntil: 0 };
  desks.set(ports.state, desk);
  if (desk.last !== undefined && performance.now() < desk.goodUntil) return desk.last;
  desk.running ??= compare(desk, ports, now).finally(() => (desk.running = undefined));
  const over = new AbortController();
  try {
    await Promise.race([
      desk.running,
      sleep(patienceMs, undefined, { signal: over.signal, ref: false }).catch(() => undefined),
    ]);
  } finally {
    over.abort();
  }
  return desk.last;
}
