import type { NewChange } from '@newsmill/operate';
import type { Environment } from '../declare/define-command.ts';
import { withPorts } from '../with-ports.ts';
import { hasState } from './with-state.ts';

/**
 * Does what changes source files, and then writes it into the log of changes of their mill. Before there is a mill
 * there is no log.
 */
export async function actOnFiles<T>(
  data: string,
  environment: Environment,
  work: () => Promise<T>,
): Promise<T> {
  const { actAs, noteChange } = await import('@newsmill/operate');
  const changes: NewChange[] = [];
  const writer = {
    async write(change: NewChange) {
      changes.push(change);
    },
  };
  try {
    return await actAs(writer, work);
  } finally {
    if (changes.length > 0 && hasState(data, environment))
      await withPorts(data, async () => {
        for (const change of changes) await noteChange(change);
      });
  }
}
