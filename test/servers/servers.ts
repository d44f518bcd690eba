/** Servers that run as processes or as containers. */
export type ImageServer =
  | 'kafka'
  | 'guardedKafka'
  | 'redis'
  | 'elasticsearch'
  | 'guardedElasticsearch'
  | 's3';
/** Whatever a suite can ask for: an engine for containers of its own, too. */
export type ServerName = ImageServer | 'engine';

/** How a server is asked to end: orderly, or as by a power cut. */
export type StopSignal = 'SIGTERM' | 'SIGKILL';

/** Where the servers answer. */
export interface Addresses {
  readonly kafka: { readonly brokers: string[] };
  /** A broker that lets nobody do what is not in its access control list, but for its admin. */
  readonly guardedKafka: { readonly brokers: string[] };
  readonly redis: { readonly url: string };
  readonly elasticsearch: { readonly url: string };
  /** One with users, keys and roles; who gives no name may do everything. */
  readonly guardedElasticsearch: { readonly url: string };
  readonly s3: {
    readonly endpoint: string;
    readonly bucket: string;
    readonly region: string;
    readonly accessKey: string;
    readonly secretKey: string;
  };
  readonly engine: {
    /** The value of DOCKER_HOST; undefined where the client knows its engine by itself. */
    readonly host: string | undefined;
    /** The client that speaks to it. */
    readonly client: string;
    /** Whether it was started for the tests, and its images are stand-ins. */
    readonly isOwn: boolean;
  };
}

/** One server of a set. `start` after `stop` keeps port and data. */
export interface RunningServer<Name extends ServerName = ServerName> {
  readonly address: Addresses[Name];
  /** Starts it and waits until it answers. */
  start(): Promise<void>;
  /** Ends it; resolves when it is gone. Does nothing when it does not run. */
  stop(signal: StopSignal): Promise<void>;
  /** Ends it and drops its data. */
  remove(): Promise<void>;
}

/** One that its suite alone has, and may hurt as it likes. */
export interface OwnServer<Name extends ServerName = ServerName> extends RunningServer<Name> {
  /** Sends a signal to it, and waits for nothing. */
  signal(signal: NodeJS.Signals): Promise<void>;
}

/** Tells what takes long: downloads and installations. */
export type Say = (text: string) => void;

/** A server that cannot be had here; the message says what to install. */
export class ServersMissing extends Error {}

/** Who may log in to the guarded broker (SASL PLAIN): each with its name as the password, and `-secret`. */
export const kafkaUsers = ['admin', 'fetch', 'clean', 'enrich', 'index', 'api'] as const;

/**
 * The S3 server checks no signature: any pair of keys will do, and a client signs as it does in production.
 */
export const s3Access = {
  bucket: 'newsmill-test',
  region: 'us-east-1',
  accessKey: 'newsmill-test',
  secretKey: 'newsmill-test-secret',
} as const;
