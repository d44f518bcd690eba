// Installs and builds what is missing: runs on any Node >= 20 before anything is installed, so it imports
// nothing but Node. `node tools/setup.mjs [--tools] [--no-build] [--quiet]`; as a function: `await setUp({ tools,
// build, quiet })`. Without `tools` it installs what running the mill needs, with it what checks and tests need
// too. Talks on stderr only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The Node that everything but this set-up runs on. */
export const ownNode = join(root, 'node_modules', '.bin', 'node');
export const cache = join(root, 'node_modules', '.cache', 'newsmill');
const lockFile = join(root, '.set-up.lock');

/**
 * How the mill's process is started; measured in docs/adr/0053-heaps-double-before-they-are-collected.md. Bounded heaps
 * may double before V8 collects all of them, and small young generations are enough (that of a thread is half of this
 * one). Pages come and go as large buffers: a fixed threshold hands them back to the system, where glibc by default
 * keeps them (a third less memory), and few arenas do the rest.
 */
export const memoryFlags = ['--max-semi-space-size=8', '--heap-growing-percent=100'];
export const memoryEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '49152',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** A failure that the operator can do something about; its message says what. */
class SetUpError extends Error {}

/** Environment in which the tools of the project are found first. */
export function toolEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    ...extra,
  };
}

/** How Node runs Nx: without a cloud, a process of its own in the background, or questions. */
export const nxArguments = (args) => [
  '--disable-warning=ExperimentalWarning',
  join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'),
  ...args,
  ...(args.some((one) => one.startsWith('--outputStyle')) ? [] : ['--outputStyle=static-failures-only']),
];

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** All files below a folder, without what is built or installed. */
function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('dist') || entry.name === 'node_modules' || entry.name.startsWith('.'))
      continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Changes whenever a source of a build does: names, sizes and times of files, in milliseconds instead of a second. */
function sourcesStamp(folders, files) {
  const hash = createHash('sha256');
  const isSource = (path) => !/\.(test|contract)\.tsx?$/.test(path);
  const all = [
    ...folders.flatMap((folder) =>
      existsSync(join(root, folder)) ? [...filesBelow(join(root, folder))] : [],
    ),
    ...files.map((file) => join(root, file)).filter(existsSync),
  ];
  for (const path of all.filter(isSource).sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** What is installed: all that the lock file names, or only what running the mill needs. */
const everything = 'everything';
const running = 'running';

/** What an installation must match: the lock file that it was made from. */
function wantedStamp() {
  return createHash('sha256')
    .update(readText(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Whether node_modules holds what the lock file names (somebody ran npm by hand, or the stamp is gone). The
 * packages themselves are asked: the list that npm keeps there tells what it was told, too, by
 * `npm install --package-lock-only`.
 */
function holdsLockedPackages(tools) {
  const wanted = JSON.parse(readText(join(root, 'package-lock.json'))).packages;
  const versionOf = (path) => {
    const manifest = readText(join(root, path, 'package.json'));
    return manifest === '' ? undefined : JSON.parse(manifest).version;
  };
  // A part of the house that came with an update is a link that is not there yet.
  const isThere = (path, { link, version }) =>
    link === true ? existsSync(join(root, path)) : versionOf(path) === version;
  const isWanted = (path, { optional, dev }) => path !== '' && optional !== true && (tools || dev !== true);
  return Object.entries(wanted).every(([path, entry]) => !isWanted(path, entry) || isThere(path, entry));
}

/**
 * The packages that build: npm may leave them out, as it does with all that is optional, and nothing works
 * without them.
 */
const builders = () => Object.keys(JSON.parse(readText(join(root, 'package.json'))).optionalDependencies);

function isInstalled(tools) {
  if (!existsSync(ownNode) || !builders().every((name) => existsSync(join(root, 'node_modules', name))))
    return false;
  const [stamp, extent] = readText(join(cache, 'installed')).split(' ');
  if (stamp === wantedStamp() && (extent === everything || !tools)) return true;
  if (!holdsLockedPackages(tools)) return false;
  writeStamp('installed', `${wantedStamp()} ${tools ? everything : running}`);
  return true;
}

function writeStamp(name, value) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, name), value);
}

/**
 * Runs a command; the answer holds its exit code and the end of what it said. `tick` is called every few
 * seconds.
 */
function run(
  command,
  args,
  { cwd = root, env = toolEnvironment(), tick = () => {}, onLine = () => {} } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const began = Date.now();
    const timer = setInterval(() => tick(Math.round((Date.now() - began) / 1000)), 5_000);
    let said = '';
    const hear = (chunk) => {
      said = (said + chunk).slice(-20_000);
      for (const line of String(chunk).split('\n')) if (line.trim() !== '') onLine(line);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearInterval(timer);
      resolve({ code: code ?? 1, signal, said, seconds: (Date.now() - began) / 1000 });
    });
  });
}

/** What went wrong in words, with the remedy, from what npm said. */
function explainInstall(said) {
  const end = said.trim().split('\n').slice(-15).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i.test(said))
    return `The package registry cannot be reached.\n${end}\nRemedy: connect this machine to the network (or set npm's registry and proxy: npm config set registry URL), then run the same command again.\nOnce everything is installed, newsmill needs no network to start.`;
  if (/ENOSPC/.test(said))
    return `The disk is full.\n${end}\nRemedy: free about 700 MB (300 MB for running alone), then run the same command again.`;
  if (/EACCES|EPERM|EROFS/.test(said))
    return `The folder ${root} cannot be written.\n${end}\nRemedy: give your user the rights (chown -R "$USER" ${root}), then run the same command again.`;
  if (/EUSAGE|can only install packages when/.test(said))
    return `package.json and package-lock.json disagree.\n${end}\nRemedy: run npm install with the npm of Node 24 and commit package-lock.json.`;
  return `npm ci failed.\n${end}\nRemedy: read the lines above; when in doubt delete node_modules and run the same command again.`;
}

/** Node's headers are for compilers of native packages; there are none here, and they are a third of its size. */
function dropHeaders() {
  const below = join(root, 'node_modules', 'node', 'node_modules');
  for (const name of existsSync(below) ? readdirSync(below) : [])
    if (/^node-/.test(name))
      for (const folder of ['include', 'share'])
        rmSync(join(below, name, folder), { recursive: true, force: true });
}

/** Declarations and maps of packages, which compilers and debuggers alone read: a fifth of what running needs. */
function dropIdleFiles(folder = join(root, 'node_modules')) {
  // A link leads to a part of the house, whose files are its own.
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) dropIdleFiles(path);
    else if (entry.isFile() && /\.(map|d\.[cm]?ts)$/.test(entry.name)) rmSync(path);
  }
}

async function install(say, tools) {
  say(
    tools
      ? 'installing all packages, those of tests and checks too (about 620 MB, once; half a minute to two minutes)'
      : 'installing the packages that the mill needs (about 230 MB, once; half a minute)',
  );
  rmSync(join(cache, 'installed'), { force: true });
  const script = process.env.npm_execpath;
  const isOwnNpm = script !== undefined && /npm-cli\.(c?js)$/.test(script) && existsSync(script);
  // The first `node` of the path may be the one that is about to be replaced, so npm runs on the Node that
  // runs this.
  const [command, args] = isOwnNpm ? [process.execPath, [script]] : ['npm', []];
  const env = { ...process.env, npm_config_yes: 'true' };
  let result;
  try {
    result = await run(
      command,
      [
        ...args,
        'ci',
        tools ? '--include=dev' : '--omit=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ],
      { env, tick: (seconds) => say(`installing packages … ${seconds} s`) },
    );
  } catch (error) {
    throw new SetUpError(
      `npm cannot be run: ${error instanceof Error ? error.message : String(error)}\nRemedy: install npm (it comes with Node), then run the same command again.`,
      { cause: error },
    );
  }
  if (result.code !== 0) throw new SetUpError(explainInstall(result.said));
  if (!existsSync(ownNode))
    throw new SetUpError(
      `Node was not installed into node_modules.\nRemedy: allow the install script of the package "node" (npm config get ignore-scripts must say false), delete node_modules, then run the same command again.`,
    );
  dropHeaders();
  if (!tools) dropIdleFiles();
  writeStamp('installed', `${wantedStamp()} ${tools ? everything : running}`);
  say(`packages installed in ${Math.round(result.seconds)} s`);
}

/** Folders of the parts, such as `libs/clean`. */
export function partFolders() {
  return ['libs', 'services'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(group, entry.name)),
  );
}

const builtStamp = () =>
  sourcesStamp(
    ['libs', 'services'],
    [
      'package-lock.json',
      'tools/build.mjs',
      'tools/bundle-client.mjs',
      'tools/bundle.mjs',
      'tools/in-ascii.mjs',
      'tools/stand-ins.mjs',
      'tools/started-source.mjs',
      'tools/swc-options.mjs',
      'tools/translate.mjs',
    ],
  );

function isBuilt() {
  return (
    readText(join(cache, 'built')) === builtStamp() &&
    [...partFolders().map((folder) => join(folder, 'dist')), 'services/console/dist-client'].every((folder) =>
      existsSync(join(root, folder)),
    )
  );
}

async function buildParts() {
  const stamp = builtStamp();
  const result = await run(ownNode, [join(root, 'tools', 'build.mjs')]);
  if (result.code !== 0)
    throw new SetUpError(
      `The build failed.\n${result.said.trim()}\nRemedy: mend what is named above; on untouched sources delete node_modules and try again.`,
    );
  writeStamp('built', stamp);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Holds the lock while `work` runs; waits for another set-up in the same folder, and takes over from a dead
 * one.
 */
async function withLock(say, work) {
  let isWaiting = false;
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code === 'EACCES' || error.code === 'EROFS')
        throw new SetUpError(
          `The folder ${root} cannot be written.\nRemedy: give your user the rights, then run the same command again.`,
          { cause: error },
        );
      if (error.code === 'ENOSPC')
        throw new SetUpError(
          'The disk is full.\nRemedy: free about 700 MB (300 MB for running alone), then run the same command again.',
          { cause: error },
        );
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number.parseInt(readText(lockFile), 10);
    if (Number.isInteger(owner) && !isAlive(owner)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!isWaiting) say(`waiting for another set-up (process ${owner})`);
    isWaiting = true;
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/**
 * Installs and builds what is missing; `tools`: what checks and tests need, too. Throws SetUpError with a
 * remedy. A second call does nothing and takes milliseconds.
 */
export async function setUp({ tools = false, build = true, quiet = false } = {}) {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < 20)
    throw new SetUpError(
      `newsmill needs Node 20 or newer to set itself up; this is ${process.version}.\nRemedy: install a newer Node (any from 20 on; the mill itself runs on the Node that npm installs into this folder).`,
    );
  const say = quiet ? () => {} : (text) => process.stderr.write(`newsmill set-up: ${text}\n`);
  // What takes long is always told: silence for a minute looks like a fault.
  const sayAlways = (text) => process.stderr.write(`newsmill set-up: ${text}\n`);
  if (isInstalled(tools) && (!build || isBuilt())) return;
  await withLock(say, async () => {
    if (!isInstalled(tools)) await install(sayAlways, tools);
    if (build && !isBuilt()) await buildParts();
  });
}

/** Runs `main`; prints a SetUpError as the operator should read it, and ends with 1. */
export async function orExplain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stderr.write(`\nnewsmill cannot be set up. ${error.message}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) {
  await orExplain(() =>
    setUp({
      tools: process.argv.includes('--tools'),
      build: !process.argv.includes('--no-build'),
      quiet: process.argv.includes('--quiet'),
    }),
  );
}
