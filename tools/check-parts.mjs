// Whether files, doors and packages of the parts are as the style guide says.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedAmong, layersOf, readParts } from './lint/arrows.mjs';
import { root } from './setup.mjs';

const forbidden = /^(?:utils?|common|shared|helpers?|misc|manager|base)(?:\.|$)/;
const longFile = 300;
const readText = (path) => readFileSync(join(root, path), 'utf8');
const isSource = (path) => /\.tsx?$/.test(path) && !/\.(?:test|contract)\.tsx?$/.test(path);

/** Sources of the product: what is built. */
export const productSources = () =>
  globSync('{libs,services}/*/src/**/*.{ts,tsx}', { cwd: root }).filter(isSource).sort();

export function names() {
  const badNames = globSync('{libs,services}/*/src/**/*', { cwd: root }).filter((path) =>
    path.split('/').some((piece) => forbidden.test(piece)),
  );
  const doors = readParts().map(({ folder }) => `${folder}/src/index.ts`);
  return [
    ...badNames.map(
      (path) => `${path}: a function that has no home has no name yet; call it after what it holds`,
    ),
    ...doors
      .filter((door) => !existsSync(join(root, door)))
      .map((door) => `${door} is missing: every part has one door`),
  ];
}

/** What the manifests of parts ask for against the arrows, which go by their tags. */
function forbiddenArrows(parts) {
  const allowed = allowedAmong(parts);
  return parts.flatMap((part) => [
    ...(layersOf(part).length === 0 ? [`${part.folder}/package.json has no tag layer:…`] : []),
    ...Object.keys(part.dependencies ?? {})
      .filter((key) => key.startsWith('@newsmill/') && !allowed[part.name].includes(key.slice(10)))
      .map((key) => `${part.folder}/package.json: its tags do not allow ${part.name} to depend on ${key}`),
  ]);
}

/** An arrow up, and a part that says nothing of itself. */
function asleep() {
  const low = { name: 'low', folder: 'libs/low', tags: ['layer:words'] };
  const high = {
    name: 'high',
    folder: 'libs/high',
    tags: ['layer:text'],
    dependencies: { '@newsmill/low': '1' },
  };
  const bad = [
    [{ ...low, dependencies: { '@newsmill/high': '1' } }, high],
    [low, { ...high, tags: ['layer:models'] }],
    [low, { ...high, tags: [], dependencies: {} }],
  ];
  return [
    ...bad
      .filter((parts) => forbiddenArrows(parts).length !== 1)
      .map((parts) => `the check of arrows sleeps: it does not see ${JSON.stringify(parts)}`),
    ...forbiddenArrows([low, high]),
  ];
}

/** package.json of each part names what its sources import: builds and the cache of Nx hang on it. */
function unnamed({ name, folder, dependencies = {} }) {
  const known = new Set([`@newsmill/${name}`, ...Object.keys(dependencies)]);
  const imports = /(?:from|import\()\s*'(@newsmill\/[^'/]+)/g;
  return productSources()
    .filter((path) => path.startsWith(`${folder}/`))
    .flatMap((path) => Array.from(readText(path).matchAll(imports), ([, imported]) => ({ path, imported })))
    .filter(({ imported }) => !known.has(imported))
    .map(({ path, imported }) => `${path} imports ${imported}, which ${folder}/package.json does not name`);
}

export function packages() {
  const parts = readParts();
  return [
    ...forbiddenArrows(parts),
    ...asleep(),
    ...parts.flatMap(unnamed),
    ...parts
      .filter(({ exports: doors }) => doors?.['.']?.['newsmill-source'] !== './src/index.ts')
      .map(({ folder }) => `${folder}/package.json: exports must offer ./src/index.ts under newsmill-source`),
  ];
}

/** The longest files. */
export const sizes = () =>
  productSources()
    .map((path) => ({ path, count: readText(path).split('\n').length }))
    .filter(({ count }) => count > longFile)
    .sort((a, b) => b.count - a.count)
    .map(({ path, count }) => `${path}: ${count} lines`);
