// Which packages have code of theirs in what the build writes, told by the modules of its bundles.
import { relative, sep } from 'node:path';
import { bundleClient, clientScripts } from './bundle-client.mjs';
import { bundleMill } from './bundle.mjs';
import { root } from './setup.mjs';
import { translate } from './translate.mjs';

/** The folder of the package that a module is of; undefined for modules of ours. Rolldown's helpers are a module. */
function packageOf(id) {
  if (id === '\0rolldown/runtime.js') return 'node_modules/rolldown';
  const path = relative(root, id).split(sep).join('/');
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** What @swc/core writes beside the code that it translates: decorators. */
const helperOfSwc = /^(?:var|function) _ts_/m;

/** Places of packages in package-lock.json, and the part of the workspace that each is built into first. */
export async function packagesBuiltIn() {
  const found = new Map();
  const note = (part, path) => {
    if (path !== undefined && !found.has(path)) found.set(path, part);
  };
  for (const { text, moduleIds } of await bundleMill(translate)) {
    for (const id of moduleIds) note('services/mill', packageOf(id));
    if (moduleIds.length > 0 && helperOfSwc.test(text)) note('services/mill', 'node_modules/@swc/core');
  }
  for (const name of clientScripts)
    for (const id of (await bundleClient(name)).moduleIds) note('services/console', packageOf(id));
  return found;
}
