// Arrows, purity, swallowed errors and the like, and whether the rules are awake. Each of these rules looks at the text
// of one file and at its path. What needs types is asked in tools/check-promises.mjs.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planted } from './lint/planted.mjs';
import { runOxlint, told } from './run-oxlint.mjs';
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
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-planted-'));
  try {
    for (const [number, { path, [kind]: text }] of planted.entries()) {
      const file = join(folder, pathOf(path, number));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const here = join(folder, config);
    writeFileSync(
      here,
      `export { default } from ${JSON.stringify(pathToFileURL(join(root, config)).href)};\n`,
    );
    const found = runOxlint({ folder, config: here, paths: ['libs', 'services'] });
    return planted.map(({ path }, number) =>
      found.filter(({ file }) => file === pathOf(path, number)).map(({ rule }) => rule),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
