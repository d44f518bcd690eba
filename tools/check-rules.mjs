// Whether the rules are awake: what oxlint and knip must find is planted into folders of their own, with neighbours that
// must pass. The rules themselves are run by the tasks `lint`, `promises` and `uncalled`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planted, plantedPromises, plantedUncalled } from './lint/planted.mjs';
import { ownNode, root } from './setup.mjs';

/** Writes a file below a folder; `path` is told from it. */
function plant(folder, path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What `work(folder)` answers in a folder in which these files, texts by path, are planted. */
function withPlanted(files, work) {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-planted-'));
  try {
    for (const [path, text] of Object.entries(files)) plant(folder, path, text);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a program of a package prints as JSON in a folder. */
function ask(folder, program, ...args) {
  const { stdout, stderr } = spawnSync(ownNode, [join(root, 'node_modules', program), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  try {
    return JSON.parse(stdout);
  } catch (error) {
    throw new Error(`${program} did not answer: ${(stderr.trim() || stdout).slice(0, 500)}`, {
      cause: error,
    });
  }
}

/** File, place and rule of each finding of oxlint in the parts of a folder. */
function lint(folder, ...args) {
  const found = ask(folder, 'oxlint/bin/oxlint', '--format', 'json', ...args, 'libs', 'services');
  return found.diagnostics.map(({ filename, labels, code = 'syntax' }) => {
    const { line = 0, column = 0 } = labels[0]?.span ?? {};
    const rule = code.replace(/^([\w-]+)\((.*)\)$/, '$1/$2').replace('typescript-eslint', 'typescript');
    return { file: filename, place: `${filename}:${line}:${column}`, rule };
  });
}

/** The rules that are reported for what is planted, by number: `kind` is `bad` or `good`. */
function rulesFor(kind) {
  const config = 'oxlint.config.mjs';
  const door = `export { default } from ${JSON.stringify(pathToFileURL(join(root, config)).href)};\n`;
  // A name of its own for each violation: several are planted at one place. A door keeps its name.
  const texts = planted.map(({ path, [kind]: text }, number) => [
    path.replace('planted', `planted-${number}`),
    text,
  ]);
  const beside = planted.flatMap(({ beside: files = {} }) => Object.entries(files));
  return withPlanted(Object.fromEntries([...texts, ...beside, [config, door]]), (folder) => {
    const found = lint(folder, '--config', join(folder, config));
    return texts.map(([path]) => found.filter(({ file }) => file === path).map(({ rule }) => rule));
  });
}

function sleepingRules() {
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

/** The rules see a promise where the type of an imported function made one, and nothing before. */
function sleepingPromises() {
  return withPlanted(plantedPromises.before, (folder) => {
    const rules = [
      '--config',
      join(root, 'tools/lint/promises.json'),
      '--type-aware',
      '--tsconfig',
      'tsconfig.json',
    ];
    const before = lint(folder, ...rules);
    for (const [path, text] of Object.entries(plantedPromises.change)) plant(folder, path, text);
    const places = lint(folder, ...rules).map(({ place }) => place);
    return before.length === 0 && places.toSorted().join() === plantedPromises.found.join()
      ? []
      : [`the rules about promises sleep: after a planted change they find ${places.join() || 'nothing'}`];
  });
}

/** Of a forgotten function, a lost file and a door that is too wide knip tells each. */
function sleepingKnip() {
  return withPlanted(plantedUncalled.files, (folder) => {
    for (const file of ['knip.config.js', 'tsconfig.json', 'tsconfig.base.json'])
      cpSync(join(root, file), join(folder, file));
    const words =
      '--production --tsConfig tsconfig.json --include exports,files --no-progress --no-config-hints';
    const found = ask(folder, 'knip/bin/knip.js', ...words.split(' '), '--reporter', 'json')
      .issues.flatMap(({ file, files = [], exports = [] }) => [
        ...files.map(() => file),
        ...exports.map(({ name }) => `${file} ${name}`),
      ])
      .toSorted();
    return found.join() === plantedUncalled.found.join()
      ? []
      : [
          `the search for code without a caller sleeps: of what is planted it finds ${found.join() || 'nothing'}`,
        ];
  });
}

export const rules = () => [...sleepingRules(), ...sleepingPromises(), ...sleepingKnip()];
