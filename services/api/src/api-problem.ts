/** The kinds of refusal, each with its status and title. */
export const problemCodes = {
  'bad-parameter': { status: 400, title: 'A parameter is wrong' },
  'bad-body': { status: 400, title: 'The body is wrong' },
  'bad-query': { status: 400, title: 'The query cannot be read' },
  'bad-cursor': { status: 400, title: 'The cursor is not one of ours' },
  'bad-address': { status: 400, title: 'The address cannot be read' },
  'key-needed': { status: 401, title: 'The key is needed' },
  'form-expired': { status: 403, title: 'The form has expired' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'unknown-article': { status: 404, title: 'No such article' },
  'unknown-item': { status: 404, title: 'Nothing is known of this address' },
  'unknown-dead-letter': { status: 404, title: 'No such dead letter' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'already-there': { status: 409, title: 'It is there already' },
  'too-large': { status: 413, title: 'The body is too large' },
  'bad-media-type': { status: 415, title: 'The body is of a kind that is not read here' },
  'wrong-host': { status: 421, title: 'This is not the host you are looking for' },
  'bad-request': { status: 400, title: 'The request cannot be read' },
  failed: { status: 500, title: 'Something failed here' },
  'not-supported': { status: 501, title: 'This mill cannot do that' },
  unavailable: { status: 503, title: 'A server that newsmill works with is away' },
  'search-timeout': { status: 503, title: 'The search took too long' },
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** One mistake. `pointer` is a JSON pointer into the query (`#/limit`) or the body. */
export interface ProblemEntry {
  readonly pointer: string;
  readonly detail: string;
  /** Offset in the text of a query. */
  readonly position?: number;
  readonly suggestion?: string;
}

/** Problem details of RFC 9457 with `code` and `errors`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly errors: readonly ProblemEntry[];
}

/** A refusal with its reason, for the one who asked. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly errors: readonly ProblemEntry[];
  constructor(code: ProblemCode, detail: string, errors: readonly ProblemEntry[] = [], options?: { readonly cause: unknown }) {
    super(detail, options);
    this.code = code;
    this.errors = errors;
  }
}

/** The problem as it is sent. `type` names the kind, not an address: a mill serves it to whoever reaches it, under any name. */
export function problemDetails(problem: ApiProblem, instance: string): ProblemDetails {
  const { status, title } = problemCodes[problem.code];
  return { type: `urn:newsmill:problem:${problem.code}`, title, status, detail: problem.message, instance, code: problem.code, errors: problem.errors };
}
