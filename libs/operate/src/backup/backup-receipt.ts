import { recordsOf, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { newestFirstId } from '../dead/newest-first-id.ts';

/** What is known of a backup that was made; the file itself may be anywhere by now. */
export const BackupReceipt = z.object({
  id: z.string(),
  when: z.iso.datetime().describe('When it was begun: what came later may be missing.'),
  host: z.string().describe('The machine that wrote it.'),
  path: z.string().describe('Where that machine wrote it.'),
  bytes: z.int().nonnegative(),
  tookMs: z.int().nonnegative(),
  withArchive: z.boolean().describe('Whether the raw pages are in it.'),
  form: z.string(),
  newsmill: z.string().describe('The version that wrote it.'),
  signedBy: z.string().describe('Fingerprint of the key that signed it.'),
  counts: z.record(z.string(), z.int().nonnegative()).describe('Records by kind.'),
});
export type BackupReceipt = z.output<typeof BackupReceipt>;

const dayMs = 86_400_000;
/** A backup that is older is told as old: a week and a day. */
export const oldBackupMs = 8 * dayMs;
/** How long receipts are kept, and mills warn of an old backup. */
const keptMs = 90 * dayMs;
const mostShown = 50;

function receipts(registry: Registry): Records<BackupReceipt> {
  return recordsOf(registry, 'backup-receipt', BackupReceipt);
}

/** Keeps the receipt of a backup. `when`: epoch milliseconds. */
export async function keepBackupReceipt(
  registry: Registry,
  { when, ...receipt }: Omit<BackupReceipt, 'id' | 'when'> & { readonly when: number },
): Promise<void> {
  const id = newestFirstId(when);
  const whole = { ...receipt, id, when: new Date(when).toISOString() };
  await receipts(registry).put(id, whole, { expiresAt: when + keptMs });
}

/** The newest receipts of backups. */
export async function listBackups(registry: Registry): Promise<readonly BackupReceipt[]> {
  return (await receipts(registry).list({ limit: mostShown })).items.map(({ value }) => value);
}

/** When the newest backup was begun, epoch milliseconds; undefined: none is known. */
export async function lastBackupAt(registry: Registry): Promise<number | undefined> {
  const [newest] = (await receipts(registry).list({ limit: 1 })).items;
  return newest === undefined ? undefined : Date.parse(newest.value.when);
}
