/**
 * What connections over TLS are made with, as PEM. Its members are read again for every new connection: where
 * they come out of files, they say what these say then, and nobody restarts for a certificate.
 */
export interface TlsFiles {
  /** The authority of the server's certificate; without it those that Node.js knows. */
  readonly ca?: string;
  /** The certificate by which this client says who it is, with those up to its authority. */
  readonly cert?: string;
  /** The private key of `cert`. */
  readonly key?: string;
}

/** What people set about a connection, as errors call it: the names of settings where there are some. */
export interface ConnectionNames {
  readonly address: string;
  /** User, password or key. */
  readonly login: string;
  readonly ca: string;
  /** Without it this client can show none. */
  readonly certificate?: string;
}
