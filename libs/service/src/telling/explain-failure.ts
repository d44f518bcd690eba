import { BadEnrichers, BadTopicModel } from '@newsmill/enrich';
import { BusUnreachable, UnknownTopic } from '@newsmill/bus';
import { HttpFailure } from '@newsmill/http';
import { BadModelFile } from '@newsmill/models';
import { BadSettings, choosersOf, settings, type PortName } from '@newsmill/settings';
import {
  ArchiveUnreachable,
  BadCursor,
  BadRecord,
  DamagedFile,
  LibraryTimeout,
  LibraryUnreachable,
  ReindexRefused,
  ReindexRunning,
  StateEvicts,
  StateLost,
  StateUnreachable,
} from '@newsmill/store';
import { ExtensionAway, failureWords, Refusal } from '@newsmill/operate';
import { MillRuns } from '../process/mill-runs.ts';
import { NotDistributed } from '../process/not-distributed.ts';
import { OpenAddress } from '../process/open-address.ts';
import { BackfillRefused } from './backfill-refused.ts';
import { NoMill } from './no-mill.ts';
import { exitCodes, refusalExits, type ExitCode } from './exit-codes.ts';
import { explainSystem } from './explain-system.ts';
import type { Failure } from './failure.ts';

/**
 * What people and the world around a mill can do wrong: the messages of these say what to do. All else is a
 * fault of newsmill.
 */
const kinds: readonly {
  readonly code: ExitCode;
  readonly of: readonly (abstract new (...parts: never) => Error)[];
}[] = [
  { code: exitCodes.no, of: [BackfillRefused, ReindexRefused] },
  { code: exitCodes.usage, of: [BadCursor] },
  { code: exitCodes.path, of: [BadModelFile, BadRecord, DamagedFile, NoMill] },
  {
    code: exitCodes.unreachable,
    of: [ArchiveUnreachable, BusUnreachable, LibraryUnreachable, StateEvicts, StateUnreachable],
  },
  { code: exitCodes.busy, of: [ExtensionAway, LibraryTimeout, MillRuns, ReindexRunning, StateLost] },
  {
    code: exitCodes.configuration,
    of: [BadEnrichers, BadSettings, BadTopicModel, NotDistributed, OpenAddress],
  },
];

const unreachable: readonly {
  readonly of: abstract new (...parts: never) => Error;
  readonly port: PortName;
}[] = [
  { of: BusUnreachable, port: 'bus' },
  { of: StateUnreachable, port: 'state' },
  { of: LibraryUnreachable, port: 'library' },
  { of: ArchiveUnreachable, port: 'archive' },
];

/** Where the server is set: NEWSMILL_KAFKA_BROKERS, and the others that begin as it does. */
function serverHint(error: Error): string {
  const port = unreachable.find(({ of }) => error instanceof of)?.port;
  if (port === undefined) return '';
  const names = choosersOf(port).map((chooser) => settings[chooser].env);
  return ` (see ${names.flatMap((name) => [name, `${name.slice(0, name.lastIndexOf('_') + 1)}…`]).join(', ')})`;
}

/** What was asked for, by which kind of command. */
export interface FailureContext {
  /** Address on the command line. */
  readonly asked?: string | undefined;
  /** Whether the command can be told of private addresses that may be asked. */
  readonly hasAllowPrivate?: boolean | undefined;
}

function explainHttp(
  failure: HttpFailure,
  { asked = failure.url, hasAllowPrivate = false }: FailureContext,
): Failure {
  const code =
    failure.kind === 'bad-address' || failure.kind === 'bad-request'
      ? exitCodes.usage
      : failure.kind === 'address-blocked'
        ? exitCodes.no
        : exitCodes.unreachable;
  const where = failure.message.includes(failure.url) ? '' : `${failure.url}: `;
  return { text: `${where}${failureWords(failure, asked, hasAllowPrivate)}`, code };
}

/**
 * The one place that tells the mistakes of people and of the world from faults of newsmill: a sentence with
 * its remedy, or a stack.
 */
export function explainFailure(error: unknown, context: FailureContext = {}): Failure {
  if (error instanceof HttpFailure) return explainHttp(error, context);
  if (error instanceof UnknownTopic)
    return { text: `${error.message} (see ${settings.namespace.env})`, code: exitCodes.path };
  if (error instanceof Refusal) return { text: error.message, code: exitCodes[refusalExits[error.code]] };
  const known =
    error instanceof Error ? kinds.find(({ of }) => of.some((kind) => error instanceof kind)) : undefined;
  if (error instanceof Error && known !== undefined)
    return { text: `${error.message}${serverHint(error)}`, code: known.code };
  return (
    explainSystem(error) ?? {
      text: `this was not foreseen, please report it:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      code: exitCodes.fault,
    }
  );
}
