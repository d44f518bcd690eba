// What the bundle of the mill has in the place of modules that would load more than is needed of them.
import http from 'node:http';
import { createRequire } from 'node:module';

/** Names of what a module of Node offers that is there at once: what is behind a getter loads more. */
function plainNames(module) {
  return Object.entries(Object.getOwnPropertyDescriptors(module))
    .filter(([name, { value }]) => value !== undefined && /^[a-z_$][\w$]*$/i.test(name))
    .map(([name]) => name);
}

/** `import` of a module of Node reads all that it offers: of node:http that loads a second client (30 ms). */
const nodeHttp = `const http = process.getBuiltinModule('node:http');
export default http;
export const { ${plainNames(http).join(', ')} } = http;`;

const modules = {
  http: nodeHttp,
  'node:http': nodeHttp,
  // Tables of 1.2 MB for pages that name no charset and are not UTF-8: loaded with the first of them.
  jschardet: `import { createRequire } from 'node:module';
let found;
export default {
  detect: (...given) => (found ??= createRequire(import.meta.url)('jschardet')).detect(...given),
};`,
  // What is taken of it: its door loads a browser's fetch, sockets and mocks as well.
  undici: `import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import api from 'undici/lib/api/index.js';
Object.assign(Dispatcher.prototype, api);
export { default as Client } from 'undici/lib/dispatcher/client.js';
export { default as Pool } from 'undici/lib/dispatcher/pool.js';
export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js';
export { default as buildConnector } from 'undici/lib/core/connect.js';
export { parseCookie } from 'undici/lib/web/cookies/index.js';`,
};

/**
 * The client of Elasticsearch takes five functions of three packages, whose doors load a fifth of what a service does.
 */
const clientOfElasticsearch = createRequire(createRequire(import.meta.url).resolve('@elastic/transport'));
const partOf = (path) => JSON.stringify(clientOfElasticsearch.resolve(path));
const modulesOfElasticsearch = {
  'apache-arrow/Arrow.node': `const isMissing = () => {
  throw new Error('newsmill reads no tables of Arrow');
};
export const tableFromIPC = isMissing;
export const AsyncRecordBatchStreamReader = { from: isMissing };`,
  '@opentelemetry/core': `export { suppressTracing } from ${partOf('@opentelemetry/core/build/src/trace/suppress-tracing.js')};`,
  undici: `import Dispatcher from ${partOf('undici/lib/dispatcher/dispatcher.js')};
import api from ${partOf('undici/lib/api/index.js')};
Object.assign(Dispatcher.prototype, api);
export { default as Pool } from ${partOf('undici/lib/dispatcher/pool.js')};
export { default as buildConnector } from ${partOf('undici/lib/core/connect.js')};`,
};
const isOfElasticsearch = (importer) => /\/node_modules\/@elastic\//.test(importer ?? '');

/** prom-client loads the door of OpenTelemetry (44 files) for exemplars of its counter of CPU time, which are off. */
const spans = "const OtelApi = require('@opentelemetry/api');";

function withoutSpans(code, id) {
  if (!code.includes(spans)) throw new Error(`${id} no longer loads OpenTelemetry by ${spans}`);
  return { code: code.replace(spans, ''), map: null };
}

const mark = '\0newsmill:';

/**
 * Code in which each `import()` of a door names what is taken of it: `const { grantsOf } = await
 * import('@newsmill/operate')` then loads what that needs, and not all that others ever take from there.
 */
export function withNamedDoors(code) {
  return code
    .replace(
      /(const \{([\w\s,:]+)\} = await import\()(["'])(@newsmill\/[a-z-]+)\3\)/g,
      (_, begin, names, _quote, door) => `${begin}'${door}?${names.replaceAll(/\s|:\s*\w+/g, '')}')`,
    )
    .replace(
      /(\(await import\()(["'])(@newsmill\/[a-z-]+)\2\)\)\.(\w+)/g,
      (_, begin, _quote, door, name) => `${begin}'${door}?${name}')).${name}`,
    );
}

/**
 * Also stands in for doors that are loaded by `import()`: a door that is an entry itself brings all that it offers
 * to those who import one name of it.
 */
export function standIns() {
  return {
    name: 'newsmill-stand-ins',
    resolveId: {
      filter: {
        id: new RegExp(
          `^(?:${[...Object.keys(modules), ...Object.keys(modulesOfElasticsearch)].join('|')}|@newsmill/[a-z-]+(?:\\?[\\w,]+)?)$`,
        ),
      },
      handler(id, importer, { kind }) {
        if (isOfElasticsearch(importer) && Object.hasOwn(modulesOfElasticsearch, id))
          return `${mark}elasticsearch:${id}`;
        const isWanted = Object.hasOwn(modules, id) ? kind !== 'require-call' : kind === 'dynamic-import';
        return isWanted ? `${mark}${id}` : undefined;
      },
    },
    transform: {
      filter: { id: /\/prom-client\/lib\/metrics\/processCpuTotal\.js$/ },
      handler: withoutSpans,
    },
    load: {
      filter: { id: new RegExp(`^${mark}`) },
      handler(id) {
        const name = id.slice(mark.length);
        if (name.startsWith('elasticsearch:'))
          return modulesOfElasticsearch[name.slice('elasticsearch:'.length)];
        const [door, names] = name.split('?');
        return modules[name] ?? `export ${names === undefined ? '*' : `{ ${names} }`} from '${door}';`;
      },
    },
  };
}
