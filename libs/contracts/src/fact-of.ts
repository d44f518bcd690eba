import type { Fact } from './article/article-parts.ts';
import { factShapes, type FactName, type FactValue } from './facts.ts';

/**
 * The value of a fact that newsmill itself makes; undefined when there is none, or when it has another shape
 * (that of an older version).
 */
export function factOf<Name extends FactName>(
  facts: readonly Fact[],
  name: Name,
): FactValue<Name> | undefined {
  const fact = facts.find((entry) => entry.name === name);
  if (fact === undefined) return undefined;
  const parsed = factShapes[name].safeParse(fact.value);
  // parsed by the shape of this very name
  return parsed.success ? (parsed.data as FactValue<Name>) : undefined;
}
