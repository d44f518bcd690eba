// `npm run package -- sbom [FILE]`: the bill of materials of what runs (CycloneDX 1.6), from package-lock.json, the
// bundles and the models: every package with version, licence and sum, what it brings along, whether its code is built
// in; every model and list of words with what it was made of.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesBuiltIn } from './built-in.mjs';
import { dataLists } from './gen/data-lists.mjs';
import { models } from './gen/models.mjs';
import { root } from './setup.mjs';

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The place in which a package that stands at `path` finds another one; undefined where there is none. */
function placeOf(packages, path, name) {
  for (let folder = path; ; ) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[place] !== undefined) return packages[place].link ? packages[place].resolved : place;
    if (folder === '') return undefined;
    const at = folder.lastIndexOf('/node_modules/');
    folder = at === -1 ? '' : folder.slice(0, at);
  }
}

const nameOf = (path, { name }) => name ?? path.replace(/^.*node_modules\//, '');
const purlOf = (name, version) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/** Licence by its SPDX name, or an expression of several. */
function licencesOf({ license }) {
  if (typeof license !== 'string') return {};
  return { licenses: [/\s|\(/.test(license) ? { expression: license } : { license: { id: license } }] };
}

function componentOf(path, entry, builtInto) {
  const name = nameOf(path, entry);
  const at = name.lastIndexOf('/');
  const [, sum] = /^sha512-(\S+)/.exec(entry.integrity ?? '') ?? [];
  return {
    'bom-ref': path,
    type: 'library',
    ...(at === -1 ? {} : { group: name.slice(0, at) }),
    name: name.slice(at + 1),
    version: entry.version,
    scope: 'required',
    ...(sum === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }] }),
    ...licencesOf(entry),
    purl: purlOf(name, entry.version),
    ...(builtInto === undefined ? {} : { properties: [{ name: 'newsmill:built-into', value: builtInto }] }),
  };
}

function modelOf({ name, version, sha256, description, madeOf }) {
  return {
    'bom-ref': `model/${name}`,
    type: 'machine-learning-model',
    name,
    version: String(version),
    description,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
    properties: [{ name: 'newsmill:made-from', value: madeOf }],
  };
}

/** A list of words or names in the sources; its version is that of newsmill. */
function listOf({ path, description, madeOf, licence }, version) {
  return {
    'bom-ref': path,
    type: 'data',
    name: path,
    version,
    description,
    hashes: [
      {
        alg: 'SHA-256',
        content: createHash('sha256')
          .update(readFileSync(join(root, path)))
          .digest('hex'),
      },
    ],
    ...licencesOf({ license: licence }),
    properties: [{ name: 'newsmill:made-from', value: madeOf }],
  };
}

/** A name for the document that its content alone decides, as a UUID of version 8. */
function serialOf(content) {
  const hex = createHash('sha256').update(content).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The bill of materials. The same sources give the same bytes: it has no time and no chance in it. */
export async function sbom() {
  const { packages } = readJson('package-lock.json');
  const builtIn = await packagesBuiltIn();
  const isOurs = (path) => /^(?:libs|services)\//.test(path);
  const reached = new Set();
  const dependencies = [];
  const queue = [''];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const entry = packages[path];
    const asked = { ...entry.dependencies, ...(entry.peerDependencies ?? {}) };
    const parts =
      path === ''
        ? Object.keys(packages)
            .filter(isOurs)
            .filter((one) => !one.includes('node_modules'))
        : [];
    const found = [
      ...parts,
      ...Object.keys(asked).flatMap((name) => placeOf(packages, path, name) ?? []),
    ].filter(
      (place) =>
        isOurs(place) || (!packages[place].dev && !packages[place].optional && !packages[place].devOptional),
    );
    for (const place of found) if (!reached.has(place)) queue.push(place);
    for (const place of found) reached.add(place);
    dependencies.push({ ref: path === '' ? 'newsmill' : path, dependsOn: [...new Set(found)].sort() });
  }
  // What is installed to build only, and yet in what is built: alone, as nothing that it brings along is.
  for (const [path, into] of [...builtIn].sort()) {
    if (reached.has(path)) continue;
    if (packages[path] === undefined)
      throw new Error(`${path} is built into ${into}, and not in package-lock.json`);
    reached.add(path);
    dependencies.push({ ref: path, dependsOn: [] });
    dependencies.find(({ ref }) => ref === into).dependsOn.push(path);
  }
  const { name, version, description, license } = readJson('package.json');
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        'bom-ref': 'newsmill',
        type: 'application',
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
      },
    },
    components: [
      ...[...reached].sort().map((path) => componentOf(path, packages[path], builtIn.get(path))),
      ...models().map(modelOf),
      ...dataLists.map((list) => listOf(list, version)),
    ],
    dependencies: dependencies.sort((one, other) => (one.ref < other.ref ? -1 : 1)),
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    ...document,
    serialNumber: serialOf(JSON.stringify(document)),
  };
}
