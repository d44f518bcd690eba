// The environment of suites: jest's own for Node, in a context without interceptors. Jest gives its contexts a proxy
// for a global object, so that each `Math` or `Map` in a test goes through it: what computes much took three times as
// long. What a suite leaves at its global object goes with the context.
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm;
    vm.createContext = (_proxy, ...options) => createContext(vm.constants.DONT_CONTEXTIFY, ...options);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
