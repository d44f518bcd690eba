import { exitCodes } from './exit-codes.ts';
import type { Failure } from './failure.ts';

/** What an error of the system or of SQLite says besides its message. */
interface SystemFacts {
  readonly code: string;
  readonly message: string;
  readonly errcode: number | undefined;
  readonly path: string | undefined;
  readonly syscall: string | undefined;
  readonly port: number | undefined;
  readonly host: string | undefined;
}

function memberOf(value: object, name: string): unknown {
  return name in value ? Reflect.get(value, name) : undefined;
}

function factsOf(error: Error): SystemFacts | undefined {
  const text = (name: string): string | undefined => {
    const value = memberOf(error, name);
    return typeof value === 'string' ? value : undefined;
  };
  const number = (name: string): number | undefined => {
    const value = memberOf(error, name);
    return typeof value === 'number' ? value : undefined;
  };
  const code = text('code');
  return code === undefined
    ? undefined
    : {
        code,
        message: error.message,
        errcode: number('errcode'),
        path: text('path'),
        syscall: text('syscall'),
        port: number('port'),
        host: text('address') ?? text('hostname'),
      };
}

const listening: Readonly<
  Record<string, { readonly says: string; readonly remedy: string; readonly code: Failure['code'] }>
> = {
  EADDRINUSE: {
    says: 'is taken by another program',
    remedy: 'choose another one with --port (0 takes a free one), or end what listens there',
    code: exitCodes.busy,
  },
  EADDRNOTAVAIL: {
    says: 'cannot be listened on: this machine does not have that address',
    remedy: 'name one of its own with --host, such as 127.0.0.1 or 0.0.0.0',
    code: exitCodes.configuration,
  },
  ENOTFOUND: {
    says: 'cannot be listened on: nothing has that name',
    remedy: 'name an address of this machine with --host, such as 127.0.0.1 or 0.0.0.0',
    code: exitCodes.configuration,
  },
  EAI_AGAIN: {
    says: 'cannot be listened on: that name cannot be looked up now',
    remedy: 'name an address of this machine with --host, such as 127.0.0.1 or 0.0.0.0',
    code: exitCodes.configuration,
  },
  EACCES: {
    says: 'may not be listened on by this user',
    remedy: 'choose a port above 1023 with --port',
    code: exitCodes.configuration,
  },
};

function explainListening({ code, host, port }: SystemFacts): Failure | undefined {
  const known = listening[code];
  if (known === undefined) return undefined;
  const what =
    port === undefined
      ? `the address ${host ?? ''}`
      : `the port ${port}${host === undefined ? '' : ` of ${host}`}`;
  return { text: `${what} ${known.says}; ${known.remedy}`, code: known.code };
}

const rights =
  'may not be read or written by this user; give it the rights (chown, chmod), run newsmill as the owner, or name another place';
const paths: Readonly<Record<string, string>> = {
  ENOENT: 'is not there, or its folder is not; check how it is written, and name one that is',
  EACCES: rights,
  EPERM: rights,
  EISDIR: 'is a folder, where a file is needed; name a file',
  ENOTDIR: 'cannot be reached: a part of it is a file, where a folder is needed',
  EEXIST: 'is there already and is no folder; name a folder',
  EROFS: 'lies on a disk that is read-only; name a place that can be written',
  ENOSPC: 'cannot be written: the disk is full; free space and try again',
  EDQUOT: 'cannot be written: the quota of this user is used up; free space and try again',
  ENAMETOOLONG: 'has a name that is too long',
  ELOOP: 'is a link that leads back to itself',
  ENOTEMPTY: 'is a folder with something in it',
  EMFILE: 'cannot be opened: this process has too many files open; raise the limit (ulimit -n)',
};

function explainPath({ code, path, syscall }: SystemFacts): Failure | undefined {
  const says = paths[code];
  // Pipes and sockets fail with the same codes and without a path.
  if (says === undefined || (path === undefined && syscall !== 'read' && syscall !== 'write'))
    return undefined;
  return { text: `${path ?? 'what was named'} ${says}`, code: exitCodes.path };
}

/** Result codes of SQLite. */
const sqlite: Readonly<Record<number, { readonly says: string; readonly code: Failure['code'] }>> = {
  5: { says: 'another process has held it for too long; try again', code: exitCodes.busy },
  6: { says: 'another process has held it for too long; try again', code: exitCodes.busy },
  8: { says: rights, code: exitCodes.path },
  10: {
    says: 'the disk does not read or write as it should; see the log of the system',
    code: exitCodes.path,
  },
  11: {
    says: 'the file is damaged; bring over what can be read of it (newsmill recover), or put a backup back (newsmill restore)',
    code: exitCodes.path,
  },
  13: { says: 'the disk is full; free space and try again', code: exitCodes.path },
  14: { says: `cannot be opened: ${rights}`, code: exitCodes.path },
  26: {
    says: 'the file is no database of newsmill; put a backup back (newsmill restore), or name another data folder',
    code: exitCodes.path,
  },
};

function explainSqlite({ errcode }: SystemFacts, outer: Error): Failure | undefined {
  const known = errcode === undefined ? undefined : sqlite[errcode & 0xff];
  return known === undefined ? undefined : { text: `${outer.message}: ${known.says}`, code: known.code };
}

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/**
 * What a mistake of the system means, in words with the remedy; undefined where the system has nothing to do
 * with it.
 */
export function explainSystem(error: unknown): Failure | undefined {
  const outer = error;
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    const facts = factsOf(inner);
    if (facts === undefined || !(outer instanceof Error)) continue;
    // A client that cannot look a name up wraps the error; what listens does not.
    const isListening =
      facts.syscall === 'listen' ||
      facts.syscall === 'bind' ||
      (facts.syscall === 'getaddrinfo' && inner === outer);
    const found =
      (isListening ? explainListening(facts) : undefined) ??
      explainSqlite(facts, outer) ??
      explainPath(facts);
    if (found !== undefined) return found;
    if (network.has(facts.code))
      return {
        text: `${outer.message}: ${facts.message}; start what should answer there, or correct its address`,
        code: exitCodes.unreachable,
      };
  }
  return undefined;
}
