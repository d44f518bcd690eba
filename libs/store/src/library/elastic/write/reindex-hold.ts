import { setTimeout as sleep } from 'node:timers/promises';
import type { ElasticConnection } from '../../../elastic/elastic-client.ts';
import { LibraryUnreachable } from '../../library.ts';
import type { BulkAnswer } from './bulk.ts';

const heldStepMs = 50;
const longestHeldMs = 20_000;

/** Whether the month is read-only now, because a reindex is about to swap it, or was deleted after that. */
export function isHeld(answer: BulkAnswer | undefined): boolean {
  return (
    (answer?.status === 403 && answer.problem?.type === 'cluster_block_exception') || isIndexGone(answer)
  );
}

/** Whether the month is there no more. */
export function isIndexGone(answer: BulkAnswer | undefined): boolean {
  return answer?.status === 404 && answer.problem?.type === 'index_not_found_exception';
}

/** A reindex lets no one write to a month while it swaps it, for less than a second as a rule. */
export async function waitForReindex({ address }: ElasticConnection, waits: number): Promise<void> {
  if (waits * heldStepMs > longestHeldMs)
    throw new LibraryUnreachable(
      address,
      'a month is read-only',
      'a reindex that was ended in its last step leaves that: run newsmill reindex again, or newsmill reindex --abort',
    );
  await sleep(heldStepMs);
}
