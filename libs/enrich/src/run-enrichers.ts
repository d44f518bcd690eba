import type { Fact } from '@newsmill/contracts';
import type { Enrichable, Enricher, MadeFact } from './enricher.ts';

/** A fact larger than this, in characters of JSON, is not kept: the message has to fit into the bus. */
const largestFact = 65_536;
const longestProblem = 300;

/** What is known before the enrichers run. */
export type Unenriched = Omit<Enrichable, 'language'>;

/** What went wrong in an enricher, as a fact: the article goes on without what it would have said. */
function problemOf(enricher: Enricher, problem: string): Fact {
  return {
    name: 'problem',
    value: problem.slice(0, longestProblem),
    by: `${enricher.name}/${enricher.version}`,
  };
}

function kept(enricher: Enricher, made: MadeFact): Fact {
  if (!enricher.facts.includes(made.name))
    return problemOf(
      enricher,
      `made a fact called ${JSON.stringify(made.name)}, which it does not announce in its facts`,
    );
  const size = JSON.stringify(made.value)?.length;
  if (size === undefined) return problemOf(enricher, `the value of ${made.name} is no JSON`);
  if (size > largestFact)
    return problemOf(
      enricher,
      `${made.name} has ${size} characters of JSON; at most ${largestFact} are kept`,
    );
  const { name, value, by = `${enricher.name}/${enricher.version}`, confidence } = made;
  return confidence === undefined ? { name, value, by } : { name, value, by, confidence };
}

/** The language that a text was found to have, else the one that it is claimed to have. */
function languageOf({ article, facts }: Unenriched): string {
  const found = facts.find((fact) => fact.name === 'language')?.value;
  return typeof found === 'string' ? found : (article.language ?? article.entry?.language ?? 'und');
}

function factsOf(enricher: Enricher, input: Unenriched): readonly Fact[] {
  try {
    return enricher.enrich({ ...input, language: languageOf(input) }).map((made) => kept(enricher, made));
  } catch (error) {
    return [problemOf(enricher, error instanceof Error ? error.message : String(error))];
  }
}

/** Runs enrichers in their order; each reads the facts of those before it. One that fails leaves a fact called `problem`. */
export function runEnrichers(enrichers: readonly Enricher[], input: Unenriched): readonly Fact[] {
  return enrichers.reduce<readonly Fact[]>(
    (facts, enricher) => [...facts, ...factsOf(enricher, { ...input, facts })],
    input.facts,
  );
}

/** The facts of an article after one enricher has run again: its own are replaced, the others stay in their places. */
export function rerunEnricher(enricher: Enricher, input: Unenriched): readonly Fact[] {
  const isOwn = (fact: Fact) =>
    enricher.facts.includes(fact.name) ||
    (fact.name === 'problem' && fact.by.startsWith(`${enricher.name}/`));
  const others = input.facts.filter((fact) => !isOwn(fact));
  const at = input.facts.findIndex(isOwn);
  const place = at < 0 ? others.length : input.facts.slice(0, at).filter((fact) => !isOwn(fact)).length;
  return [
    ...others.slice(0, place),
    ...factsOf(enricher, { ...input, facts: others }),
    ...others.slice(place),
  ];
}
