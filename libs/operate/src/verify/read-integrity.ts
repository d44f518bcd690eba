import { listArchiveDamage, type DamageFound } from './archive-damage.ts';
import { lastLooks, type ArchiveLook, type DatabaseLook } from './integrity-looks.ts';
import { lastVerification, type Verification, type VerificationPorts } from './verification.ts';

const mostShown = 100;

/** A verification as it is shown: who asked for it by name alone. */
export interface VerificationView extends Omit<Verification, 'asker'> {
  readonly who: string;
}

/** What is known of damage, and when what was looked at. Times are epoch milliseconds. */
export interface IntegrityView {
  /** The last verification that somebody asked for; absent: nobody has. */
  readonly verification?: VerificationView;
  /** The last part of the archive that the mill read by itself; absent: none yet. */
  readonly archive?: ArchiveLook;
  /** The last daily look at the files of SQLite; absent: none yet, or there are none. */
  readonly databases?: DatabaseLook;
  /** Records of the archive that are damaged, as the last look at each file found: a hundred are shown. */
  readonly damage: { readonly total: number; readonly records: readonly DamageFound[] };
}

/** A verification as it is shown. */
export function viewVerification({ asker, ...verification }: Verification): VerificationView {
  return { ...verification, who: asker.who };
}

/** What is known of damage, and when what was looked at. */
export async function readIntegrity(ports: VerificationPorts): Promise<IntegrityView> {
  const [verification, { archive, databases }, damage] = await Promise.all([
    lastVerification(ports),
    lastLooks(ports.registry),
    listArchiveDamage(ports.registry),
  ]);
  return {
    ...(verification !== undefined && { verification: viewVerification(verification) }),
    ...(archive !== undefined && { archive }),
    ...(databases !== undefined && { databases }),
    damage: { total: damage.length, records: damage.slice(0, mostShown) },
  };
}
