// Whether files, doors and packages of the parts are as the style guide says.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { allowed } from './lint/arrows.mjs';
import { root } from './setup.mjs';

const forbiddenNames = new Set([
  'utils',
  'util',
  'common',
  'shared',
  'helpers',
  'helper',
  'misc',
  'manager',
  'base',
]);
const longFile = 300;
const groups = ['libs', 'services'];

function parts() {
  return groups.flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => ({
        name: group === 'libs' ? entry.name : `service-${entry.name}`,
        folder: join(group, entry.name),
      })),
  );
}

function sourceFiles() {
  const below = (folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => ({
      isFile: entry.isFile(),
      path: relative(root, join(entry.parentPath, entry.name)),
    }));
  return parts().flatMap(({ folder }) =>
    existsSync(join(root, folder, 'src')) ? below(join(root, folder, 'src')) : [],
  );
}

export function names() {
  const badNames = sourceFiles()
    .filter(({ path }) =>
      path
        .split('/')
        .slice(3)
        .some((piece) => forbiddenNames.has(piece.replace(/\..*$/, ''))),
    )
    .map(
      ({ path }) => `${path}: a function that has no home has no name yet; call the file after what it holds`,
    );
  const doors = parts()
    .filter(({ folder }) => !existsSync(join(root, folder, 'src', 'index.ts')))
    .map(({ folder }) => `${folder}/src/index.ts is missing: every part has one door`);
  return [...badNames, ...doors];
}

/**
 * package.json of each part names what its sources import, and nothing that the arrows forbid: the order of
 * builds hangs on it.
 */
export function packages() {
  const problems = [];
  for (const { name, folder } of parts()) {
    const { dependencies = {}, exports: doors } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    for (const dependency of Object.keys(dependencies).filter((key) => key.startsWith('@newsmill/'))) {
      const to = dependency.slice('@newsmill/'.length);
      if (!(allowed[name] ?? []).includes(to))
        problems.push(`${folder}/package.json: ${name} may not depend on ${to}`);
    }
    if (doors?.['.']?.['newsmill-source'] !== './src/index.ts')
      problems.push(`${folder}/package.json: exports must offer ./src/index.ts under newsmill-source`);
    const isBuilt = ({ path }) =>
      path.startsWith(`${folder}/`) && /\.tsx?$/.test(path) && !/\.(test|contract)\.tsx?$/.test(path);
    for (const { path } of sourceFiles().filter(isBuilt)) {
      for (const [, imported] of readFileSync(join(root, path), 'utf8').matchAll(
        /(?:from|import\()\s*'(@newsmill\/[^'/]+)/g,
      )) {
        if (imported !== `@newsmill/${name}` && dependencies[imported] === undefined)
          problems.push(`${path} imports ${imported}, which ${folder}/package.json does not name`);
      }
    }
  }
  return [...new Set(problems)];
}

/** Sources of the product: what is built. */
export function productSources() {
  return sourceFiles()
    .filter(({ isFile, path }) => isFile && /\.tsx?$/.test(path) && !/\.(test|contract)\.tsx?$/.test(path))
    .map(({ path }) => path);
}

/** The longest files, for whoever wants to split one. */
export function sizes() {
  const lines = (path) => readFileSync(join(root, path), 'utf8').split('\n').length;
  return sourceFiles()
    .filter(({ isFile, path }) => isFile && /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map(({ path }) => ({ path, count: lines(path) }))
    .filter(({ count }) => count > longFile)
    .sort((a, b) => b.count - a.count);
}
