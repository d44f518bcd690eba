// Arrows, purity, swallowed errors and the like, and whether the rules are awake. Each of these rules looks at the text
// of one file and at its path. What needs types is asked in tools/check-promises.mjs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planted } from './lint/planted.mjs';
import { runOxlint, told, withPlanted } from './run-oxlint.mjs';
import { root } from './setup.mjs';

const config = 'oxlint.config.mjs';
const lintedPaths = ['libs', 'services', 'test', 'tools', 'bench', 'deploy', config, 'jest.config.mjs'];

export function lint() {
  const paths = lintedPaths.filter((path) => existsSync(join(root, path)));
  return runOxlint({ config: join(root, config), paths }).map(told);
}

/** A name of its own for each violation: several are planted at one place. A door keeps its name. */
const pathOf = (path, number) => path.replace('planted', `planted-${number}`);

/** The rules that are reported for what is planted, by number: `kind` is `bad` or `good`. */
function rulesFor(kind) {
  const door = `export { default } from ${JSON.stringify(pathToFileURL(join(root, config)).href)};\n`;
  const texts = planted.map(({ path, [kind]: text }, number) => [pathOf(path, number), text]);
  return withPlanted({ ...Object.fromEntries(texts), [config]: door }, (folder) => {
    const found = runOxlint({ folder, config: join(folder, config), paths: ['libs', 'services'] });
    return texts.map(([path]) => found.filter(({ file }) => file === path).map(({ rule }) => rule));
  });
}

export function plantedViolations() {
  const [bad, good] = [rulesFor('bad'), rulesFor('good')];
  return planted.flatMap(({ rule, path, ...text }, number) => [
    ...(bad[number].includes(rule)
      ? []
      : [`${rule} sleeps: it does not see the violation planted in ${path}: ${text.bad.trim()}`]),
    ...(good[number].includes(rule)
      ? [`${rule} sees a fault where there is none, in ${path}: ${text.good.trim()}`]
      : []),
  ]);
}
