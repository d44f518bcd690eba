import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The modules in a file of the mill, which is a bundle: its map names them. Any other file is one itself. */
function modulesIn(path: string): readonly string[] {
  if (!path.includes('/services/mill/dist/')) return [path];
  if (!existsSync(`${path}.map`)) return [];
  const map: { readonly sources: readonly string[] } = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  return map.sources.map((source) => resolve(dirname(path), source));
}

/** The part of the house that a module belongs to, or Nest, or Zod. */
function partOf(module: string): readonly string[] {
  const [, group, part, other] =
    /\/(libs|services)\/([a-z-]+)\/(?:src|dist)\/|\/node_modules\/(@nestjs|zod)\//.exec(module) ?? [];
  if (part === undefined) return other === undefined ? [] : [other];
  return [group === 'services' ? `service-${part}` : part];
}

/** Runs a script in a process of its own; answers the modules that its main thread has loaded. */
function modulesOf(script: string): readonly string[] {
  const whole = `
    import { registerHooks } from 'node:module';
    const files = new Set();
    registerHooks({ load(url, context, next) {
      files.add(url);
      return next(url, context);
    } });
    ${script}
    process.stdout.write(JSON.stringify([...files]), () => process.exit(0));`;
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const told = execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', whole],
    { cwd: root, env: inherited, encoding: 'utf8' },
  );
  const files: string[] = JSON.parse(told);
  const paths = files.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  return paths.flatMap(modulesIn);
}

/** The parts of the house, Nest and Zod that a script loads. */
function loadedBy(script: string): readonly string[] {
  return [...new Set(modulesOf(script).flatMap(partOf))].sort();
}

/** The modules that a mill loads, or services of one, until it serves. */
function modulesOfMill(
  settings: Readonly<Record<string, string>>,
  only: { readonly services?: readonly string[] } = {},
): readonly string[] {
  const data = mkdtempSync(join(tmpdir(), 'newsmill-role-'));
  const all = {
    NEWSMILL_DATA: data,
    NEWSMILL_SOURCES: data,
    NEWSMILL_PORT: '0',
    NEWSMILL_LOG_LEVEL: 'fatal',
    ...settings,
  };
  try {
    return modulesOf(`
      const { startMill } = await import(${JSON.stringify(join(root, 'services/mill/dist/index.js'))});
      const { readSettings } = await import(${JSON.stringify(join(root, 'libs/settings/dist/index.js'))});
      await startMill({ settings: readSettings(${JSON.stringify(all)}), ...${JSON.stringify(only)} });`);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** What services over servers wait for, which are not there. */
const noServers = {
  NEWSMILL_KAFKA_BROKERS: '127.0.0.1:9',
  NEWSMILL_REDIS_URL: 'redis://127.0.0.1:9',
  NEWSMILL_ELASTICSEARCH_URL: 'http://127.0.0.1:9',
};

describe('what is loaded', () => {
  it('is no Nest where no process is run', () => {
    expect(loadedBy("await import('@newsmill/operate');")).not.toContain('@nestjs');
  });
  it('is no schema in the process of the library, for which others wait after its death', () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-library-'));
    try {
      const parts = loadedBy(`
        process.argv.push('', ${JSON.stringify(join(folder, 'library.db'))});
        await import(${JSON.stringify(join(root, 'services/mill/dist/library-process.js'))});`);
      expect(parts).toContain('store');
      expect(parts).not.toContain('zod');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  it('is neither cleaning nor enriching for those who ask a mill', () => {
    const parts = loadedBy("await import('@newsmill/operate');");
    expect(parts.filter((part) => ['clean', 'enrich'].includes(part))).toEqual([]);
  });
  it.each([
    ['clean', ['operate', 'service-api', 'service-fetch', 'service-enrich', 'enrich', 'http', 'fetch']],
    ['enrich', ['operate', 'service-api', 'service-fetch', 'service-clean', 'clean', 'fetch']],
    ['index', ['service-api', 'service-fetch', 'service-enrich', 'clean', 'source-files']],
    ['fetch', ['service-api', 'service-index', 'clean', 'enrich']],
    ['api', ['service-clean', 'service-enrich', 'service-index', 'clean', 'enrich']],
  ])('is nothing of the other services for %s', (role, others) => {
    const modules = modulesOfMill(noServers, { services: [role] });
    const parts = modules.flatMap(partOf);
    expect(parts).toContain('@nestjs');
    expect(parts.filter((part) => others.includes(part))).toEqual([]);
    // What the client of Elasticsearch would bring along: tables of Arrow, and names that no trace of ours has.
    expect(modules.filter((module) => module.includes('/@elastic/'))).not.toEqual([]);
    expect(modules.filter((module) => /\/(?:apache-arrow|semantic-conventions)\//.test(module))).toEqual([]);
  });
  it('is neither what cleans nor what enriches in the main thread of a mill, before an article comes', () => {
    const modules = modulesOfMill({});
    expect(modules.flatMap(partOf)).toContain('service-enrich');
    const heavy =
      /\/(?:clean\/src\/(?:clean-article|read-page)|enrich\/src\/(?:enrichers|enrich-article|run-enrichers))\.ts$/;
    expect(modules.filter((module) => heavy.test(module))).toEqual([]);
  });
});
