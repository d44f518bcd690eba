// Whether what is written of the repository itself is so: the table of dependencies, the version of Node, and
// the commands and files that CONTRIBUTING.md names.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partFolders, root } from './setup.mjs';

const readText = (path) => readFileSync(join(root, path), 'utf8');
const manifest = (folder = '') => JSON.parse(readText(join(folder, 'package.json')));
const table = 'docs/dependencies.md';

/** Packages of others that a manifest asks for, to run or to build, with their versions. */
function askedFor({ dependencies = {}, optionalDependencies = {} }) {
  return Object.entries({ ...dependencies, ...optionalDependencies }).filter(
    ([name]) => !name.startsWith('@newsmill/'),
  );
}

/** The table names each direct dependency, and a file that uses it; parts ask for the version of the root. */
export function dependencies() {
  const rows = [...readText(table).matchAll(/^\| `([^`]+)` \| (.*) \| `([^`]+)` \|$/gm)].map(
    ([, name, why, where]) => ({ name, why, where }),
  );
  const told = new Set(rows.map(({ name }) => name));
  const ofRoot = new Map(askedFor(manifest()));
  const ofParts = partFolders().flatMap((folder) =>
    askedFor(manifest(folder)).map(([name, version]) => ({ folder, name, version })),
  );
  const wanted = new Set([...ofRoot.keys(), ...ofParts.map(({ name }) => name)]);
  return [
    ...[...wanted]
      .filter((name) => !told.has(name))
      .map((name) => `${table} does not say what ${name} is for`),
    ...rows
      .filter(({ name }) => !wanted.has(name))
      .map(({ name }) => `${table}: nothing asks for ${name} any more`),
    ...rows
      .filter(({ where, name }) => !existsSync(join(root, where)) || !readText(where).includes(name))
      .map(({ name, where }) => `${table}: ${where} does not use ${name}`),
    ...ofParts
      .filter(({ name, version }) => ofRoot.has(name) && ofRoot.get(name) !== version)
      .map(
        ({ folder, name }) => `${folder}/package.json asks for another version of ${name} than package.json`,
      ),
  ];
}

function nodeVersion() {
  const { node } = manifest().dependencies;
  return readText('.nvmrc').trim() === node ? [] : [`.nvmrc must say ${node}, as package.json does`];
}

/** Words in backticks, and the lines of fenced blocks. Where benches are spoken of, `-- kill` is short for one. */
function codeOf(text) {
  const fence = /^```\w*\n([^]*?)^```/gm;
  const fences = [...text.matchAll(fence)].flatMap(([, block]) => block.split('\n'));
  const spans = text
    .replace(fence, '')
    .split('\n')
    .flatMap((line) =>
      [...line.matchAll(/`([^`]+)`/g)].map(([, code]) =>
        code.startsWith('-- ') && line.includes('npm run bench') ? `npm run bench ${code}` : code,
      ),
    );
  return [...fences, ...spans].map((code) => code.trim()).filter((code) => code !== '');
}

/** Whether a path is there; a star stands for any names. */
const isThere = (path) =>
  path.includes('*') ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
/** What a bench writes is there only after it. */
const isOwnPath = (word) =>
  /^(?:\.\/newsmill|(?:bench(?!\/out)|deploy|docs|libs|services|test|tools|node_modules|\.ci)\/[\w./*-]+)$/.test(
    word,
  );

/** What one command of a page needs and what is not there, in words. */
function missingFor(command, words) {
  const { scripts } = manifest();
  const problems = [];
  for (const [, run, direct] of command.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g))
    if (scripts[run ?? direct] === undefined) problems.push(`package.json has no script ${run ?? direct}`);
  const isBench = (word) => new RegExp(`^  ${word}:`, 'm').test(readText('bench/bench.ts'));
  const [, checked] = /\bnpm run check -- ([a-z ]+)$/.exec(command) ?? [];
  for (const word of checked?.split(' ') ?? [])
    if (!words.includes(word)) problems.push(`npm run check knows no word ${word}`);
  const [, bench] = /\bnpm run bench -- ([a-z]+)/.exec(command) ?? [];
  if (bench !== undefined && !isBench(bench)) problems.push(`npm run bench knows no word ${bench}`);
  for (const word of command.split(/\s+/))
    if (isOwnPath(word) && !isThere(word)) problems.push(`there is no ${word}`);
  return problems;
}

/** Each of these has one thing in it that does not exist. */
const planted = [
  'npm run chek',
  'npm run check -- types typs',
  'npm run bench -- speeds 10',
  'node tools/nowhere.mjs',
  'bench/nowhere-*.ts',
];

/** Commands and paths that our pages name and that do not exist. */
export function commands() {
  const words = Object.keys(manifest().nx.targets);
  const found = ['CONTRIBUTING.md', 'STYLE.md', 'README.md', 'SECURITY.md', 'docs/security.md'].flatMap(
    (page) =>
      codeOf(readText(page)).flatMap((code) =>
        missingFor(code, words).map((problem) => `${page}: \`${code}\`: ${problem}`),
      ),
  );
  const asleep = planted.filter((code) => missingFor(code, words).length !== 1);
  return [
    ...nodeVersion(),
    ...found,
    ...asleep.map((code) => `the reader of commands sleeps: it finds nothing wrong with ${code}`),
  ];
}
