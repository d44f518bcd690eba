import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const lowest = 10_000;

/**
 * Ports from here on are handed to outgoing connections, which could take one between a stop and the next
 * start.
 */
function ephemeralFloor(): number {
  try {
    const floor = Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
    return floor > lowest + 5_000 ? floor : 32_768;
  } catch {
    return 32_768;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port of the loopback that nobody listens on, and that no outgoing connection will be given. */
export async function freePort(): Promise<number> {
  const floor = ephemeralFloor();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(lowest, floor);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port was found between ${lowest} and ${floor}`);
}
