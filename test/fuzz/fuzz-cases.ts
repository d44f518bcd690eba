import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const folder = fileURLToPath(new URL('./cases/', import.meta.url));

/** Inputs that a target once did not stand: each a file of one JSON text, whose name says what it was. */
export function fuzzCases(target: string): { readonly name: string; readonly input: string }[] {
  const own = join(folder, target);
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .sort()
    .map((name) => ({
      name: `${target}/${name}`,
      input: z.string().parse(JSON.parse(readFileSync(join(own, name), 'utf8'))),
    }));
}

/** Names of the targets that have cases. */
export const targetsWithCases = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
