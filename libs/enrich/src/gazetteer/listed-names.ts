import { hashText } from '../entities/hash-text.ts';
import { englishNameOf, foreignForms } from './foreign-organisations.ts';
import { allForeignRegions, foreignRegions } from './foreign-regions.ts';

let hashes: ReadonlySet<number> | undefined;

/** Whether the lists by hand may hold a name with this hash; a quick look before its text is cut out. */
export function mayBeListed(hash: number): boolean {
  hashes ??= new Set([...foreignForms(), ...allForeignRegions()].map((name) => hashText(name)));
  return hashes.has(hash);
}

/** What the lists by hand have under a name in a language; `hash` is that of the name. */
export function listedKind(name: string, language: string, hash = hashText(name)): 'LOC' | 'ORG' | undefined {
  if (!mayBeListed(hash)) return undefined;
  if (englishNameOf(name) !== undefined) return 'ORG';
  return foreignRegions(language).has(name) ? 'LOC' : undefined;
}
