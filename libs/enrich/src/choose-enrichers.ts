import { editDistance } from '@newsmill/text';
import type { EnricherDeclaration } from './enricher.ts';

/** All mistakes in a choice of enrichers, together. */
export class BadEnrichers extends Error {
  override readonly name = 'BadEnrichers';
  constructor(problems: readonly string[]) {
    super(`the choice of enrichers cannot be used: ${problems.join('; ')}`);
  }
}

/** A word of the choice that names a module of the operator's own: a path. */
export function isModulePath(word: string): boolean {
  return /^\.{0,2}\//.test(word) || /\.(?:mjs|js|mts|ts)$/.test(word);
}

function unknownName(name: string, all: readonly EnricherDeclaration[]): string {
  const nearest = [...all].sort((a, b) => editDistance(a.name, name) - editDistance(b.name, name))[0]?.name;
  return `there is no enricher called ${JSON.stringify(name)}${nearest !== undefined && editDistance(nearest, name) <= 3 ? `, did you mean ${nearest}?` : ''} (there are: ${all.map((enricher) => enricher.name).join(', ')})`;
}

/**
 * Those enrichers that an operator wants, in the order of the list. Words: `name` switches one on, `-name`
 * off, `none` all off, `all` all on; in turn, starting with the usual ones. Paths of modules are passed over:
 * what they hold is in `own`, which stands behind the list. Throws BadEnrichers.
 */
export function chooseEnrichers<E extends EnricherDeclaration>(
  list: readonly E[],
  words: readonly string[],
  own: readonly E[] = [],
): readonly E[] {
  const problems: string[] = [];
  const chosen = new Set(list.filter((enricher) => enricher.isUsual).map((enricher) => enricher.name));
  for (const word of words.filter((entry) => !isModulePath(entry))) {
    const name = word.replace(/^[-+]/, '');
    if (word === 'none') chosen.clear();
    else if (word === 'all') for (const enricher of list) chosen.add(enricher.name);
    else if (!list.some((enricher) => enricher.name === name)) problems.push(unknownName(name, list));
    else if (word.startsWith('-')) chosen.delete(name);
    else chosen.add(name);
  }
  const names = new Map(
    [...list, ...own].flatMap((enricher) => enricher.facts.map((fact) => [fact, enricher.name])),
  );
  for (const enricher of own) {
    if (list.some((other) => other.name === enricher.name))
      problems.push(`an enricher of your own is called ${enricher.name}, as one of newsmill's`);
    for (const fact of enricher.facts)
      if (names.get(fact) !== enricher.name || list.some((other) => other.facts.includes(fact)))
        problems.push(`${enricher.name} makes the fact ${fact}, which another enricher makes`);
  }
  if (problems.length > 0) throw new BadEnrichers(problems);
  return [...list.filter((enricher) => chosen.has(enricher.name)), ...own];
}
