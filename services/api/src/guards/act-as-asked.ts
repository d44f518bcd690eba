import { actAs, appendChange, type Asker, type MillPorts, type NewChange } from '@newsmill/operate';
import { Logger } from '@nestjs/common';
import type { HttpRequest } from '../http/http-types.ts';
import { accessOf } from './access.ts';
import { visitorOf } from './visitor.ts';

const logger = new Logger('api');

/** In whose name a request changes something. */
export function whoAsks(request: HttpRequest): Asker {
  const { proof, name, caller, keyId } = accessOf(request);
  return {
    who: name ?? caller,
    by: proof === 'session' ? 'session' : 'key',
    ...(keyId === undefined ? {} : { keyId }),
    from: visitorOf(request).address,
  };
}

/** What is changed for a request is written into the log of changes, in the name of whoever asked. */
export function actAsAsked(
  { registry, now }: Pick<MillPorts, 'registry' | 'now'>,
  request: HttpRequest,
  done: () => void,
): void {
  actAs(
    {
      write: (change: NewChange) =>
        appendChange(registry, whoAsks(request), change, now()).then(
          () => undefined,
          (error: unknown) => {
            // It has been made, and cannot be taken back: the log of the process has it.
            const told = JSON.stringify({ ...whoAsks(request), ...change });
            logger.error(
              new Error(`a change was made that the log of changes has not: ${told}`, { cause: error }),
            );
          },
        ),
    },
    done,
  );
}
