// What newsmill uses of the lower layers of kafkajs 2.2.4, for which it has no types.

declare module 'kafkajs/src/cluster/index.js' {
  const Cluster: new (options: object) => unknown;
  export { Cluster as default };
}

declare module 'kafkajs/src/network/connectionPool.js' {
  interface Connection {
    isConnected(): boolean;
    connect(): Promise<unknown>;
  }
  interface ConnectionPool {
    readonly pool: readonly Connection[];
    getConnection(index?: number): Promise<Connection | undefined>;
  }
  const Class: { readonly prototype: ConnectionPool };
  export { Class as default, type Connection, type ConnectionPool };
}

declare module 'kafkajs/src/network/requestQueue/index.js' {
  interface RequestQueue {
    pending: readonly unknown[];
    throttledUntil: number;
    requestTimeout: number;
    enforceRequestTimeout: boolean;
    requestTimeoutIntervalId?: NodeJS.Timeout;
    inflight: ReadonlyMap<
      number,
      { readonly sentAt: number; readonly requestTimeout: number; timeoutRequest(): void }
    >;
    isConnected(): boolean;
    destroy(): void;
    scheduleCheckPendingRequests(): void;
    scheduleRequestTimeoutCheck(): void;
  }
  const Class: { readonly prototype: RequestQueue };
  export { Class as default, type RequestQueue };
}

declare module 'kafkajs/src/network/socketFactory.js' {
  const createSocketFactory: () => unknown;
  export { createSocketFactory as default };
}
