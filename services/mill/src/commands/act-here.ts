import { hostname } from 'node:os';
import type { NewChange } from '@newsmill/operate';
import type { Registry } from '@newsmill/store';
import { complain } from '@newsmill/service';
import { userName } from './user-name.ts';

/** What a command changes is written into the log of changes, in the name of the user of this machine. */
export async function actHere<T>(registry: Registry, work: () => Promise<T>): Promise<T> {
  const { actAs, appendChange } = await import('@newsmill/operate');
  const asker = { who: userName(), by: 'command' as const, from: hostname() };
  return actAs(
    {
      write: (change: NewChange) =>
        registry
          .prepare()
          .then(() => appendChange(registry, asker, change, Date.now()))
          .then(
            () => undefined,
            (error: unknown) =>
              complain(
                `this is done, but the log of changes does not have it (${change.what} ${change.subject ?? ''}): ${error instanceof Error ? error.message : String(error)}`,
              ),
          ),
    },
    work,
  );
}
