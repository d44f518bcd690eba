// Which parts may import which: the tags of a part (`nx.tags` in its package.json) say what it is, and this table what
// such a part may take. Arrows go down only; ARCHITECTURE.md says why.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const libs = ['words', 'text', 'models', 'client', 'step', 'port', 'edge', 'runtime', 'reading', 'operate'];

/** What a part of a layer may import: parts of these layers. A part of two layers may import what either may. */
// biome-ignore format: a table, read by its rows
const below = {
  words: [],
  client: [],
  models: [],
  text: ['words'],
  step: ['words', 'text'],
  // What they have learned is given to them as their own code is: the same in every run.
  learned: ['models'],
  port: ['words', 'text'],
  edge: ['words', 'text'],
  runtime: ['words', 'text', 'port'],
  reading: ['words', 'text', 'step', 'runtime'],
  operate: ['words', 'text', 'step', 'port', 'edge', 'runtime', 'reading'],
  service: libs,
  console: libs,
  stage: [...libs, 'service'],
  api: [...libs, 'service', 'console'],
  mill: [...libs, 'service', 'console', 'stage', 'api'],
};

/** Name behind `@newsmill/`, folder and tags of each part; `folder` holds the packages. */
export function readParts(folder = root) {
  return globSync('{libs,services}/*/package.json', { cwd: folder })
    .sort()
    .map((path) => {
      const { name, nx, ...manifest } = JSON.parse(readFileSync(join(folder, path), 'utf8'));
      return {
        name: name.replace('@newsmill/', ''),
        folder: dirname(path),
        tags: nx?.tags ?? [],
        ...manifest,
      };
    });
}

export const layersOf = ({ tags }) =>
  tags.filter((tag) => tag.startsWith('layer:')).map((tag) => tag.slice(6));

/** What each part may import, by name; a part without a layer may import nothing. */
export const allowedAmong = (parts) =>
  Object.fromEntries(
    parts.map((part) => {
      const layers = new Set(layersOf(part).flatMap((layer) => below[layer] ?? []));
      const isBelow = (other) => other !== part && layersOf(other).some((layer) => layers.has(layer));
      return [part.name, parts.filter(isBelow).map(({ name }) => name)];
    }),
  );

const parts = readParts();
const withTag = (tag) => parts.filter(({ tags }) => tags.includes(tag)).map(({ name }) => name);

export const allowed = allowedAmong(parts);
/** What may be imported of each part, as its package.json says: its door, and that of its Nest modules. */
export const doors = new Set(
  parts.flatMap(({ name, exports = {} }) =>
    Object.keys(exports).map((path) => `@newsmill/${name}${path.slice(1)}`),
  ),
);
/** Libraries that hold steps and what steps know: the same input gives the same output. */
export const pureLibs = withTag('pure');
/** Tests of one of these may open a form of another; nothing is built from tests, so no circle arises. */
export const openToTests = new Set(withTag('open-to-tests'));

/**
 * `libs/clean/src/x.ts` is in `clean`, `services/api/src/x.ts` in `service-api`; undefined for files that
 * belong to no part.
 */
export function partOf(path) {
  const match = /(?:^|\/)(libs|services)\/([^/]+)\//.exec(path);
  if (match === null) return undefined;
  return match[1] === 'libs' ? match[2] : `service-${match[2]}`;
}

/** Folders of the forms of one port, none of which imports another: what both need lies above them. */
const forms = [
  ['libs/store/src/library/sqlite/', 'libs/store/src/library/elastic/'],
  ['libs/store/src/archive/disk/', 'libs/store/src/archive/s3/'],
];

/** Whether one path lies in a form of a port and the other in another form of it. */
export function areOtherForms(one, other) {
  return forms.some((folders) => {
    const [from, to] = [one, other].map((path) => folders.find((folder) => path.startsWith(folder)));
    return from !== undefined && to !== undefined && from !== to;
  });
}
