/** What must hold of an answer does not. */
class Broken extends Error {
  override readonly name = 'Broken';
}

/** Throws where an invariant does not hold; `what` says which, and of what. */
export function hold(isTrue: boolean, what: string, ...of: readonly unknown[]): void {
  if (isTrue) return;
  const shown = of.map((one) => JSON.stringify(one)?.slice(0, 300) ?? String(one)).join(' / ');
  throw new Broken(`${what}${shown === '' ? '' : `: ${shown}`}`);
}

/** Runs what may refuse its input; undefined where it does, by one of the errors that it names. */
export function refusing<T>(
  work: () => T,
  ...refusals: readonly (new (
    ...args: never[]
  ) => Error)[]
): T | undefined {
  try {
    return work();
  } catch (error) {
    if (refusals.some((refusal) => error instanceof refusal)) return undefined;
    throw error;
  }
}

/** Holds where two values are the same as JSON. */
export function same(one: unknown, other: unknown, what: string): void {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  hold(first === second, what, one, other);
}

/** Holds where an address is one of the web, in a form that stays. */
export function webAddress(address: string, what: string): void {
  const url = URL.parse(address);
  hold(url !== null && /^https?:$/.test(url.protocol), `${what} is no address of the web`, address);
}

/** Holds where nothing got into what all objects share. */
export function clean(): void {
  const names = Object.getOwnPropertyNames(Object.prototype).length;
  hold(names === ownNames && Object.keys({}).length === 0, 'the prototype of all objects has grown');
}
const ownNames = Object.getOwnPropertyNames(Object.prototype).length;
