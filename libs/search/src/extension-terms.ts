import type { Fact } from '@newsmill/contracts';

/** Longer texts are no names of anything: they are kept, and not searched. */
const longestValue = 200;
/** Terms of one article. */
const mostTerms = 500;

function valuesOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => {
    if (typeof each === 'string') return each === '' || each.length > longestValue ? [] : [each];
    return typeof each === 'number' || typeof each === 'boolean' ? [String(each)] : [];
  });
}

/** A fact of an extension: its name begins with that of the extension and a dot. */
function isOfExtension({ name }: Fact): boolean {
  return name.includes('.');
}

/**
 * By what the facts of extensions are found and counted: the extension with its version, the name of the fact,
 * and its name with each value that is a text, a number, true or false. undefined where there are none.
 */
export function extensionTerms(facts: readonly Fact[]): string[] | undefined {
  const terms = facts
    .filter(isOfExtension)
    .flatMap(({ name, value, by }) => [by, name, ...valuesOf(value).map((each) => `${name}=${each}`)]);
  return terms.length === 0 ? undefined : [...new Set(terms)].slice(0, mostTerms);
}
