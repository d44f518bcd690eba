// Bundles what the processes of the mill run into `services/mill/dist`: its entry, its threads, its child
// processes, and what each role and command loads when it is needed (docs/adr/0034-processes-run-a-bundle.md).
import { basename, dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { inAscii } from './in-ascii.mjs';
import { root } from './setup.mjs';
import { standIns, withNamedDoors } from './stand-ins.mjs';

/** The part that is bundled. */
export const mill = join('services', 'mill');
const folder = join(root, mill, 'dist');
const source = (...path) => join(root, mill, 'src', ...path);

/** The services that are programs of their own. */
export const services = ['fetch', 'clean', 'enrich', 'index', 'api'];

/** What is started or imported by its name; threads and child processes are found in the code that starts them. */
const entries = {
  main: source('main.ts'),
  index: source('index.ts'),
  'ask-health': source('commands', 'ask-health.ts'),
  'exit-codes': join(root, 'libs', 'service', 'src', 'telling', 'exit-codes.ts'),
  ...Object.fromEntries(
    services.map((name) => [`service-${name}`, join(root, 'services', name, 'src', 'main.ts')]),
  ),
};

/** Packages that stay outside: what looks for files of its own beside its code or loads its parts by name, and what few
 * choose. */
const outside = [
  '@opentelemetry/api',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace',
  '@orama/stemmers',
  'pino',
];

/**
 * Packages that others look for and do without: Nest, and `debug`, whose colours only a checkout with tests would have.
 */
const absent = [
  '@fastify/multipart',
  '@fastify/static',
  '@fastify/view',
  '@nats-io/transport-node',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'amqp-connection-manager',
  'class-transformer',
  'class-validator',
  'mqtt',
  'supports-color',
];

/** A file that is started by its place beside the code: a thread or a child process. */
const startedFile = /new URL\((['"])\.\/([\w-]+(?:\.worker)?)\.js\1,\s*import\.meta\.url\)/g;

/** The place of a module as its own code sees it, told from the folder of the bundle. */
function ownAddress(id) {
  const path = relative(folder, id).split('\\').join('/');
  return `new URL(${JSON.stringify(path)}, import.meta.url).href`;
}

/** Code of a module whose files are found from the bundle; `start(path)` is told of each thread and process. */
function withFiles(code, id, start) {
  const starts = code.replace(startedFile, (_, _quote, name) => {
    start(join(dirname(id), `${name}.ts`));
    return `new URL("./${name}.js", import.meta.__bundle)`;
  });
  return starts
    .replaceAll('import.meta.url', ownAddress(id))
    .replaceAll('import.meta.__bundle', 'import.meta.url');
}

/** Takes what `translate(path)` makes of a source, and finds what stands beside it. */
function sources(translate) {
  const started = new Map();
  return {
    name: 'newsmill-sources',
    load: {
      filter: { id: /\.tsx?$/ },
      async handler(id) {
        const { code, map } = await translate(id);
        return {
          code: withFiles(withNamedDoors(code), id, (path) => {
            const name = basename(path, '.ts');
            const known = started.get(name) ?? path;
            if (known !== path)
              throw new Error(`two threads or processes are named ${name}: ${known}, ${path}`);
            if (!started.has(name)) this.emitFile({ type: 'chunk', id: path, fileName: `${name}.js` });
            started.set(name, path);
          }),
          map: { ...JSON.parse(map), sources: [id] },
          moduleType: 'js',
        };
      },
    },
    transform: {
      filter: { id: /node_modules/, code: 'import.meta.url' },
      handler: (code, id) => ({ code: code.replaceAll('import.meta.url', ownAddress(id)), map: null }),
    },
  };
}

/** A file is named after the last of its modules, a door after its part or package: stack traces name it. */
function nameOf({ name, moduleIds }) {
  const [, part] =
    /([\w-]+)\/(?:src\/|dist\/|lib\/|esm\/)?index\.[cm]?[jt]s$/.exec(moduleIds.at(-1) ?? '') ?? [];
  return part ?? name;
}

/** The files of the bundle: name, text, and ids of the modules in it. `translate(path)` gives JavaScript and map. */
export async function bundleMill(translate) {
  const bundled = await rolldown({
    input: entries,
    platform: 'node',
    resolve: {
      conditionNames: ['newsmill-source', 'node'],
      extensionAlias: { '.js': ['.js', '.ts', '.tsx'] },
    },
    external: [...outside, ...absent].map((name) => new RegExp(`^${name}(/|$)`)),
    plugins: [standIns(), sources(translate)],
    // What a door offers and nobody takes is left out: sources do nothing but define, save for what is started.
    treeshake: {
      moduleSideEffects: [
        { test: /\/services\/mill\/src\/command-line\.ts$/, sideEffects: true },
        { test: /\/(?:libs|services)\/[\w-]+\/src\//, sideEffects: false },
      ],
    },
    // Else a module that two roles need may lie in the file of one of them.
    experimental: { chunkOptimization: false },
    logLevel: 'warn',
  });
  const { output } = await bundled.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: (chunk) => `${nameOf(chunk)}-[hash].js`,
    sourcemap: true,
    keepNames: true,
    minify: false,
    comments: { annotation: true, jsdoc: false, legal: false },
  });
  await bundled.close();
  return output.map((file) => ({
    name: file.fileName,
    text: file.type === 'chunk' ? inAscii(file.code) : file.source,
    moduleIds: file.type === 'chunk' ? file.moduleIds : [],
  }));
}
