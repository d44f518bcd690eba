import { randomUUID } from 'node:crypto';

/** Id of a record that was made at `now`: a list by id has the newest first. */
export function newestFirstId(now: number): string {
  return `${String(9e15 - now)}-${randomUUID().slice(0, 8)}`;
}
