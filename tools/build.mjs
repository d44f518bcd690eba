// `node tools/build.mjs [FOLDER OF A PART ...]`: writes `dist` of every part, and the script of the console for
// browsers. Each file is translated by itself, without a look at its types, so all of it takes a second and
// nothing needs to be remembered; what no source is left for is taken away.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { cache, partFolders, root } from './setup.mjs';
import { swcOptions } from './swc-options.mjs';

const isBuilt = (path) => /\.tsx?$/.test(path) && !/\.(test|contract)\.tsx?$|\.d\.ts$/.test(path);

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A file whose bytes stay the same keeps its time: whoever watches `dist` is told of changes alone. */
function writeChanged(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Text of a file of `dist` and of its map, from a source. */
async function translate(source, target) {
  const options = swcOptions({ tsx: source.endsWith('x') });
  const { code, map } = await transform(readFileSync(source, 'utf8'), {
    ...options,
    jsc: { ...options.jsc, rewriteRelativeImportExtensions: true },
    filename: source,
    sourceFileName: relative(dirname(target), source),
    sourceMaps: true,
    swcrc: false,
    configFile: false,
  });
  return { code: `${code}\n//# sourceMappingURL=${basename(target)}.map\n`, map };
}

/** Builds one part; answers what is wrong with its sources, a text each. */
async function buildPart(folder) {
  const [from, to] = [join(root, folder, 'src'), join(root, folder, 'dist')];
  const problems = [];
  const written = await Promise.all(
    filesBelow(from)
      .filter(isBuilt)
      .map(async (source) => {
        const target = join(to, relative(from, source)).replace(/\.tsx?$/, '.js');
        try {
          const { code, map } = await translate(source, target);
          writeChanged(target, code);
          writeChanged(`${target}.map`, map);
        } catch (error) {
          problems.push(
            `${relative(root, source)}: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
        return target;
      }),
  );
  if (problems.length > 0) return problems;
  const wanted = new Set(written.flatMap((path) => [path, `${path}.map`]));
  for (const path of filesBelow(to)) if (!wanted.has(path)) rmSync(path);
  mkdirSync(to, { recursive: true });
  return [];
}

/** The sources of the script for browsers, and what decides how they are bundled. */
function clientStamp(folder) {
  const hash = createHash('sha256');
  for (const path of [
    ...filesBelow(join(folder, 'src', 'client')),
    fileURLToPath(import.meta.url),
    join(root, 'package-lock.json'),
  ].sort())
    hash.update(`${relative(root, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/** The script of the console for browsers, in one small file. */
async function buildClient() {
  const folder = join(root, 'services', 'console');
  const target = join(folder, 'dist-client', 'console.js');
  const stampFile = join(cache, 'client');
  const stamp = clientStamp(folder);
  if (existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const { build } = await import('rolldown');
  await build({
    input: join(folder, 'src', 'client', 'console.ts'),
    platform: 'browser',
    transform: { target: 'es2022' },
    logLevel: 'warn',
    output: { file: target, format: 'es', minify: true },
  });
  writeChanged(stampFile, stamp);
}

const named = process.argv.slice(2).map((path) => relative(root, resolve(path)));
const folders = partFolders().filter((folder) => named.length === 0 || named.includes(folder));
const problems = (await Promise.all(folders.map(buildPart))).flat();
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else if (folders.includes(join('services', 'console'))) await buildClient();
