import type { Problem } from './types.ts';

/** What the API refused, as it said it (RFC 9457). Programs go by `code`. */
export class NewsmillProblem extends Error {
  override readonly name = 'NewsmillProblem';
  readonly code: Problem['code'];
  readonly status: number;
  /** Each mistake with a JSON pointer into the parameters or the body. */
  readonly errors: Problem['errors'];
  /** Path with the query of the request. */
  readonly instance: string;
  /** Seconds to wait before trying again, where the API says so. */
  readonly retryAfter: number | undefined;
  constructor(problem: Problem, retryAfter: number | undefined) {
    super(`${problem.title}: ${problem.detail}`);
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors;
    this.instance = problem.instance;
    this.retryAfter = retryAfter;
  }
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'status' in value &&
    'errors' in value &&
    Array.isArray(value.errors)
  );
}

/** The problem that an answer holds; undefined for one that is none, such as that of a proxy. */
export async function problemOf(response: Response): Promise<NewsmillProblem | undefined> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) return undefined;
  const body: unknown = await response.clone().json();
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return isProblem(body) ? new NewsmillProblem(body, Number.isFinite(wait) ? wait : undefined) : undefined;
}
