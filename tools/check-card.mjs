// Whether the house still is what its card says: what lies at the top, the packages that it is made of, the files of
// every service, lines that can be read, and rooms that are not too full.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './setup.mjs';

/** Paths that must be there; packages that a manifest must ask for. */
// biome-ignore format: a table, read by its rows
const wanted = {
  paths: [
    'services', 'libs', 'deploy', 'docker-compose.yml', 'nx.json', 'package.json', 'tsconfig.base.json',
  ],
  packages: [
    'kafkajs', '@nestjs/core', '@nestjs/microservices', 'ioredis', '@elastic/elasticsearch', 'jest', 'testcontainers', 'nx',
  ],
};
const most = { columns: 120, shareOfLongLines: 0.01, filesInFolder: 60 };

/** Written by a program, or a table whose rows are its lines. */
const isGenerated = (path) => /\/schema\.ts$|\/gazetteer\/.*-lines\.ts$|\/weights\//.test(path);
const isTest = (path) => /\.(?:test|contract|fixture)\.|\/testing\//.test(path);

/** What is missing of the card; `isThere(path)`, and the names that are asked for. */
const missing = (isThere, asked) => [
  ...wanted.paths
    .filter((path) => !isThere(path))
    .map((path) => `${path} is missing: it is one of those that must be there`),
  ...wanted.packages.filter((name) => !asked.has(name)).map((name) => `no package.json asks for ${name}`),
];

/** Too many lines that are too long; `sources`: path and text of each file. */
function longLines(sources) {
  const lines = sources.flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line })));
  const long = lines.filter(({ line }) => line.length > most.columns);
  const files = new Map();
  for (const { path } of long) files.set(path, (files.get(path) ?? 0) + 1);
  const longest = [...files].sort(([, a], [, b]) => b - a).slice(0, 10);
  return long.length <= lines.length * most.shareOfLongLines
    ? []
    : [
        `${long.length} of ${lines.length} lines are wider than ${most.columns} columns, which is more than one in a hundred; most of them: ${longest.map(([path, count]) => `${path} (${count})`).join(', ')}`,
      ];
}

/** Folders with too many files directly in them. */
function fullFolders(paths) {
  const counts = new Map();
  for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > most.filesInFolder)
    .map(
      ([folder, count]) =>
        `${folder} has ${count} files; split it by what they are about (${most.filesInFolder} at most)`,
    );
}

/** Each of these has one thing wrong with it. */
function asleep() {
  const all = new Set(wanted.packages);
  const wide = { path: 'x.ts', text: `${'x'.repeat(most.columns + 1)}\n` };
  const bad = {
    ...Object.fromEntries(wanted.paths.map((path) => [`no ${path}`, missing((one) => one !== path, all)])),
    ...Object.fromEntries(
      wanted.packages.map((name) => [
        `no ${name}`,
        missing(() => true, new Set(wanted.packages.filter((one) => one !== name))),
      ]),
    ),
    'a wide line': longLines([wide]),
    'a full folder': fullFolders(
      Array.from({ length: most.filesInFolder + 1 }, (_, number) => `full/${number}.ts`),
    ),
  };
  return Object.entries(bad)
    .filter(([, found]) => found.length !== 1)
    .map(([fault, found]) => `the check of the card sleeps: ${fault}, planted, gives ${found.length} lines`);
}

export function card() {
  const manifests = ['package.json', ...globSync('{libs,services}/*/package.json', { cwd: root })].map(
    (path) => JSON.parse(readFileSync(join(root, path), 'utf8')),
  );
  const asked = new Set(
    manifests.flatMap(({ dependencies, devDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies }),
    ),
  );
  const sources = globSync('{libs,services,tools}/**/*.{ts,tsx,mjs}', {
    cwd: root,
    exclude: (path) => /^(?:node_modules|dist.*|weights)$/.test(path),
  }).filter((path) => !isTest(path) && !isGenerated(path));
  return [
    ...missing((path) => existsSync(join(root, path)), asked),
    ...longLines(sources.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))),
    ...fullFolders(sources),
    ...asleep(),
  ];
}
