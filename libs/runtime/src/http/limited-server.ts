import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { addressGroup } from '@newsmill/text';
import {
  connectionProblem,
  refusalHeaders,
  refuseConnection,
  type ConnectionProblem,
} from './connection-problems.ts';
import { ConnectionTable, type Connection, type ConnectionState } from './connection-table.ts';
import type { HttpLimits } from './http-limits.ts';

/** Why a connection was ended before its client had what it asked for. */
export type EndReason = ConnectionProblem | 'stalled';

export interface LimitedServer {
  readonly server: Server;
  count(state: ConnectionState): number;
  /** Ends what waits for the rest of a request, so that the server can close. */
  endUnfinished(): void;
}

/**
 * Probes are answered also where there is no room: an orchestrator that hears nothing starts the process
 * again.
 */
const probes = /^\/(?:livez|readyz|startupz)(?:\?|$)/;
/**
 * Requests of one connection without an answer. Node reads all that came in one piece before anything else has a turn:
 * hundreds of short requests on each of many connections would keep everybody waiting.
 */
const mostAhead = 8;
/** Connections beyond the limit that may ask for a probe. */
const probeRoom = 16;

/**
 * The HTTP server of every process: one that no client can keep for itself. A request has a time for its
 * headers and for its body, a reader must take something of its answer now and then, and connections are
 * counted; an answer may take as long as it likes while it is read. Where one client has too many unfinished
 * requests its oldest one is ended, not its newest: an honest request is over in milliseconds, so it passes
 * beside slow ones of the same address, as behind a proxy.
 */
export function createLimitedServer(
  handle: RequestListener,
  limits: HttpLimits,
  onEnded: (reason: EndReason, client: string) => void = () => undefined,
): LimitedServer {
  const { headersMs, requestMs, idleMs } = limits;
  const shortest = Math.min(headersMs, requestMs, 4_000);
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: Math.max(50, Math.ceil(shortest / 4)),
  });
  const guard = new ConnectionGuard(handle, limits, onEnded);
  server.setTimeout(limits.stallMs);
  // Above this the system is not even asked: refusals themselves need descriptors.
  server.maxConnections = limits.connections + 2 * probeRoom;
  const accept = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    guard.admit(socket);
    for (const listener of accept) Reflect.apply(listener, server, [socket]);
  });
  server.on('request', (request, response) => guard.answer(request, response));
  server.on('drop', (dropped) => onEnded('no-room', addressGroup(dropped?.remoteAddress ?? '')));
  server.on('timeout', (socket) => guard.atRest(socket));
  server.on('clientError', (error, socket) => guard.refuseBroken(error, socket));
  return { server, count: (state) => guard.table.count(state), endUnfinished: () => guard.endUnfinished() };
}

class ConnectionGuard {
  readonly table = new ConnectionTable<Socket>();
  readonly #known = new WeakMap<object, Connection<Socket>>();
  readonly #answers = new WeakMap<Connection<Socket>, ServerResponse>();
  /** Let in for a probe alone. */
  readonly #forProbes = new WeakSet<Connection<Socket>>();
  /** Have sent too many requests ahead: none of them is read any more. */
  readonly #greedy = new WeakSet<Connection<Socket>>();
  readonly #handle: RequestListener;
  readonly #limits: HttpLimits;
  readonly #onEnded: (reason: EndReason, client: string) => void;

  constructor(
    handle: RequestListener,
    limits: HttpLimits,
    onEnded: (reason: EndReason, client: string) => void,
  ) {
    this.#handle = handle;
    this.#limits = limits;
    this.#onEnded = onEnded;
  }

  /** Counts a new connection, and ends another one where there are too many. */
  admit(socket: Socket): void {
    const connection = this.table.add(socket, addressGroup(socket.remoteAddress ?? ''));
    this.#known.set(socket, connection);
    socket.once('close', () => this.table.remove(connection));
    const { client } = connection;
    if (this.table.readingOf(client) > this.#limits.unfinished)
      this.#end(
        this.table.oldestReading(client),
        'too-many-connections',
        `More than ${this.#limits.unfinished} requests of your address are unfinished; this was the oldest one.`,
      );
    if (this.table.size <= this.#limits.connections) return;
    const spared = this.table.toSpare();
    // Where all others are being answered it may stay, for a probe.
    if (spared === connection && this.table.size <= this.#limits.connections + probeRoom)
      this.#forProbes.add(connection);
    else this.#end(spared, 'no-room', this.#noRoom());
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const connection = this.#known.get(request.socket);
    if (connection !== undefined && this.#greedy.has(connection)) return;
    if (connection !== undefined && connection.answers >= mostAhead) {
      // The last answer that is given: it comes behind those that are owed.
      this.#greedy.add(connection);
      this.#onEnded('too-many-connections', connection.client);
      const detail = `More than ${mostAhead} requests of this connection wait for their answers.`;
      return sendRefusal(response, 'too-many-connections', detail);
    }
    if (connection !== undefined) this.#follow(connection, request, response);
    if ((request.headersDistinct['host']?.length ?? 0) > 1)
      return sendRefusal(response, 'bad-request', 'The header Host was sent more than once.');
    if (connection !== undefined && this.#forProbes.has(connection) && !probes.test(request.url ?? '')) {
      this.#onEnded('no-room', connection.client);
      return sendRefusal(response, 'no-room', this.#noRoom());
    }
    return this.#handle(request, response);
  }

  /**
   * Nothing has moved on the connection for a while. Whoever is being answered but has read all so far waits
   * for us, not we for him.
   */
  atRest(socket: Socket): void {
    const connection = this.#known.get(socket);
    const isStalled = socket.writableLength > 0;
    if (connection !== undefined && connection.answers > 0 && !isStalled) return;
    if (isStalled) this.#onEnded('stalled', connection?.client ?? '');
    socket.destroy();
  }

  refuseBroken(error: NodeJS.ErrnoException, stream: object): void {
    const connection = this.#known.get(stream);
    if (connection === undefined) return;
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT')
      return this.#end(
        connection,
        'request-timeout',
        `The headers have ${this.#limits.headersMs / 1_000} s, the whole request ${this.#limits.requestMs / 1_000} s.`,
      );
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return void connection.socket.destroy();
    if (error.code === 'HPE_HEADER_OVERFLOW')
      return this.#end(connection, 'headers-too-large', 'Address and headers are longer than 16 KB.');
    return this.#end(connection, 'bad-request', 'This is no HTTP request.');
  }

  endUnfinished(): void {
    for (const { socket } of [...this.table.allReading()]) socket.destroy();
  }

  /** Where the request and its answer are. */
  #follow(connection: Connection<Socket>, request: IncomingMessage, response: ServerResponse): void {
    const hasBody =
      request.headers['transfer-encoding'] !== undefined ||
      (request.headers['content-length'] ?? '0') !== '0';
    connection.answers += 1;
    this.#answers.set(connection, response);
    if (hasBody) {
      connection.bodies += 1;
      let isWhole = false;
      const end = (): void => {
        if (isWhole) return;
        isWhole = true;
        connection.bodies -= 1;
        this.table.settle(connection);
      };
      request.once('end', end).once('close', end);
    }
    response.once('close', () => {
      connection.answers -= 1;
      this.table.settle(connection);
    });
    this.table.settle(connection);
  }

  #end(connection: Connection<Socket> | undefined, reason: ConnectionProblem, detail: string): void {
    if (connection === undefined || connection.isGone) return;
    this.table.remove(connection);
    this.#onEnded(reason, connection.client);
    // Half an answer cannot become another one, and an answer to no request is none.
    const hasAnswer = connection.answers > 0 && this.#answers.get(connection)?.headersSent === true;
    if (hasAnswer || (reason === 'no-room' && connection.state === 'idle')) connection.socket.destroy();
    else refuseConnection(connection.socket, reason, detail);
  }

  #noRoom(): string {
    return `${this.#limits.connections} connections are open.`;
  }
}

function sendRefusal(response: ServerResponse, code: ConnectionProblem, detail: string): void {
  const problem = connectionProblem(code, detail);
  response.writeHead(problem.status, refusalHeaders(problem)).end(problem.body);
}
