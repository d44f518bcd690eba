import type { PipeTransform } from '@nestjs/common';
import { closestName } from '@newsmill/search';
import type { z } from 'zod';
import { ApiProblem, type ProblemEntry } from '../problems/api-problem.ts';

function pointerOf(path: readonly PropertyKey[]): string {
  return `#/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

function entriesOf(issue: z.core.$ZodIssue, allowed: readonly string[]): ProblemEntry[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(issue.path), detail: issue.message }];
  // Of a field inside of another the names are not those of the whole.
  const names = issue.path.length === 0 ? allowed : [];
  return issue.keys.map((key) => {
    const meant = closestName(key, names);
    const pointer = pointerOf([...issue.path, key.slice(0, 80)]);
    const there =
      names.length > 0
        ? `; allowed are ${names.join(', ')}`
        : issue.path.length > 0
          ? ''
          : '; none is allowed';
    const detail = `there is no ${JSON.stringify(key.slice(0, 80))}${there}`;
    return meant === undefined ? { pointer, detail } : { pointer, detail, suggestion: meant };
  });
}

/**
 * Checks a query or body by its schema; all mistakes are told together. `names` are the fields that there
 * are.
 */
export class ZodPipe<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  readonly #schema: S;
  readonly #code: 'bad-parameter' | 'bad-body';
  readonly #names: readonly string[];
  constructor(schema: S, code: 'bad-parameter' | 'bad-body', names: readonly string[]) {
    this.#schema = schema;
    this.#code = code;
    this.#names = names;
  }

  transform(value: unknown): z.output<S> {
    const parsed = this.#schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    const errors = parsed.error.issues.flatMap((issue) => entriesOf(issue, this.#names));
    throw new ApiProblem(
      this.#code,
      errors.map(({ pointer, detail }) => `${pointer.slice(2)}: ${detail}`).join('; '),
      errors,
    );
  }
}

/** Pipe for the query of a request. */
export function queryPipe<T extends z.ZodObject>(schema: T): ZodPipe<T> {
  return new ZodPipe(schema, 'bad-parameter', Object.keys(schema.shape));
}

/** Pipe for a JSON body. */
export function bodyPipe<T extends z.ZodObject>(schema: T): ZodPipe<T> {
  return new ZodPipe(schema, 'bad-body', Object.keys(schema.shape));
}

/**
 * Pipe for the query of a page: what a form left empty is absent, and parameters that are none of ours (of
 * mailings, of trackers) do no harm.
 */
export function pagePipe<T extends z.ZodObject>(schema: T): Pick<ZodPipe<T>, 'transform'> {
  const names = Object.keys(schema.shape);
  const pipe = new ZodPipe(schema, 'bad-parameter', names);
  return {
    transform(value) {
      const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
      return pipe.transform(
        Object.fromEntries(entries.filter(([name, part]) => names.includes(name) && part !== '')),
      );
    },
  };
}
