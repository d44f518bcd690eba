import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { z } from 'zod';
import { cache } from '../../tools/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools', 'package.mjs'), 'sbom'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return stdout === '' ? stderr : stdout;
};
const licence = {
  oneOf: [
    {
      type: 'object',
      required: ['license'],
      additionalProperties: false,
      properties: {
        license: { type: 'object', required: ['id'], properties: { id: { type: 'string', minLength: 2 } } },
      },
    },
    {
      type: 'object',
      required: ['expression'],
      additionalProperties: false,
      properties: { expression: { type: 'string' } },
    },
  ],
};
/** What CycloneDX 1.6 (ECMA-424) asks of the parts that we write. */
const schema = {
  type: 'object',
  required: ['bomFormat', 'specVersion', 'version', 'metadata', 'components', 'dependencies', 'serialNumber'],
  additionalProperties: false,
  properties: {
    $schema: { const: 'http://cyclonedx.org/schema/bom-1.6.schema.json' },
    bomFormat: { const: 'CycloneDX' },
    specVersion: { const: '1.6' },
    version: { type: 'integer', minimum: 1 },
    serialNumber: {
      type: 'string',
      pattern: '^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    },
    metadata: { type: 'object', required: ['component'] },
    components: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['type', 'name', 'version', 'bom-ref'],
        additionalProperties: false,
        properties: {
          'bom-ref': { type: 'string', minLength: 1 },
          type: { enum: ['library', 'machine-learning-model', 'data'] },
          group: { type: 'string' },
          name: { type: 'string', minLength: 1 },
          version: { type: 'string', minLength: 1 },
          description: { type: 'string' },
          scope: { enum: ['required', 'optional', 'excluded'] },
          purl: { type: 'string', pattern: '^pkg:npm/(?:%40[^/@]+/)?[^/@]+@[^@]+$' },
          licenses: { type: 'array', items: licence },
          hashes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['alg', 'content'],
              properties: {
                alg: { enum: ['SHA-256', 'SHA-512'] },
                content: { type: 'string', pattern: '^(?:[a-f0-9]{64}|[a-f0-9]{128})$' },
              },
            },
          },
          properties: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'value'],
              additionalProperties: false,
              properties: { name: { type: 'string' }, value: { type: 'string' } },
            },
          },
        },
      },
    },
    dependencies: {
      type: 'array',
      items: {
        type: 'object',
        required: ['ref', 'dependsOn'],
        additionalProperties: false,
        properties: {
          ref: { type: 'string' },
          dependsOn: { type: 'array', uniqueItems: true, items: { type: 'string' } },
        },
      },
    },
  },
};
const SourceMap = z.looseObject({ sources: z.array(z.string()) });
const Bill = z.looseObject({
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      type: z.string(),
      purl: z.string().optional(),
      licenses: z.array(z.unknown()).optional(),
      hashes: z.array(z.unknown()).optional(),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('the bill of materials', () => {
  const written = text();
  const bill = Bill.parse(JSON.parse(written));
  const refs = bill.components.map((component) => component['bom-ref']);

  it('is CycloneDX 1.6, the same at each writing', () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    validate(JSON.parse(written));
    expect(validate.errors).toBeNull();
    expect(text()).toBe(written);
  });

  it('names each component once, with licence and sum, and no dependency that it lacks', () => {
    expect(new Set(refs).size).toBe(refs.length);
    const known = new Set([...refs, 'newsmill']);
    expect(
      bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref)),
    ).toEqual([]);
    const foreign = bill.components.filter((component) => component['bom-ref'].includes('node_modules/'));
    expect(foreign.filter(({ licenses, hashes }) => licenses === undefined || hashes === undefined)).toEqual(
      [],
    );
    expect(bill.components.filter(({ type }) => type === 'machine-learning-model').length).toBeGreaterThan(
      10,
    );
    const lists = bill.components.filter(({ type }) => type === 'data');
    expect(lists.length).toBeGreaterThan(30);
    expect(lists.filter(({ licenses }) => licenses === undefined)).toEqual([]);
  });

  const { packages } = z
    .looseObject({
      packages: z.record(
        z.string(),
        z.looseObject({
          dev: z.boolean().optional(),
          optional: z.boolean().optional(),
          devOptional: z.boolean().optional(),
          link: z.boolean().optional(),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const foreignRefs = refs.filter((ref) => ref.includes('node_modules/'));

  it('has every package that is installed to run, and all that npm itself would tell', () => {
    const running = Object.entries(packages)
      .filter(
        ([path, { dev, optional, devOptional, link }]) =>
          path.includes('node_modules/') && !dev && !optional && !devOptional && !link,
      )
      .map(([path]) => path);
    expect(running.filter((path) => !foreignRefs.includes(path))).toEqual([]);
    const { stdout } = spawnSync(
      'npm',
      ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--omit', 'optional', '--package-lock-only'],
      { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 },
    );
    const told = z
      .looseObject({ components: z.array(z.looseObject({ purl: z.string() })) })
      .parse(JSON.parse(stdout));
    const purls = new Set(bill.components.map(({ purl }) => purl));
    expect(told.components.length).toBeGreaterThan(100);
    expect(told.components.filter(({ purl }) => !purls.has(purl))).toEqual([]);
  });

  it('has every package whose code is built in, and none that only tests and checks install', () => {
    const folder = join(root, 'services', 'mill', 'dist');
    // Files of the build before lie beside those of the last one until the next.
    const ofMill = readFileSync(join(cache, 'bundled'), 'utf8')
      .split('\n')
      .filter((file) => file.endsWith('.js.map'))
      .flatMap((file) => SourceMap.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).sources)
      .flatMap((path) => /node_modules\/.*/.exec(path)?.[0] ?? [])
      .flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
    expect(new Set(ofMill).size).toBeGreaterThan(50);
    const ofBuilds = ['node_modules/uplot', 'node_modules/rolldown', 'node_modules/@swc/core'];
    expect([...new Set([...ofMill, ...ofBuilds])].filter((path) => !foreignRefs.includes(path))).toEqual([]);
    expect(foreignRefs.filter((path) => packages[path]?.dev === true)).toEqual([]);
    // What is there to build alone stands in the bill for what is built in, and never for itself.
    expect(foreignRefs.filter((path) => packages[path]?.optional === true).sort()).toEqual(ofBuilds.sort());
    const ofConsole = bill.dependencies.find(({ ref }) => ref === 'services/console');
    expect(ofConsole?.dependsOn).toContain('node_modules/uplot');
  });
});
