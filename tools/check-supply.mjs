// Whether what we take from others is what we allow: licences, install scripts, sums, how many packages and bytes run,
// versions of images, and what models and lists of words were made of.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { dataLists } from './gen/data-lists.mjs';
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
/** Lists of words and names may have these: they ask for a mention, which docs/models.md is. */
const allowedOfLists = new Set([...allowedToRun, 'CC-BY-4.0', 'Unicode-3.0']);
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

/** The files of a package, without packages within it. */
function filesOf(path) {
  return globSync('**', {
    cwd: join(root, path),
    withFileTypes: true,
    exclude: (entry) => entry.name === 'node_modules',
  }).filter((entry) => entry.isFile());
}

/** Files of packages that run, with their sizes. */
function filesThatRun(packages) {
  return packages
    .filter(({ path, isRunning }) => isRunning && !program.test(path) && existsSync(join(root, path)))
    .flatMap(({ path }) => filesOf(path).map((entry) => join(entry.parentPath, entry.name)))
    .map((file) => ({ file, bytes: statSync(file).size }));
}

function withinBudget(packages, files) {
  const running = packages.filter(({ path, isRunning }) => isRunning && !program.test(path));
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const addons = files.filter(({ file }) => file.endsWith('.node'));
  return [
    ...(running.length > budget.packages
      ? [`${running.length} packages run, the budget is ${budget.packages}`]
      : []),
    ...(megabytes > budget.megabytes
      ? [`the packages that run have ${megabytes.toFixed(1)} MB, the budget is ${budget.megabytes}`]
      : []),
    ...(addons.length > budget.addons ? addons.map(({ file }) => `${file} is a native addon`) : []),
  ];
}

/** Images that Compose files and the Dockerfile name. */
function imagesOf(compose, dockerfile) {
  const started = Object.entries(compose).flatMap(([path, text]) =>
    Object.values(parse(text, { merge: true, logLevel: 'error' })?.services ?? {}).flatMap(({ image }) =>
      typeof image === 'string' ? [{ path, image }] : [],
    ),
  );
  const built = [...dockerfile.matchAll(/^FROM (\S+)/gm)]
    .filter(([, image]) => image.includes(':'))
    .map(([, image]) => ({ path: 'deploy/Dockerfile', image }));
  return [...started, ...built];
}

/** Images are named by their whole version or by their sum, never by a name that moves. */
function images(named) {
  return named
    .filter(({ image }) => !image.startsWith('${NEWSMILL_IMAGE'))
    .filter(({ image }) => !/@sha256:[0-9a-f]{64}$/.test(image) && !/:v?\d+\.\d+\.\d+[\w.-]*$/.test(image))
    .map(({ path, image }) => `${path}: ${image} names neither a whole version nor a sum`);
}

const licenceNames =
  /\b(?:MIT|Apache-2\.0|CC0|CC[- ]BY(?:[- ][\d.]+)?|BSD-[23]-Clause|ISC|Unicode-3\.0|WordNet licence|Open Government Licence|public domain)\b/;

/** Each model says of what it was made, and under which licence each of that stands. */
function models(page, names) {
  const rows = [...page.matchAll(/^\| `([^`/]+)` \|(.*)\|$/gm)].map(([, name, rest]) => ({
    name,
    made: rest.split('|').at(-2) ?? '',
    by: /`([^`]+)`/.exec(rest.split('|').at(-1) ?? '')?.[1],
  }));
  const told = new Set(rows.map(({ name }) => name));
  return [
    ...names.filter((name) => !told.has(name)).map((name) => `docs/models.md has no row of ${name}`),
    ...rows
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => `docs/models.md: there is no model ${name}`),
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

/** Where the code has words and names of languages: what is there is a list, or code. */
const placesOfLists = ['libs/{clean,enrich,search,text}/src/**/*', 'libs/store/src/library/query/**/*'];
const isTest = (path) => /\.(?:test|contract|fixture)\.|\/testing\//.test(path);
/** Half of it is texts. */
const codeAlone = new Set(['libs/clean/src/to-markdown.ts']);
/** So many characters of texts are a list; fewer where nothing else is expected. */
const leastListed = (path) => (path.includes('/gazetteer/') ? 300 : 1_500);

/** Whether a file holds a list: it is no code, or at least half of it is texts. */
function isList({ path, text }) {
  if (!/\.tsx?$/.test(path)) return !path.endsWith('.md');
  if (codeAlone.has(path)) return false;
  const code = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const listed = (code.match(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g) ?? []).join('').length;
  return listed >= leastListed(path) && listed >= code.length / 2;
}

const sourcesWithLists = () =>
  placesOfLists
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !isTest(path))
    .map((path) => ({ path, text: readText(path) }));

/** Each list in the sources has a row that says where it comes from, and under which licence it stands. */
function lists(sources, rows) {
  const told = new Set(rows.map(({ path }) => path));
  return [
    ...sources
      .filter((source) => isList(source) && !told.has(source.path))
      .map(
        ({ path }) => `${path} is a list without a row of its origin and licence in tools/gen/data-lists.mjs`,
      ),
    ...rows
      .filter(({ path }) => !existsSync(join(root, path)))
      .map(({ path }) => `tools/gen/data-lists.mjs: there is no ${path}`),
    ...rows
      .filter(({ licence, madeOf }) => madeOf === '' || !isAllowed(licence, allowedOfLists))
      .map(
        ({ path }) =>
          `tools/gen/data-lists.mjs: ${path} does not say of what it was made, or under which allowed licence`,
      ),
  ];
}

/** Each of these has one thing in it that is not allowed. */
function asleep() {
  const runs = { path: 'node_modules/x', name: 'x', isRunning: true };
  const page = readText('docs/models.md');
  const names = modelNames();
  const [row] = /^\| `topics` .*$/m.exec(page);
  const [list] = dataLists;
  const bad = {
    'a licence that is not allowed': licences([{ ...runs, license: 'GPL-3.0' }]),
    'one of two licences': licences([{ ...runs, license: '(MIT AND AGPL-3.0)' }]),
    'no licence': licences([runs]),
    'a weak sum': sums([{ ...runs, integrity: 'sha1-x' }]),
    'an install script': installScripts([
      ...packagesOf(readJson('package-lock.json')),
      { name: 'sly', hasInstallScript: true },
    ]),
    'one package too many': withinBudget(
      Array.from({ length: budget.packages + 1 }, () => runs),
      [],
    ),
    'one byte too many': withinBudget([runs], [{ file: 'x.js', bytes: budget.megabytes * 1e6 + 1 }]),
    'a native addon': withinBudget([runs], [{ file: 'x.node', bytes: 1 }]),
    'an image by a name that moves': images(imagesOf({ x: 'services: { a: { image: redis:8 } }' }, '')),
    'an image without a version': images(imagesOf({ x: 'services: { a: { image: redis } }' }, '')),
    'a base image by a name that moves': images(imagesOf({}, 'FROM node:24-slim AS base\n')),
    'a model without a row': models(page, [...names, 'sly']),
    'a row without a model': models(`${page}${row.replace('topics', 'sly')}\n`, names),
    'a model without a licence': models(
      page.replace(row, '| `topics` | 1 | 1 | x | the web | `bench/train` |'),
      names,
    ),
    'a model that nothing makes': models(
      page.replace(row, '| `topics` | 1 | 1 | x | x (MIT) | `sly` |'),
      names,
    ),
    'a list without a row': lists(
      [{ path: 'libs/text/src/sly.ts', text: `const a = '${'word '.repeat(500)}';` }],
      dataLists,
    ),
    'a small gazetteer without a row': lists(
      [{ path: 'libs/enrich/src/gazetteer/sly.ts', text: `const a = '${'Name '.repeat(100)}';` }],
      dataLists,
    ),
    'data without a row': lists([{ path: 'libs/enrich/src/sly.tsv', text: 'x' }], dataLists),
    'a row without a list': lists([], [...dataLists, { ...list, path: 'libs/text/src/sly.ts' }]),
    'a list without an allowed licence': lists([], [{ ...list, licence: 'ODbL-1.0' }]),
    'a list of unknown origin': lists([], [{ ...list, madeOf: '' }]),
  };
  return Object.entries(bad).flatMap(([fault, found]) =>
    found.length === 1
      ? []
      : [`the check of supplies sleeps: ${fault}, planted, gives ${found.length} lines`],
  );
}

const modelNames = () =>
  globSync('libs/models/files/*', { cwd: root }).map((path) => basename(path).replace(/\.safetensors$/, ''));

/** What is not as it should be, a line each. */
export function supply() {
  const packages = packagesOf(readJson('package-lock.json'));
  const compose = ['docker-compose.yml', ...globSync('deploy/compose*.yml', { cwd: root })];
  return [
    ...licences(packages),
    ...installScripts(packages),
    ...sums(packages),
    ...withinBudget(packages, filesThatRun(packages)),
    ...images(
      imagesOf(
        Object.fromEntries(compose.map((path) => [path, readText(path)])),
        readText('deploy/Dockerfile'),
      ),
    ),
    ...models(readText('docs/models.md'), modelNames()),
    ...lists(sourcesWithLists(), dataLists),
    ...asleep(),
  ];
}
