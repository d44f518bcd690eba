/** Counts the calls of ports, and lets one of them fail. */
export class FailingCalls {
  #left = 0;
  /** Which call failed last, such as `state.claimArticles`. */
  failed: string | undefined;

  /** From now on the `k`-th call fails, and no other. */
  arm(k: number): void {
    this.#left = k;
    this.failed = undefined;
  }

  #count(name: string): void {
    this.#left -= 1;
    if (this.#left !== 0) return;
    this.failed = name;
    throw new Error(`${name} fails, since this is its turn`);
  }

  /** The port, each call of which may be the one. What it answers is a port too where it has calls of its own. */
  around<T extends object>(port: T, name: string): T {
    return new Proxy(port, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function' || typeof property === 'symbol') return value;
        return (...words: unknown[]): unknown => {
          // The end of a port is no work; what a consumer has nothing for is asked for all the time.
          if (property === 'close') return Reflect.apply(value, target, words);
          const call = `${name}.${property}`;
          if (property === 'consume')
            return Promise.resolve(Reflect.apply(value, target, words)).then((consumer: object) =>
              this.around(consumer, 'consumer'),
            );
          if (property === 'browse' || property === 'poll') return Reflect.apply(value, target, words);
          return (async () => {
            this.#count(call);
            return (await Reflect.apply(value, target, words)) as unknown; // whatever the port answers
          })();
        };
      },
    });
  }
}
