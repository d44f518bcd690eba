import { tlsProblem, type ConnectionNames, type TlsFiles } from '@newsmill/contracts';
import { Redis, type RedisOptions as RedisSettings } from 'ioredis';
import { StateLost, StateUnreachable } from '../state.ts';
import type { RedisScript } from './redis-script.ts';

export interface RedisOptions {
  /** redis://[[user]:password@]host:port[/db], or rediss:// for TLS. */
  readonly url: string;
  /** In front of every key. */
  readonly namespace?: string;
  /** In place of the user and password of `url`; read again for each new connection. */
  readonly login?: { readonly username?: string; readonly password?: string };
  readonly tls?: TlsFiles;
  /** How errors call what people set. */
  readonly names?: ConnectionNames;
  /**
   * `host:port` of Sentinels that know the primary by the name that `url` has in place of a host. User, password
   * and TLS of `url` hold for them as well.
   */
  readonly sentinels?: readonly string[];
  /**
   * Replicas that have what was written before an operation answers: what answered outlives the primary. Default
   * 0.
   */
  readonly replicas?: number;
  /** How long an operation waits for a connection, milliseconds. */
  readonly connectMs?: number;
  /** How long an operation waits for its answer, milliseconds. */
  readonly commandMs?: number;
}

const plainNames: ConnectionNames = {
  address: 'the address',
  login: 'user and password',
  ca: 'the setting of the authority',
  certificate: 'the setting of the certificate',
};
const elsewhere =
  'see that it runs and that this machine reaches it (host, port, TLS); the connection comes back by itself';
/** What helps, by the first word of an answer: the server is there, but not ready for us. */
const remedies: ReadonlyMap<string, (names: ConnectionNames) => string> = new Map([
  ...['NOAUTH', 'WRONGPASS'].map(
    (code) => [code, ({ login }: ConnectionNames) => `correct user and password in ${login}`] as const,
  ),
  ['NOPERM', () => 'give the user the rights that docs/transport.md names (ACL SETUSER)'],
  ...['LOADING', 'BUSY', 'MASTERDOWN', 'READONLY'].map((code) => [code, () => 'wait for it'] as const),
  ['OOM', () => 'give it more memory (maxmemory)'],
  ['MISCONF', () => 'its disk is full or cannot be written; free it or make it writable'],
  ['NOREPLICAS', () => 'see that its replicas run'],
]);

interface Login {
  readonly username?: string;
  readonly password?: string;
}

/** User and password as they are to be shown now. */
function loginOf({ url, login }: RedisOptions): Login {
  if (login !== undefined) return { username: login.username, password: login.password };
  if (!URL.canParse(url)) return {};
  const { username, password } = new URL(url);
  return {
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
  };
}

/** Host and port, or what to ask for; without user and password. */
function addressOf({ url, sentinels = [] }: RedisOptions): string {
  if (!URL.canParse(url)) return 'the address given';
  const { hostname, port } = new URL(url);
  if (sentinels.length > 0) return `${hostname} of the Sentinels ${sentinels.join(', ')}`;
  return `${hostname}:${port === '' ? '6379' : port}`;
}

function sentinelOptions({ url, sentinels = [] }: RedisOptions): RedisSettings {
  if (sentinels.length === 0) return {};
  const { hostname } = new URL(url);
  return {
    name: hostname,
    sentinels: sentinels.map((sentinel) => {
      const [host = '', port] = sentinel.split(':');
      return { host, port: Number(port) };
    }),
    sentinelCommandTimeout: 2_000,
  };
}

/** What the next connection is made with, to Redis and to its Sentinels: files and passwords as they are now. */
function freshOptions(options: RedisOptions): RedisSettings {
  const { url, tls, sentinels = [] } = options;
  const files = { ca: tls?.ca, cert: tls?.cert, key: tls?.key };
  const isSecure = url.startsWith('rediss:') || Object.values(files).some((file) => file !== undefined);
  const { username, password } = loginOf(options);
  return {
    username,
    password,
    ...(isSecure ? { tls: files } : {}),
    ...(sentinels.length === 0
      ? {}
      : {
          sentinelUsername: username,
          sentinelPassword: password,
          ...(isSecure ? { enableTLSForSentinelMode: true, sentinelTLS: files } : {}),
        }),
  };
}

/** How long replicas may take, milliseconds; on its way back to us nothing else of this connection waits longer. */
const replicaMs = 1_000;

/**
 * One connection that comes up with the first operation and comes back by itself. Nothing is queued while it
 * is away and nothing is sent twice: what fails has been said to fail.
 */
export class RedisConnection {
  readonly address: string;
  readonly #redis: Redis;
  readonly #options: RedisOptions;
  readonly #marker: string;
  readonly #connectMs: number;
  readonly #replicas: number;
  readonly #hasSentinels: boolean;
  readonly #running = new Set<Promise<unknown>>();
  #ready: Promise<void> | undefined;
  #copying: Promise<void> | undefined;
  #lastError: Error | undefined;
  #isClosed = false;

  constructor(options: RedisOptions) {
    this.address = addressOf(options);
    this.#options = options;
    this.#marker = `${options.namespace ?? 'newsmill'}:whole`;
    this.#connectMs = options.connectMs ?? 2_000;
    this.#replicas = options.replicas ?? 0;
    this.#hasSentinels = (options.sentinels ?? []).length > 0;
    this.#redis = new Redis(options.url, {
      lazyConnect: true,
      protocol: 2,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 5_000,
      disconnectTimeout: 500,
      commandTimeout: options.commandMs ?? 10_000,
      // A primary that was demoted: the name may lead to the new one by now.
      reconnectOnError: (error) => messageOf(error).startsWith('READONLY'),
      retryStrategy: (times) => {
        this.#renew();
        return Math.min(100 * 2 ** (times - 1), 1_000);
      },
      ...sentinelOptions(options),
    });
    this.#renew();
    this.#redis.on('error', (error: Error) => {
      this.#lastError = error;
    });
  }

  /** The client makes its next connection with what its options say then. */
  #renew(): void {
    Object.assign(this.#redis.options, freshOptions(this.#options));
  }

  /**
   * Calls the listener after each connecting: the server may be another one, or the same with other settings.
   */
  onConnected(listener: () => void): void {
    this.#redis.on('ready', listener);
  }

  /** Runs a script. Calls that are made in one turn of the event loop travel together. */
  run(script: RedisScript, args: readonly (string | number)[] = []): Promise<unknown> {
    return this.#track(async () => {
      try {
        return await this.#copied(this.#redis.evalsha(script.sha, 1, this.#marker, ...args));
      } catch (error) {
        if (messageOf(error).includes('WRONGTYPE')) await this.#lose();
        if (!messageOf(error).startsWith('NOSCRIPT')) throw error;
        return await this.#copied(this.#redis.eval(script.lua, 1, this.#marker, ...args));
      }
    });
  }

  /** Somebody else has written over a key of ours: the state is not whole, and is built again. */
  async #lose(): Promise<never> {
    await this.#redis.del(this.#marker);
    throw new StateLost();
  }

  /** The answer, once the replicas have what came of it. Calls of one turn ask for that together. */
  async #copied(answer: Promise<unknown>): Promise<unknown> {
    if (this.#replicas === 0) return answer;
    this.#copying ??= Promise.resolve().then(() => {
      this.#copying = undefined;
      return this.#waitForReplicas();
    });
    const [answered] = await Promise.all([answer, this.#copying]);
    return answered;
  }

  async #waitForReplicas(): Promise<void> {
    const count = await this.#redis.wait(this.#replicas, replicaMs);
    if (count < this.#replicas)
      throw new Error(`NOREPLICAS ${count} of ${this.#replicas} replicas have it within ${replicaMs} ms`);
  }

  /** What the server says of its memory; undefined where this user may not ask. */
  memoryInfo(): Promise<string | undefined> {
    return this.#track(async () => {
      try {
        return await this.#redis.info('memory');
      } catch (error) {
        if (messageOf(error).startsWith('NOPERM')) return undefined;
        throw error;
      }
    });
  }

  /** Waits for what is under way, then ends the connection. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#running);
    this.#redis.disconnect();
  }

  async #track<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('the state is closed');
    const running = this.#attempt(work);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (this.#redis.status !== 'ready') await this.#whenReady();
      return await work();
    } catch (error) {
      // A primary that hangs keeps its connections: the Sentinels may know another one by now.
      if (this.#hasSentinels && messageOf(error) === 'Command timed out') this.#redis.disconnect(true);
      throw this.#translate(error);
    }
  }

  #whenReady(): Promise<void> {
    this.#ready ??= new Promise<void>((resolve, reject) => {
      const done = (settle: () => void) => (): void => {
        clearTimeout(timer);
        this.#redis.off('ready', onReady);
        this.#ready = undefined;
        settle();
      };
      const timer = setTimeout(
        done(() => reject(this.#lastError ?? new Error(`no connection within ${this.#connectMs} ms`))),
        this.#connectMs,
      );
      const onReady = done(resolve);
      this.#redis.on('ready', onReady);
      // A failure is told by the event `error`; the client goes on trying.
      if (this.#redis.status === 'wait' || this.#redis.status === 'end') {
        this.#renew();
        this.#redis.connect().catch(() => undefined);
      }
    });
    return this.#ready;
  }

  #translate(error: unknown): unknown {
    if (error instanceof StateLost) return error;
    const message = messageOf(error);
    if (message.startsWith('LOST ')) return new StateLost();
    const isAnswer =
      typeof error === 'object' && error !== null && 'name' in error && error.name === 'ReplyError';
    const { names = plainNames } = this.#options;
    const isTls = this.#redis.options.tls !== undefined;
    const tls =
      isTls && message.startsWith(noSentinel) ? sentinelProblem(names) : tlsProblem(error, names, isTls);
    const remedy = remedies.get(message.split(' ', 1)[0] ?? '');
    if (isAnswer && remedy === undefined) return error;
    return new StateUnreachable({
      address: this.address,
      reason: tls?.reason ?? message,
      remedy: tls?.remedy ?? remedy?.(names) ?? elsewhere,
      cause: error,
    });
  }
}

/** How the client says that it could ask none. Why, it keeps to itself: of TLS it might be any of these. */
const noSentinel = 'All sentinels are unreachable';

function sentinelProblem({ ca, certificate }: ConnectionNames) {
  return {
    reason: 'no Sentinel could be asked over TLS',
    remedy: `see that they run, that ${ca} names the authority of their certificates and these are for the names in the list of Sentinels${certificate === undefined ? '' : `, and where they want a certificate of this client, name one that they know in ${certificate}`}`,
  };
}

/** No instanceof: the error of a socket may come from another realm. */
function messageOf(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return message === '' ? 'no connection' : message;
}
