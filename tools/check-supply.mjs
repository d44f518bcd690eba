// Whether what we take from others is what we allow: licences, install scripts, sums, how many packages and bytes run,
// versions of images, and what the models were made of.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './setup.mjs';

const readText = (path) => readFileSync(join(root, path), 'utf8');
const readJson = (path) => JSON.parse(readText(path));

/** Licences of packages that run: permissive, without conditions on what they are used in. */
const allowedToRun = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'Zlib',
]);
/** Packages that build or test alone may have these, too: they are in nothing that we hand out. */
const allowedToBuild = new Set([...allowedToRun, 'MPL-2.0', 'CC-BY-4.0']);
/** Packages whose manifest names no licence by its SPDX name, and what their files say. */
const readByHand = new Map(Object.entries({ ssh2: 'MIT', buildcheck: 'MIT', 'cpu-features': 'MIT' }));

/** What the packages that run may take. Raise a limit only with the reason in the change. */
const budget = { packages: 160, megabytes: 110, addons: 0 };
/** Beside the budget: the program itself, which images do not install. */
const program = /^node_modules\/node(?:$|\/|-bin)/;

/** Whether an SPDX expression can be met by allowed licences alone. */
export function isAllowed(expression, allowed) {
  const bare = expression.replace(/[()]/g, '');
  return bare
    .split(/\s+OR\s+/)
    .some((way) => way.split(/\s+AND\s+/).every((licence) => allowed.has(licence.trim())));
}

function packagesOf(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => /(?:^|\/)node_modules\//.test(path) && entry.link !== true)
    .map(([path, entry]) => ({
      path,
      name: path.replace(/^.*node_modules\//, ''),
      ...entry,
      isRunning: !entry.dev && !entry.optional && !entry.devOptional,
    }));
}

function licences(packages) {
  return packages.flatMap(({ path, name, license, isRunning, optional, dev }) => {
    const told = typeof license === 'string' ? license : readByHand.get(name);
    if (told === undefined)
      return [
        `${path}: names no licence; read its files, and add it to readByHand in tools/check-supply.mjs`,
      ];
    const allowed = isRunning || (optional && !dev) ? allowedToRun : allowedToBuild;
    return isAllowed(told, allowed)
      ? []
      : [`${path}: its licence ${told} is not on the list of allowed ones`];
  });
}

/** Scripts that run on installing are named, each with whether it may. */
function installScripts(packages) {
  const { allowScripts } = readJson('package.json');
  const having = new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name));
  return [
    ...[...having]
      .filter((name) => !Object.hasOwn(allowScripts, name))
      .map(
        (name) =>
          `${name} runs a script when it is installed: say in allowScripts of package.json whether it may`,
      ),
    ...Object.keys(allowScripts)
      .filter((name) => !having.has(name))
      .map((name) => `allowScripts of package.json names ${name}, which has no install script`),
    ...Object.entries(allowScripts)
      .filter(([name, may]) => may && name !== 'node')
      .map(([name]) => `allowScripts lets ${name} run a script: only node may, whose program it is`),
  ];
}

const sums = (packages) =>
  packages
    .filter(({ integrity }) => !/^sha512-/.test(integrity ?? ''))
    .map(({ path }) => `${path}: package-lock.json has no SHA-512 of it`);

/** Bytes of the files of a package, without packages within it. */
function filesOf(path) {
  return globSync('**', {
    cwd: join(root, path),
    withFileTypes: true,
    exclude: (entry) => entry.name === 'node_modules',
  }).filter((entry) => entry.isFile());
}

function withinBudget(packages) {
  const running = packages.filter(({ path, isRunning }) => isRunning && !program.test(path));
  const files = running
    .filter(({ path }) => existsSync(join(root, path)))
    .flatMap(({ path }) => filesOf(path).map((entry) => join(entry.parentPath, entry.name)));
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  const addons = files.filter((file) => file.endsWith('.node'));
  return [
    ...(running.length > budget.packages
      ? [`${running.length} packages run, the budget is ${budget.packages}`]
      : []),
    ...(megabytes > budget.megabytes
      ? [`the packages that run have ${megabytes.toFixed(1)} MB, the budget is ${budget.megabytes}`]
      : []),
    ...(addons.length > budget.addons ? addons.map((file) => `${file} is a native addon`) : []),
  ];
}

/** Images by their whole version or by their sum, never by a name that moves. */
function images() {
  const compose = ['docker-compose.yml', ...globSync('deploy/compose*.yml', { cwd: root })].flatMap((path) =>
    Object.values(parse(readText(path), { merge: true, logLevel: 'error' })?.services ?? {}).flatMap(
      ({ image }) => (typeof image === 'string' ? [{ path, image }] : []),
    ),
  );
  const built = [...readText('deploy/Dockerfile').matchAll(/^FROM (\S+)/gm)]
    .filter(([, image]) => image.includes(':'))
    .map(([, image]) => ({ path: 'deploy/Dockerfile', image }));
  return [...compose, ...built]
    .filter(({ image }) => !image.startsWith('${NEWSMILL_IMAGE'))
    .filter(({ image }) => !/@sha256:[0-9a-f]{64}$/.test(image) && !/:v?\d+\.\d+\.\d+[\w.-]*$/.test(image))
    .map(({ path, image }) => `${path}: ${image} names neither a whole version nor a sum`);
}

const licenceNames =
  /\b(?:MIT|Apache-2\.0|CC0|CC[- ]BY(?:[- ][\d.]+)?|BSD-[23]-Clause|ISC|Unicode-3\.0|WordNet licence|Open Government Licence|public domain)\b/;

/** Each model says of what it was made, and under which licence each of that stands. */
function models() {
  const rows = [...readText('docs/models.md').matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(
    ([, name, rest]) => ({
      name,
      made: rest.split('|').at(-2) ?? '',
      by: /`([^`]+)`/.exec(rest.split('|').at(-1) ?? '')?.[1],
    }),
  );
  const files = globSync('libs/models/files/*.safetensors', { cwd: root });
  return [
    ...(rows.length === files.length
      ? []
      : [`docs/models.md has ${rows.length} rows, there are ${files.length} models`]),
    ...rows
      .filter(({ made }) => !licenceNames.test(made))
      .map(
        ({ name }) => `docs/models.md: ${name} does not say under which licence what it was made of stands`,
      ),
    ...rows
      .filter(({ by }) => by === undefined || !existsSync(join(root, by, 'README.md')))
      .map(({ name, by }) => `docs/models.md: ${name}: there is no README.md in ${by}, which makes it`),
  ];
}

/** Each of these has one thing in it that is not allowed. */
function asleep() {
  const bad = [
    licences([{ path: 'node_modules/x', name: 'x', license: 'GPL-3.0', isRunning: true }]),
    licences([{ path: 'node_modules/x', name: 'x', license: '(MIT AND AGPL-3.0)', isRunning: true }]),
    licences([{ path: 'node_modules/x', name: 'x', isRunning: true }]),
    sums([{ path: 'node_modules/x', integrity: 'sha1-x' }]),
    installScripts([...packagesOf(readJson('package-lock.json')), { name: 'sly', hasInstallScript: true }]),
  ];
  return bad.flatMap((found, index) =>
    found.length === 1
      ? []
      : [`the check of supplies sleeps: planted fault ${index} gives ${found.length} lines`],
  );
}

/** What is not as it should be, a line each. */
export function supply() {
  const packages = packagesOf(readJson('package-lock.json'));
  return [
    ...licences(packages),
    ...installScripts(packages),
    ...sums(packages),
    ...withinBudget(packages),
    ...images(),
    ...models(),
    ...asleep(),
  ];
}
