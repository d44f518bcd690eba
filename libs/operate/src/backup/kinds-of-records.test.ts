import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { frameSchemas, passingKinds } from './backup-schemas.ts';

const root = join(import.meta.dirname, '../../../..');

describe('the kinds of records', () => {
  it('are in a backup, or mean something only to whoever runs now', () => {
    const files = globSync('{libs,services}/*/src/**/*.ts', { cwd: root }).filter(
      (name) => !/\.(test|contract)\.ts$/.test(name),
    );
    const kinds = files.flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/recordsOf\(\s*\w+,\s*'([^']+)'/g)].map(
        ([, kind = '']) => kind,
      ),
    );
    expect(kinds.length).toBeGreaterThan(5);
    const held = frameSchemas.registry.shape.record.options.map(({ shape }) => shape.of.value);
    const isPlaced = (kind: string) => passingKinds.has(kind) || held.some((one) => one === kind);
    expect(kinds.filter((kind) => !isPlaced(kind))).toEqual([]);
  });
});
