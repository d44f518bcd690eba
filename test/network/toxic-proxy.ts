import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom, type Random } from '../newsweb/seeded-random.ts';

/** Towards the server, or back to its client. */
export type Way = 'there' | 'back';

/** Something that is wrong with a connection. `way`: on one way alone; on both without it. */
export type Toxic = { readonly way?: Way } & (
  | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs: number }
  | { readonly kind: 'bandwidth'; readonly bytesPerSecond: number }
  /** Nothing arrives, and nobody is told; what waits goes on when this ends. */
  | { readonly kind: 'blackhole' }
  /** The connection is broken (RST) when `bytes` or fewer have passed, by chance. */
  | { readonly kind: 'reset'; readonly bytes: number }
  /** What is written at once arrives in pieces of `bytes` or less, by chance, with a pause after each. */
  | { readonly kind: 'slicer'; readonly bytes: number; readonly pauseMs: number }
);

type ToxicOf<Kind extends Toxic['kind']> = Extract<Toxic, { readonly kind: Kind }>;

/** What changes the bytes of one way of one connection; it may keep some back for the next call. */
export type Rewrite = (bytes: Buffer) => Buffer;

export interface ToxicProxyOptions {
  readonly target: { readonly host: string; readonly port: number };
  readonly seed: number;
  /** Makes what rewrites the answers of the server, one for each connection. */
  readonly rewriteAnswers?: (port: number) => Rewrite;
}

/** A TCP proxy before a server, whose connections suffer as they are told. */
export interface ToxicProxy {
  readonly port: number;
  /** From now on connections suffer from these alone, those that are open too. */
  poison(toxics: readonly Toxic[]): void;
  /** Breaks all connections and refuses new ones. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Greatest number of connections that were open at a time. */
  mostOpen(): number;
  close(): Promise<void>;
}

/** What one way of a connection holds at most, bytes; the sender waits then, as with a full network. */
const mostHeld = 262_144;
/** Pieces in which a narrow connection lets bytes through: so many a second. */
const piecesPerSecond = 20;

/** The state that all connections of a proxy share. */
class Poison extends EventEmitter {
  toxics: readonly Toxic[] = [];

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  set(toxics: readonly Toxic[]): void {
    this.toxics = toxics;
    this.emit('changed');
  }

  find<Kind extends Toxic['kind']>(kind: Kind, way: Way): ToxicOf<Kind> | undefined {
    return this.toxics.find(
      (toxic): toxic is ToxicOf<Kind> =>
        toxic.kind === kind && (toxic.way === undefined || toxic.way === way),
    );
  }
}

/** One way of one connection. */
class Pump {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #way: Way;
  readonly #poison: Poison;
  readonly #random: Random;
  readonly #rewrite: Rewrite | undefined;
  readonly #held: { readonly bytes: Buffer; readonly due: number }[] = [];
  readonly #halt = new AbortController();
  #heldBytes = 0;
  #passed = 0;
  #hasEnded = false;
  #isPumping = false;

  constructor(
    ways: { readonly from: Socket; readonly to: Socket; readonly way: Way },
    poison: Poison,
    { random, rewrite }: { readonly random: Random; readonly rewrite?: Rewrite | undefined },
  ) {
    this.#from = ways.from;
    this.#to = ways.to;
    this.#way = ways.way;
    this.#poison = poison;
    this.#random = random;
    this.#rewrite = rewrite;
    this.#from.on('data', (bytes: Buffer) => this.#take(bytes));
    this.#from.on('end', () => {
      this.#hasEnded = true;
      void this.#pump();
    });
    this.#to.once('close', () => this.#halt.abort());
    this.#from.once('close', (isBroken) => isBroken && this.#halt.abort());
  }

  #take(bytes: Buffer): void {
    const latency = this.#poison.find('latency', this.#way);
    const delay = latency === undefined ? 0 : latency.ms + (2 * this.#random() - 1) * latency.jitterMs;
    const last = this.#held.at(-1)?.due ?? 0;
    // Bytes do not overtake each other.
    this.#held.push({ bytes, due: Math.max(last, performance.now() + Math.max(0, delay)) });
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > mostHeld) this.#from.pause();
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      for (let next = this.#held[0]; next !== undefined; next = this.#held[0]) {
        await this.#rest(next.due - performance.now());
        await this.#pass(this.#rewrite?.(next.bytes) ?? next.bytes);
        this.#held.shift();
        this.#heldBytes -= next.bytes.length;
        if (this.#heldBytes <= mostHeld) this.#from.resume();
      }
      if (this.#hasEnded) this.#to.end();
    } catch (error) {
      // One side is gone: nobody waits for the rest.
      this.#held.length = 0;
      for (const socket of [this.#from, this.#to])
        socket.destroy(error instanceof Error && error.name !== 'AbortError' ? error : undefined);
    } finally {
      this.#isPumping = false;
    }
  }

  async #rest(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.#halt.signal });
  }

  async #pass(bytes: Buffer): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      while (this.#poison.find('blackhole', this.#way) !== undefined)
        await once(this.#poison, 'changed', { signal: this.#halt.signal });
      const piece = bytes.subarray(from, from + this.#pieceSize());
      from += piece.length;
      await this.#write(piece);
      this.#passed += piece.length;
      if (this.#isOver()) {
        this.#from.resetAndDestroy();
        this.#to.resetAndDestroy();
        return;
      }
      const slicer = this.#poison.find('slicer', this.#way);
      if (slicer !== undefined) await this.#rest(slicer.pauseMs);
      const bandwidth = this.#poison.find('bandwidth', this.#way);
      if (bandwidth !== undefined) await this.#rest((piece.length / bandwidth.bytesPerSecond) * 1_000);
    }
  }

  #pieceSize(): number {
    const slicer = this.#poison.find('slicer', this.#way);
    const bandwidth = this.#poison.find('bandwidth', this.#way);
    return Math.ceil(
      Math.min(
        slicer === undefined ? Number.MAX_SAFE_INTEGER : 1 + this.#random() * (slicer.bytes - 1),
        bandwidth === undefined ? Number.MAX_SAFE_INTEGER : bandwidth.bytesPerSecond / piecesPerSecond,
      ),
    );
  }

  #isOver(): boolean {
    const reset = this.#poison.find('reset', this.#way);
    return reset !== undefined && this.#passed > this.#random() * reset.bytes;
  }

  async #write(piece: Buffer): Promise<void> {
    if (piece.length > 0 && !this.#to.write(piece))
      await once(this.#to, 'drain', { signal: this.#halt.signal });
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the proxy has no port'));
      else resolve(address.port);
    });
  });
}

/** Starts a proxy on a free port of the loopback; the same seed makes the same chances on each way of each connection. */
export async function openToxicProxy(options: ToxicProxyOptions): Promise<ToxicProxy> {
  const poison = new Poison();
  const sockets = new Set<Socket>();
  let mostOpen = 0;
  let accepted = 0;
  let port = 0;
  const accept = (client: Socket): void => {
    const server = connect({ ...options.target, noDelay: true, allowHalfOpen: true });
    client.setNoDelay(true);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', (isBroken) => {
        sockets.delete(socket);
        // What breaks one side breaks the other; an orderly end goes the way of the bytes before it.
        if (isBroken) other.resetAndDestroy();
      });
    }
    mostOpen = Math.max(mostOpen, sockets.size / 2);
    accepted += 1;
    const chance = (way: Way): Random => seededRandom('toxic', options.seed, accepted, way);
    new Pump({ from: client, to: server, way: 'there' }, poison, { random: chance('there') });
    new Pump({ from: server, to: client, way: 'back' }, poison, {
      random: chance('back'),
      rewrite: options.rewriteAnswers?.(port),
    });
  };
  let listener: Server | undefined;
  const up = async (): Promise<void> => {
    if (listener !== undefined) return;
    listener = createServer({ allowHalfOpen: true }, accept);
    port = await listen(listener, port);
  };
  const down = async (): Promise<void> => {
    const closing = listener;
    listener = undefined;
    if (closing === undefined) return;
    const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };
  await up();
  return {
    get port() {
      return port;
    },
    poison: (toxics) => poison.set(toxics),
    down,
    up,
    mostOpen: () => mostOpen,
    close: down,
  };
}
