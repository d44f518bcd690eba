// The process that holds a set of servers: it starts what it is asked for, knows who uses it, and ends with
// the last of them. node keeper.ts FOLDER PID GRACE_MS [own]: FOLDER for its state, PID of its first user,
// GRACE_MS to wait for another one.
import { rmSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { isAlive } from './is-alive.ts';
import { keeperFile, type KeeperLine, type KeeperRequest } from './keeper-protocol.ts';
import { ServerSet } from './server-set.ts';
import { ServersMissing, type Addresses } from './servers.ts';

const [folder, firstUser, grace, ownership] = process.argv.slice(2);
if (folder === undefined || firstUser === undefined || grace === undefined)
  throw new Error('usage: keeper.ts FOLDER PID GRACE_MS [own]');
const graceMs = Number(grace);
const place = join(folder, keeperFile);
const users = new Set([Number(firstUser)]);
const listeners = new Set<(line: KeeperLine) => void>();
let usedAt = Date.now();
let ending: Promise<void> | undefined;

const isOwn = ownership === 'own';
const tellAll = (text: string): void => {
  process.stderr.write(`${text}\n`);
  for (const tell of listeners) tell({ kind: 'say', text });
};
const servers = new ServerSet(folder, tellAll);

async function answer(request: KeeperRequest): Promise<Partial<Addresses>> {
  if (request.kind === 'use') {
    users.add(request.pid);
    return servers.use(request.names);
  }
  if (request.kind === 'stop') await servers.stop(request.name, request.signal);
  if (request.kind === 'start') await servers.start(request.name);
  if (request.kind === 'end') await end();
  return {};
}

async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const tell = (line: KeeperLine): void => void response.write(`${JSON.stringify(line)}\n`);
  if (ending !== undefined) {
    response.end(`${JSON.stringify({ kind: 'ending' } satisfies KeeperLine)}\n`);
    return;
  }
  listeners.add(tell);
  try {
    tell({ kind: 'done', addresses: await answer((await json(incoming)) as KeeperRequest) });
  } catch (error) {
    // What is missing is told to whoever asked; a fault of this process needs its stack.
    if (!(error instanceof ServersMissing))
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  } finally {
    listeners.delete(tell);
    response.end();
  }
}

async function endAll(): Promise<void> {
  clearInterval(watch);
  rmSync(place, { force: true });
  try {
    await servers.end();
  } finally {
    if (isOwn) rmSync(folder!, { recursive: true, force: true });
    server.close(() => process.exit());
    setTimeout(() => process.exit(), 1_000).unref();
  }
}

/** Ends the servers, then this process. */
function end(): Promise<void> {
  ending ??= endAll();
  return ending;
}

function failed(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
  void end().catch(() => process.exit(1));
}

const server = createServer({ requestTimeout: 0 }, (incoming, response) => void handle(incoming, response));
const watch = setInterval(() => {
  for (const pid of users) if (!isAlive(pid)) users.delete(pid);
  if (users.size > 0) usedAt = Date.now();
  // Whoever has read what is missing, and mended it, wants a new try.
  else if (servers.hasFailed || Date.now() - usedAt >= graceMs) {
    process.stderr.write(
      `the keeper of the servers ends: ${ending === undefined ? 'nobody uses it any more' : 'it was asked to'}\n`,
    );
    end().catch(failed);
  }
}, 500);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    process.stderr.write(`the keeper of the servers ends: ${signal}\n`);
    end().catch(failed);
  });
}
process.on('uncaughtException', failed);
process.on('unhandledRejection', failed);

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  writeFileSync(`${place}.new`, JSON.stringify({ pid: process.pid, port }));
  renameSync(`${place}.new`, place);
});
