// What `@jest/globals` means to modules that several suites share: the words of the suite that runs now.
const now = () => globalThis[Symbol.for('newsmill.jest')];
/** A word of jest that is looked up when it is used. */
const word = (name) =>
  new Proxy(() => {}, {
    apply: (_target, _self, given) => now()[name](...given),
    get: (_target, key) => now()[name][key],
  });

export const afterAll = word('afterAll');
export const afterEach = word('afterEach');
export const beforeAll = word('beforeAll');
export const beforeEach = word('beforeEach');
export const describe = word('describe');
export const expect = word('expect');
export const it = word('it');
