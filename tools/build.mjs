// `node tools/build.mjs [FOLDER OF A PART ...]`: writes `dist` of every part, and the script of the console for
// browsers. Each file is translated by itself, without a look at its types; what no source is left for is taken
// away. The mill, which is what processes run, is a bundle of all that it calls (tools/bundle.mjs).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { bundleMill, mill, services } from './bundle.mjs';
import { bundleClient, clientScripts } from './bundle-client.mjs';
import { cache, partFolders, root } from './setup.mjs';
import { targetOf, translate } from './translate.mjs';

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

/** Takes away what lies in a folder of built files and was not written. */
function keepOnly(folder, written) {
  const wanted = new Set(written);
  for (const path of filesBelow(folder)) if (!wanted.has(path)) rmSync(path);
}

/** Builds one part; answers what is wrong with its sources, a text each. */
async function buildPart(folder) {
  const [from, to] = [join(root, folder, 'src'), join(root, folder, 'dist')];
  const problems = [];
  const written = await Promise.all(
    filesBelow(from)
      .filter(isBuilt)
      .map(async (source) => {
        const target = targetOf(source);
        try {
          const { code, map } = await translate(source);
          writeChanged(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
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
  keepOnly(
    to,
    written.flatMap((path) => [path, `${path}.map`]),
  );
  mkdirSync(to, { recursive: true });
  return [];
}

/** `dist/main.js` of a service: it starts what the bundle has of it. */
function writeEntries() {
  const compiled = '../../../node_modules/.cache/newsmill/compiled';
  for (const name of services)
    writeChanged(
      join(root, 'services', name, 'dist', 'main.js'),
      [
        "import { enableCompileCache } from 'node:module';",
        "import { fileURLToPath } from 'node:url';",
        `enableCompileCache(fileURLToPath(new URL('${compiled}', import.meta.url)));`,
        `await import('../../mill/dist/service-${name}.js');`,
        '',
      ].join('\n'),
    );
}

/**
 * Builds the mill; answers what is wrong, a text each. The files of the build before stay until the next one: a
 * mill that still runs them loads some of them only when it needs them.
 */
async function buildMill() {
  const listFile = join(cache, 'bundled');
  const last = existsSync(listFile) ? readFileSync(listFile, 'utf8') : '';
  try {
    const files = await bundleMill(translate);
    const names = files.map(({ name }) => name).sort();
    const to = join(root, mill, 'dist');
    for (const { name, text } of files) writeChanged(join(to, name), text);
    if (names.join('\n') === last) return [];
    keepOnly(
      to,
      [...names, ...last.split('\n')].map((name) => join(to, name)),
    );
    writeChanged(listFile, names.join('\n'));
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The sources of the script for browsers, and what decides how they are bundled. */
function clientStamp(folder) {
  const hash = createHash('sha256');
  for (const path of [
    ...filesBelow(join(folder, 'src', 'client')),
    ...filesBelow(join(folder, 'src', 'pieces')),
    join(root, 'tools', 'bundle-client.mjs'),
    join(root, 'package-lock.json'),
  ].sort())
    hash.update(`${relative(root, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/** Each script in one small file. */
async function buildClient() {
  const folder = join(root, 'services', 'console');
  const targetOfScript = (name) => join(folder, 'dist-client', `${name}.js`);
  const stampFile = join(cache, 'client');
  const stamp = clientStamp(folder);
  const isThere = clientScripts.every((name) => existsSync(targetOfScript(name)));
  if (isThere && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  for (const name of clientScripts) writeChanged(targetOfScript(name), (await bundleClient(name)).code);
  writeChanged(stampFile, stamp);
}

const named = process.argv.slice(2).map((path) => relative(root, resolve(path)));
const folders = partFolders().filter((folder) => named.length === 0 || named.includes(folder));
const problems = (
  await Promise.all(folders.map((folder) => (folder === mill ? buildMill() : buildPart(folder))))
).flat();
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else {
  writeEntries();
  if (folders.includes(join('services', 'console'))) await buildClient();
}
