import {
  Client,
  errors,
  SniffingTransport,
  type TransportRequestOptions,
  type TransportRequestParams,
} from '@elastic/elasticsearch';
import { tlsProblem, type ConnectionNames, type TlsFiles } from '@newsmill/contracts';
import { LibraryUnreachable } from '../library/library.ts';
import { tlsConnector } from '../tls-connector.ts';

export interface ElasticOptions {
  /** One or more addresses of the cluster. A user and password in them are used and never shown. */
  readonly url: string | readonly string[];
  /** In front of every name; another one is another library. */
  readonly namespace?: string;
  /** In place of the user in `url`. Read again for each request. */
  readonly auth?: { readonly username: string; readonly password: string } | { readonly apiKey: string };
  readonly tls?: TlsFiles;
  /** How errors call what people set. */
  readonly names?: ConnectionNames;
  readonly shards?: number;
  readonly replicas?: number;
  /** How soon what is written can be found, such as `1s`. */
  readonly refreshInterval?: string;
  /** How the months lie on disk: `best_compression` without it. */
  readonly codec?: 'best_compression' | 'default';
  /**
   * How young what is written may be, milliseconds, before readers of changes are given it; by default what
   * makes sure that none misses anything.
   */
  readonly changesLagMs?: number;
  /** gzip over the wire: spares bytes between machines, costs CPU. */
  readonly compress?: boolean;
  /** A search that takes longer is ended, milliseconds. */
  readonly searchLimitMs?: number;
  /** How long one request may take, milliseconds: 30,000 without it. */
  readonly requestTimeoutMs?: number;
  /** How long a write that the cluster is too busy for is tried again, milliseconds. */
  readonly retryMs?: number;
}

/** The client and what to call its server in errors. */
export interface ElasticConnection {
  readonly client: Client;
  readonly address: string;
  readonly names?: ConnectionNames;
}

const plainNames: ConnectionNames = {
  address: 'the address',
  login: 'them in the settings',
  ca: 'the setting of the authority',
};

const usualTimeoutMs = 30_000;
/**
 * To each node, of one process; what more is asked waits for one of them. The client would open 256, and a cluster
 * that hangs would find as many from every process when it comes back.
 */
const mostConnections = 24;

/**
 * Asks the next node soon: the seconds that the client waits otherwise would be over the time of a search. Each
 * request says who asks as that is set then.
 */
function transportWith(auth: ElasticOptions['auth']): typeof SniffingTransport {
  return class QuickTransport extends SniffingTransport {
    constructor(options: ConstructorParameters<typeof SniffingTransport>[0]) {
      super({
        ...options,
        retryBackoff: (_least, _most, attempt) => 0.05 * 2 ** attempt * (1 + Math.random()),
      });
    }

    // One signature for the three of the client, which differ in what comes back with the answer.
    override async request(
      params: TransportRequestParams,
      options?: TransportRequestOptions,
    ): Promise<never> {
      const headers = { ...options?.headers, ...authorization(auth) };
      const answer = await super.request(params, { ...options, headers });
      return answer as never; // what the client makes of these options is what its caller expects
    }
  };
}

function authorization(auth: ElasticOptions['auth']): { readonly authorization?: string } {
  if (auth === undefined) return {};
  if ('apiKey' in auth) return { authorization: `ApiKey ${auth.apiKey}` };
  const login = Buffer.from(`${auth.username}:${auth.password}`).toString('base64');
  return { authorization: `Basic ${login}` };
}

/** Makes the client; asks nothing over the network yet. */
export function connectElastic(options: ElasticOptions): ElasticConnection {
  const urls = [options.url].flat().map((url) => new URL(url));
  const [first] = urls;
  if (first === undefined) throw new TypeError('the library needs the address of Elasticsearch');
  const own =
    first.username === ''
      ? undefined
      : { username: decodeURIComponent(first.username), password: decodeURIComponent(first.password) };
  const nodes = urls.map((url) => new URL(url.pathname, url.origin).href.replace(/\/$/, ''));
  // The client hands on what its pool of connections understands, which is more than its types say.
  const agent = { connections: mostConnections, connect: tlsConnector(options.tls ?? {}) };
  const client = new Client({
    nodes,
    Transport: transportWith(options.auth ?? own),
    agent,
    compression: options.compress ?? false,
    requestTimeout: options.requestTimeoutMs ?? usualTimeoutMs,
    maxRetries: 2,
    redaction: { type: 'remove' },
  });
  return { client, address: nodes.join(', '), names: options.names };
}

/**
 * What went wrong, as the port names it. Answers of the server that speak of the request itself stay as they
 * are.
 */
export function elasticProblem(error: unknown, { address, names = plainNames }: ElasticConnection): unknown {
  const unreachable = (problem: string, remedy: string): LibraryUnreachable =>
    new LibraryUnreachable(address, problem, remedy, { cause: error });
  if (error instanceof errors.ProductNotSupportedError)
    return unreachable('it is no Elasticsearch', 'set the address of an Elasticsearch 8');
  if (error instanceof errors.TimeoutError)
    return unreachable('it did not answer in time', 'see whether the cluster is overloaded');
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError) {
    const tls = tlsProblem(error, names, address.startsWith('https:'));
    if (tls !== undefined) return unreachable(tls.reason, tls.remedy);
    return unreachable(error.message, 'start Elasticsearch there or correct the address');
  }
  if (!(error instanceof errors.ResponseError)) return error;
  const status = error.statusCode ?? 0;
  const { type, reason } = responseProblem(error);
  if (status === 401) return unreachable('it refuses the user or key', `correct ${names.login}`);
  if (status === 403)
    return unreachable(
      `it forbids this (${reason})`,
      'give the user or key the rights that docs/transport.md names, or free disk space when an index is read-only',
    );
  if (status === 429 || status >= 500)
    return unreachable(
      `it is not ready (${status} ${type})`,
      'see its health and load; newsmill tries again',
    );
  return error;
}

/** Type and reason out of the body of an answer that is an error. */
export function responseProblem(error: InstanceType<typeof errors.ResponseError>): {
  readonly type: string;
  readonly reason: string;
} {
  const body: unknown = error.body;
  const problem = memberOf(body, 'error');
  const [cause] = [memberOf(problem, 'root_cause')].flat();
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    type: text(memberOf(cause, 'type')) ?? text(memberOf(problem, 'type')) ?? 'error',
    reason: text(memberOf(cause, 'reason')) ?? text(memberOf(problem, 'reason')) ?? error.message,
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

/** Whether the server answered with this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof errors.ResponseError && error.statusCode === status;
}
