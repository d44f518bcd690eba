import { hashText } from '../entities/hash-text.ts';
import { foreignForms } from './foreign-organisations.ts';
import { allForeignRegions } from './foreign-regions.ts';

let hashes: ReadonlySet<number> | undefined;

/** Whether the lists by hand may hold a name with this hash; a quick look before its text is cut out. */
export function mayBeListed(hash: number): boolean {
  hashes ??= new Set([...foreignForms(), ...allForeignRegions()].map((name) => hashText(name)));
  return hashes.has(hash);
}
