import { RegistryConflict, type Records } from '@newsmill/store';

const mostTries = 20;

/**
 * Changes a record, whatever others change meanwhile; undefined from `change` leaves it. It expires when it did
 * before. Answers what is kept then; undefined where there is none. Throws RegistryConflict when others never rest.
 */
export async function changeRecord<T>(
  records: Records<T>,
  id: string,
  change: (value: T | undefined) => T | undefined,
): Promise<T | undefined> {
  for (let tries = 1; ; tries += 1) {
    const stored = await records.get(id);
    const value = change(stored?.value);
    if (value === undefined) return stored?.value;
    try {
      await records.put(id, value, { ifRevision: stored?.revision ?? null, expiresAt: stored?.expiresAt });
      return value;
    } catch (error) {
      if (!(error instanceof RegistryConflict) || tries === mostTries) throw error;
    }
  }
}
