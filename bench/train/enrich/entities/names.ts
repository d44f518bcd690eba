import { readFileSync } from 'node:fs';
import { loadModel } from '@newsmill/models';

/**
 * Given names and family names, most frequent first (census of the United States 1990, public domain; stdlib,
 * CC0; faker, MIT), as write_gazetteer.py writes them.
 */
export function people(): { readonly given: readonly string[]; readonly family: readonly string[] } {
  const [given = '', family = ''] = readFileSync(new URL('people.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n\n');
  return { given: given.split('\n'), family: family.split('\n') };
}

/** Names of the towns of the gazetteer, the largest first. */
export function towns(): readonly string[] {
  const lines = loadModel('places').lines('towns');
  return Array.from({ length: lines.count }, (_, number) => (lines.at(number) ?? '').replace(/\t.*/, ''));
}
