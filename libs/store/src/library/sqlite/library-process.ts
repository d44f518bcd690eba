import { isDamage } from '../../sqlite/damage.ts';
import {
  calls,
  type Answers,
  type CallMessage,
  type CallName,
  type Inputs,
  type LibraryMessage,
  type Reply,
} from './calls.ts';
import { LibraryDatabase } from './library-database.ts';

/*
 * Entry of the library process: opens the file named on the command line and does one call at a time. The channel to
 * its parent alone keeps it: it ends with that, by itself (`endByItself` of @newsmill/runtime says why). Signals of
 * the terminal go to the whole group: the parent decides when this process ends.
 */
const [, , path = ''] = process.argv;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const table: { readonly [K in CallName]: (database: LibraryDatabase, input: Inputs[K]) => Answers[K] } =
  calls;
const database = opened();
process.on('message', (message: CallMessage) => send({ id: message.id, reply: replyTo(message) }));
send({ kind: 'ready' });

function opened(): LibraryDatabase {
  try {
    return new LibraryDatabase(path);
  } catch (error) {
    if (error instanceof Error && isDamage(error)) send({ kind: 'damaged', detail: error.message });
    throw error;
  }
}

function send(message: LibraryMessage): void {
  process.send?.(message);
}

function replyTo<K extends CallName>({ name, input }: CallMessage<K>): Reply {
  try {
    return { kind: 'answered', answer: table[name](database, input) };
  } catch (error) {
    const errcode =
      error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
        ? error.errcode
        : undefined;
    return error instanceof Error
      ? { kind: 'failed', name: error.name, message: error.message, errcode }
      : { kind: 'failed', name: 'Error', message: String(error) };
  }
}
