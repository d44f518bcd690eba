// `npm run package [-- FOLDER]`: makes the package of the cleaner that stands alone, for `npm install FILE`. The
// parts of the workspace that it uses are bundled into one file, its declarations are those of the door, its models
// lie beside them; packages of others stay dependencies. Without a folder it lies in libs/clean/dist-package.
// `npm run package -- sbom [FILE]`: the bill of materials of all that runs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { root } from './setup.mjs';

const part = join(root, 'libs', 'clean');
const door = join(part, 'standalone', 'index.ts');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const packageOf = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)[0];
const isOfOthers = (specifier) => !/^(?:[./]|@newsmill\/)/.test(specifier);

/** The code of the door with all of the workspace that it calls. `imports` are packages of others. */
async function bundle() {
  const bundled = await rolldown({
    input: door,
    platform: 'node',
    resolve: { conditionNames: ['newsmill-source', 'import', 'default'] },
    external: (specifier, importer) => importer !== undefined && isOfOthers(specifier),
    treeshake: { moduleSideEffects: false },
    transform: { target: 'node20.19' },
    logLevel: 'warn',
  });
  const { output } = await bundled.generate({
    format: 'es',
    comments: { annotation: true, jsdoc: false, legal: true },
    // Lines stay lines: what it takes more is 9 kB of the archive, and a stack trace says where.
    minify: false,
  });
  await bundled.close();
  const [{ code, imports }] = output;
  return { code, imports: [...new Set(imports.filter((name) => !isBuiltin(name)).map(packageOf))].sort() };
}

/** The declarations of the door alone: it speaks in types of its own. */
function declarations() {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(door, 'utf8'), {
    fileName: door,
    reportDiagnostics: true,
    compilerOptions: { isolatedDeclarations: true, declaration: true, strict: true, stripInternal: true },
  });
  const problems = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  if (/\bfrom ['"]/.test(outputText))
    problems.push('its types speak of another file; write them out in the door');
  if (problems.length > 0)
    throw new Error(`${relative(root, door)} has no declarations: ${problems.join('; ')}`);
  return outputText;
}

/** Files of the models that the code loads by name. */
function modelsOf(code) {
  const names = [...code.matchAll(/loadModel\([`"']([a-z-]+)[`"']\)/g)].map(
    ([, name]) => `${name}.safetensors`,
  );
  if (names.length === 0) throw new Error('the bundle loads no model; look at how loadModel is called');
  return [...new Set(names)].sort();
}

/** The package.json of the package. Versions are those that the workspace is tested with, and compatible ones. */
function manifestOf(imports) {
  const { name, version, license, type } = readJson(join(part, 'package.json'));
  const { dependencies } = readJson(join(root, 'package.json'));
  return {
    name,
    version,
    description: 'Takes the article out of a web page: text in blocks, title, authors, dates, and why.',
    keywords: ['article', 'extraction', 'readability', 'boilerplate', 'news', 'html', 'markdown'],
    license,
    type,
    engines: { node: '>=20.19' },
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    types: './dist/index.d.ts',
    sideEffects: false,
    files: ['dist', 'files'],
    dependencies: Object.fromEntries(imports.map((one) => [one, `^${dependencies[one]}`])),
  };
}

/** Lays the files of the package into an empty folder. */
async function layOut(folder) {
  const { code, imports } = await bundle();
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['dist', 'files']) mkdirSync(join(folder, inner), { recursive: true });
  writeFileSync(join(folder, 'dist', 'index.js'), code);
  writeFileSync(join(folder, 'dist', 'index.d.ts'), declarations());
  for (const file of modelsOf(code))
    copyFileSync(join(root, 'libs', 'models', 'files', file), join(folder, 'files', file));
  copyFileSync(join(part, 'README.md'), join(folder, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifestOf(imports), null, 2)}\n`);
}

/** Packs what lies in `folder/package`; answers the path of the archive. */
function pack(folder) {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--json', './package'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr.trim()}`);
  // npm answers a list, from version 12 on an object by name.
  const [{ filename, unpackedSize }] = Object.values(JSON.parse(stdout));
  return { file: join(folder, filename), unpackedSize };
}

/** The package of the cleaner, in a folder. */
async function packCleaner(folder) {
  await layOut(join(folder, 'package'));
  const { file, unpackedSize } = pack(folder);
  process.stdout.write(
    `${relative(process.cwd(), file)}: ${(statSync(file).size / 1e3).toFixed(0)} kB, unpacked ${(unpackedSize / 1e3).toFixed(0)} kB\n`,
  );
}

/** Writes the bill of materials; without a file to standard output. */
async function writeSbom(file) {
  const { sbom } = await import('./sbom.mjs');
  const bill = await sbom();
  const text = `${JSON.stringify(bill, null, 2)}\n`;
  if (file === undefined) return void process.stdout.write(text);
  writeFileSync(file, text);
  process.stdout.write(`${file}: ${bill.components.length} components, CycloneDX ${bill.specVersion}\n`);
}

const [what, file] = process.argv.slice(2);
if (what === 'sbom') await writeSbom(file);
else await packCleaner(resolve(what ?? join(part, 'dist-package')));
