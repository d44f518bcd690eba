/** Where a connection is: its request comes in, it is being answered, or it waits for another request. */
export type ConnectionState = 'reading' | 'serving' | 'idle';
export const connectionStates: readonly ConnectionState[] = ['reading', 'serving', 'idle'];

/** A connection as it is counted. */
export interface Connection<S> {
  readonly socket: S;
  /** Whose it is: an address, or the network that belongs to one client. */
  readonly client: string;
  /** Requests that are not answered to their end. */
  answers: number;
  /** Requests that have not come whole. */
  bodies: number;
  state: ConnectionState;
  /** Ended, or being ended: it counts no more. */
  isGone: boolean;
}

/** All connections of a server by client and state, oldest first, so that the one to end is found at once. */
export class ConnectionTable<S> {
  readonly #reading = new Map<string, Set<Connection<S>>>();
  readonly #idle = new Set<Connection<S>>();
  readonly #counts = { reading: 0, serving: 0, idle: 0 };

  get size(): number {
    return this.#counts.reading + this.#counts.serving + this.#counts.idle;
  }
  count(state: ConnectionState): number {
    return this.#counts[state];
  }
  readingOf(client: string): number {
    return this.#reading.get(client)?.size ?? 0;
  }

  /** A new connection: its request is awaited. */
  add(socket: S, client: string): Connection<S> {
    const connection: Connection<S> = {
      socket,
      client,
      answers: 0,
      bodies: 0,
      state: 'reading',
      isGone: false,
    };
    this.#enter(connection);
    return connection;
  }

  /** Safe to call twice. */
  remove(connection: Connection<S>): void {
    if (connection.isGone) return;
    connection.isGone = true;
    this.#leave(connection);
  }

  /** Puts a connection where its requests and answers now say that it belongs. */
  settle(connection: Connection<S>): void {
    const state = connection.bodies > 0 ? 'reading' : connection.answers > 0 ? 'serving' : 'idle';
    if (state === connection.state || connection.isGone) return;
    this.#leave(connection);
    connection.state = state;
    this.#enter(connection);
  }

  oldestReading(client: string): Connection<S> | undefined {
    const [oldest] = this.#reading.get(client) ?? [];
    return oldest;
  }

  /**
   * Whom to end where there is no room for another: the one that has been idle longest, else the oldest
   * unfinished one of whoever has most.
   */
  toSpare(): Connection<S> | undefined {
    const [idle] = this.#idle;
    if (idle !== undefined) return idle;
    let most: Set<Connection<S>> | undefined;
    for (const connections of this.#reading.values())
      if (most === undefined || connections.size > most.size) most = connections;
    const [oldest] = most ?? [];
    return oldest;
  }

  /** Every connection whose request has not come whole. */
  *allReading(): Generator<Connection<S>> {
    for (const connections of this.#reading.values()) yield* connections;
  }

  #enter(connection: Connection<S>): void {
    this.#counts[connection.state] += 1;
    if (connection.state === 'idle') this.#idle.add(connection);
    if (connection.state !== 'reading') return;
    const known = this.#reading.get(connection.client);
    if (known === undefined) this.#reading.set(connection.client, new Set([connection]));
    else known.add(connection);
  }

  #leave(connection: Connection<S>): void {
    this.#counts[connection.state] -= 1;
    if (connection.state === 'idle') this.#idle.delete(connection);
    const known = this.#reading.get(connection.client);
    if (known?.delete(connection) === true && known.size === 0) this.#reading.delete(connection.client);
  }
}
