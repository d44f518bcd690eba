import type { Fact } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { copyPlain } from './copy-plain.ts';
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
  const { name, by = `${enricher.name}/${enricher.version}`, confidence } = made;
  const asFact = (value: unknown): Fact =>
    confidence === undefined ? { name, value, by } : { name, value, by, confidence };
  // As it is kept and read again: who runs later finds the same now and when it runs again.
  const plain = copyPlain(made.value, largestFact);
  if (plain !== undefined) return asFact(plain);
  const json = JSON.stringify(made.value);
  if (json === undefined) return problemOf(enricher, `the value of ${made.name} is no JSON`);
  if (json.length > largestFact)
    return problemOf(
      enricher,
      `${made.name} has ${json.length} characters of JSON; at most ${largestFact} are kept`,
    );
  return asFact(JSON.parse(json));
}

/**
 * The language that a text was found to have, else the one that it is claimed to have; without script and
 * region, for tables are kept by language.
 */
function languageOf({ article, facts }: Unenriched): string {
  const found = facts.find((fact) => fact.name === 'language')?.value;
  const tags = typeof found === 'string' ? [found] : [article.language, article.entry?.language];
  return tags.flatMap((tag) => (tag === undefined ? [] : (primaryLanguage(tag) ?? [])))[0] ?? 'und';
}

function factsOf(enricher: Enricher, input: Unenriched): readonly Fact[] {
  try {
    return enricher.enrich({ ...input, language: languageOf(input) }).map((made) => kept(enricher, made));
  } catch (error) {
    return [problemOf(enricher, error instanceof Error ? error.message : String(error))];
  }
}

/**
 * Runs enrichers in their order; each reads the facts of those before it. One that fails leaves a fact called
 * `problem`.
 */
export function runEnrichers(enrichers: readonly Enricher[], input: Unenriched): readonly Fact[] {
  return enrichers.reduce<readonly Fact[]>(
    (facts, enricher) => [...facts, ...factsOf(enricher, { ...input, facts })],
    input.facts,
  );
}

function isMadeBy(enricher: Enricher, fact: Fact): boolean {
  return (
    enricher.facts.includes(fact.name) || (fact.name === 'problem' && fact.by.startsWith(`${enricher.name}/`))
  );
}

/**
 * The facts of an article after some enrichers have run again. All of the list are gone through in their
 * order, so that each is given what it was given at first: the facts of those before it, not of those behind
 * it. Who does not run again keeps its facts; facts of nobody in the list (a language model, a module that is
 * gone) stay behind them.
 */
export function rerunEnrichers(
  list: readonly Enricher[],
  runsAgain: (enricher: Enricher) => boolean,
  input: Unenriched,
): readonly Fact[] {
  const found = list.reduce<readonly Fact[]>(
    (facts, enricher) => [
      ...facts,
      ...(runsAgain(enricher)
        ? factsOf(enricher, { ...input, facts })
        : input.facts.filter((fact) => isMadeBy(enricher, fact))),
    ],
    [],
  );
  return [...found, ...input.facts.filter((fact) => !list.some((enricher) => isMadeBy(enricher, fact)))];
}
