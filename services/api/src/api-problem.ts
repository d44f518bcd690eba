interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What whoever asked can do about it. */
  readonly remedy: string;
}

/** The kinds of refusal, each with its status, title and remedy; docs/problems.md and the pages below /problems are made of them. */
export const problemCodes = {
  'bad-parameter': {
    status: 400,
    title: 'A parameter is wrong',
    remedy:
      'Each entry of `errors` names a parameter and what it may hold. Unknown parameters are refused, with the name that was probably meant.',
  },
  'bad-body': {
    status: 400,
    title: 'The body is wrong',
    remedy: 'Each entry of `errors` points into the body and says what is allowed there.',
  },
  'bad-query': {
    status: 400,
    title: 'The query cannot be read',
    remedy:
      'The entry of `errors` tells the position in `q` and, where there is one, a query that can be read.',
  },
  'bad-cursor': {
    status: 400,
    title: 'The cursor is not one of ours',
    remedy:
      'Use `next` of the answer before as it is, with the same parameters; or start again without `cursor`.',
  },
  'bad-address': {
    status: 400,
    title: 'The address cannot be read',
    remedy: 'Give a whole http or https address, such as https://example.org/feed.xml.',
  },
  'bad-request': {
    status: 400,
    title: 'The request cannot be read',
    remedy: 'The request breaks HTTP or its body is no JSON; the detail says where.',
  },
  'bad-idempotency-key': {
    status: 400,
    title: 'The Idempotency-Key cannot be read',
    remedy: 'Send 1 to 200 printable ASCII characters, in double quotes or without; a UUID is best.',
  },
  'key-needed': {
    status: 401,
    title: 'The key is needed',
    remedy:
      'Send a key in the header `Authorization: Bearer KEY`. `./newsmill keys add` makes one; an expired or revoked key counts as none.',
  },
  'scope-needed': {
    status: 403,
    title: 'The key may not do that',
    remedy:
      'The operation needs a scope that the key does not have: read, write or admin. An admin makes a key with it.',
  },
  'form-expired': {
    status: 403,
    title: 'The form has expired',
    remedy: 'Open the page again and send the form from there.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    remedy: '/api/v1/openapi.json lists what there is.',
  },
  'unknown-article': {
    status: 404,
    title: 'No such article',
    remedy: 'Look the address of the article up in the ledger to see what became of it.',
  },
  'unknown-item': {
    status: 404,
    title: 'Nothing is known of this address',
    remedy: 'No channel has named the address yet, or it was written another way.',
  },
  'unknown-dead-letter': {
    status: 404,
    title: 'No such dead letter',
    remedy: 'It was replayed or has expired; `/api/v1/dead` lists those that there are.',
  },
  'unknown-source': {
    status: 404,
    title: 'No such source',
    remedy: '`/api/v1/sources` lists the ids of all sources.',
  },
  'unknown-key': { status: 404, title: 'No such key', remedy: '`/api/v1/keys` lists the ids of all keys.' },
  'unknown-session': {
    status: 404,
    title: 'No such session',
    remedy: 'It has ended already; `/api/v1/sessions` lists those that last.',
  },
  'unknown-problem': { status: 404, title: 'No such problem', remedy: '`/problems` lists all codes.' },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take this method',
    remedy: 'The header `Allow` names the methods that it takes.',
  },
  'already-there': {
    status: 409,
    title: 'It is there already',
    remedy: 'Choose another id, or change what is there.',
  },
  'request-in-flight': {
    status: 409,
    title: 'The same request is being answered',
    remedy:
      'A request with this Idempotency-Key has not ended yet. Try again after the seconds of `Retry-After`.',
  },
  'answer-not-kept': {
    status: 409,
    title: 'The answer was too large to be kept',
    remedy:
      'The request with this Idempotency-Key was done; its answer is not kept. Read the result from where it lies.',
  },
  'unknown-saved-search': {
    status: 404,
    title: 'No such saved search',
    remedy: '`/api/v1/saved-searches` lists the ids of all saved searches.',
  },
  'too-many-saved-searches': {
    status: 409,
    title: 'There are too many saved searches',
    remedy: 'Remove some that nobody needs, or raise NEWSMILL_MAX_SAVED_SEARCHES.',
  },
  'too-many-streams': {
    status: 503,
    title: 'Too many event streams are open',
    remedy: 'Close one, or try again after the seconds of `Retry-After`; NEWSMILL_EVENT_STREAMS allows more.',
  },
  'too-many-keys': { status: 409, title: 'There are too many keys', remedy: 'Revoke keys that nobody uses.' },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it',
    remedy: 'Read it again, make the change on what is there now, and send the new ETag in `If-Match`.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'Bodies hold at most 1 MB; send less at a time.',
  },
  'bad-media-type': {
    status: 415,
    title: 'The body is of a kind that is not read here',
    remedy: 'Send JSON with the header `Content-Type: application/json`.',
  },
  'wrong-host': {
    status: 421,
    title: 'This is not the host you are looking for',
    remedy: 'Ask under a loopback name, or add the name to the setting NEWSMILL_ALLOWED_HOSTS.',
  },
  'key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    remedy:
      'Make a new Idempotency-Key for each new request; use the old one only to repeat the same request.',
  },
  'precondition-needed': {
    status: 428,
    title: 'Say which version you are changing',
    remedy: 'Read it first and send its ETag in `If-Match`; to make something new, send `If-None-Match: *`.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy:
      'Wait the seconds of `Retry-After`. `RateLimit-Policy` and `RateLimit` of every answer tell the quota and what is left of it.',
  },
  failed: {
    status: 500,
    title: 'Something failed here',
    remedy: 'The log of the mill says why. Report it if it comes again.',
  },
  'not-supported': {
    status: 501,
    title: 'This mill cannot do that',
    remedy: 'The detail names the setting that switches it on, or the way around.',
  },
  unavailable: {
    status: 503,
    title: 'A server that newsmill works with is away',
    remedy: 'Try again after the seconds of `Retry-After`; `/readyz` tells which server is away.',
  },
  'search-timeout': {
    status: 503,
    title: 'The search took too long',
    remedy: 'Ask for fewer or rarer words, or for a shorter span of time.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
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
  constructor(
    code: ProblemCode,
    detail: string,
    errors: readonly ProblemEntry[] = [],
    options?: { readonly cause: unknown },
  ) {
    super(detail, options);
    this.code = code;
    this.errors = errors;
  }
}

/** The problem as it is sent. `type` leads to the page of the kind at whatever address this mill was asked (RFC 9457, 3.1.1). */
export function problemDetails(problem: ApiProblem, instance: string): ProblemDetails {
  const { status, title } = problemCodes[problem.code];
  return {
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: problem.message,
    instance,
    code: problem.code,
    errors: problem.errors,
  };
}
