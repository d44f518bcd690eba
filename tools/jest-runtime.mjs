// Suites run as Node runs programs: their modules are loaded once for each worker of jest, not once for each suite.
// jest's own way gives every suite a context of its own and compiles all that it imports anew, which was a third of
// the time of a whole run. What stays of a suite apart from its modules is put back behind it: its environment
// variables and the console that gathers what it says.
import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';
import { loadSource } from './load-source.mjs';
import { whyLeftOut } from './long-suites.mjs';
import { startedSource } from './started-source.mjs';

const require = createRequire(import.meta.url);
const globalsOfJest = new URL('./jest-globals.mjs', import.meta.url).href;

/** Number of a suite whose modules are its own: in a watch, sources change between two runs. */
let own = 0;

const built = new URL('../services/mill/dist/', import.meta.url);
const product = /\/(?:libs|services)\/[\w-]+\/src\/(?!.*\.(?:test|contract)\.tsx?)/;

/**
 * A suite is run from the sources, and `npm test` has built them: threads and processes that the product starts run
 * as built, as in a mill. From the sources each would take four times as long to start.
 */
function startBuilt(url, text) {
  if (process.env['TEST_BUILT'] !== 'yes' || !product.test(url)) return text;
  return text.replace(startedSource, (written, name) => {
    const entry = new URL(`${name}.js`, built);
    return existsSync(entry) ? `new URL(${JSON.stringify(entry.href)})` : written;
  });
}

registerHooks({
  resolve(name, context, next) {
    if (name === '@jest/globals') return { url: globalsOfJest, format: 'module', shortCircuit: true };
    const found = name.startsWith('@newsmill/')
      ? next(name, { ...context, conditions: ['newsmill-source', ...context.conditions] })
      : next(name, context);
    const isShared = own === 0 || !found.url.startsWith('file:') || found.url.includes('/node_modules/');
    return isShared ? found : { ...found, url: `${found.url}?suite=${own}` };
  },
  load: (url, context, next) => loadSource(url, context, next, startBuilt),
});

export default class NativeRuntime extends Runtime {
  #env = { ...process.env };
  #console = globalThis.console;
  #root;
  #globals;

  constructor(...given) {
    super(...given);
    const [{ rootDir }, , , , , , suite, { watch, watchAll }] = given;
    this.#root = rootDir;
    if (watch || watchAll) own += 1;
    // Lists of processes say what each worker is at.
    process.title = `suite ${relative(rootDir, suite)}`;
  }

  /** What drives a suite is made anew for each; it asks of values what they are, so it is of their realm. */
  requireInternalModule(path) {
    delete require.cache[require.resolve(path)];
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    const why = whyLeftOut(path);
    if (why === undefined) await import(pathToFileURL(path).href);
    else this.#globals.it.skip(`${relative(this.#root, path)} (skipped: ${why})`, () => {});
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    globalThis[Symbol.for('newsmill.jest')] = globals;
    this.#globals = globals;
    globalThis.console = this._environment.global.console;
  }

  teardown() {
    globalThis.console = this.#console;
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    super.teardown();
  }
}
