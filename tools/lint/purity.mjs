// What a pure library may not touch: clock, chance, environment, network, files, logger.

// biome-ignore format: a table, read by its rows
const worldly = [
  'http', 'https', 'http2', 'net', 'tls', 'dns', 'dns/promises', 'dgram', 'fs', 'fs/promises',
  'child_process', 'worker_threads', 'cluster', 'os', 'timers', 'timers/promises', 'perf_hooks', 'process',
  'readline', 'repl', 'inspector', 'sqlite', 'async_hooks', 'diagnostics_channel', 'module', 'vm',
];
const packages = [
  'undici',
  'pino',
  'pino-http',
  'nestjs-pino',
  'kafkajs',
  'ioredis',
  'prom-client',
  'rxjs',
  'fastify',
];

/** `isIP` of node:net reads a text; the rest of node:net is the network. */
const paths = [
  ...worldly
    .filter((name) => name !== 'net')
    .flatMap((name) => [name, `node:${name}`])
    .map((name) => ({ name, message: 'A step knows no files, network, clock or process.' })),
  ...['net', 'node:net'].map((name) => ({
    name,
    allowImportNames: ['isIP', 'isIPv4', 'isIPv6'],
    message: 'A step knows no network.',
  })),
  ...packages.map((name) => ({ name, message: 'A step knows no network, logger or framework.' })),
  {
    name: 'node:crypto',
    importNames: ['randomUUID', 'randomBytes', 'randomInt', 'webcrypto', 'default'],
    message: 'A step knows no chance.',
  },
];
const patterns = [
  { group: ['@nestjs/*', '@elastic/*', '@opentelemetry/*'], message: 'A step knows no framework.' },
];

// biome-ignore format: a table, read by its rows
const globals = [
  'process', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'performance', 'setTimeout',
  'setInterval', 'setImmediate', 'console', 'navigator', 'crypto', 'require',
];

const syntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time arrives as an argument.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time arrives as an argument.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Time arrives as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'A step knows no chance.',
  },
  {
    selector: 'MemberExpression[object.name="globalThis"]',
    message: 'A step takes nothing from the global object.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Time arrives as an argument.',
  },
];

export const purity = {
  paths,
  patterns,
  globals: globals.map((name) => ({
    name,
    message: 'A step knows neither clock, chance, environment, network nor logger.',
  })),
  syntax,
};
