// No file of a part imports another that imports it, by way of types alone neither: what both need lies in a
// file of its own.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { productSources } from './check-parts.mjs';
import { root } from './setup.mjs';

/** Imports that are there when a file is loaded or typed; `import()` is neither. */
const imports = /^(?:import|export)\b[^;]*?\bfrom '(\.{1,2}\/[^']+)';/gm;

/** Groups of names that reach each other, each as a list (Tarjan 1972). */
export function circlesOf(neighbours) {
  const found = [];
  const numbers = new Map();
  const lowest = new Map();
  const open = [];
  const visit = (name) => {
    numbers.set(name, numbers.size);
    lowest.set(name, numbers.get(name));
    open.push(name);
    for (const next of neighbours.get(name) ?? []) {
      if (!numbers.has(next)) visit(next);
      if (open.includes(next)) lowest.set(name, Math.min(lowest.get(name), lowest.get(next)));
    }
    if (lowest.get(name) !== numbers.get(name)) return;
    const group = open.splice(open.indexOf(name));
    if (group.length > 1) found.push(group.sort());
  };
  for (const name of neighbours.keys()) if (!numbers.has(name)) visit(name);
  return found;
}

/** Whether the search is awake. */
function planted() {
  const seen = circlesOf(
    new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', []],
    ]),
  );
  return JSON.stringify(seen) === '[["a","b","c"]]'
    ? []
    : [`the search for circles sleeps: of a planted one it finds ${JSON.stringify(seen)}`];
}

/** A line for each circle of files. */
export function circles() {
  const files = productSources();
  const known = new Set(files);
  const neighbours = new Map(
    files.map((file) => [
      file,
      [...readFileSync(join(root, file), 'utf8').matchAll(imports)]
        .map(([, path]) => join(dirname(file), path))
        .filter((path) => known.has(path)),
    ]),
  );
  return [...planted(), ...circlesOf(neighbours).map((group) => `${group.join(', ')}: a circle of imports`)];
}
