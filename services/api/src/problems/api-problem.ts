import { Refusal, refusals, type RefusalEntry } from '@newsmill/operate';
import { connectionProblems } from '@newsmill/runtime';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What whoever asked can do about it. */
  readonly remedy: string;
}

/**
 * The kinds of refusal, each with its status, title and remedy; docs/problems.md and the pages below
 * /problems are made of them.
 */
export const problemCodes = {
  'bad-parameter': {
    status: 400,
    title: 'A parameter is wrong',
    remedy:
      'Each entry of `errors` names a parameter and what it may hold. Unknown parameters are refused, with the name that was probably meant.',
  },
  'bad-body': { status: 400, title: 'The body is wrong', remedy: refusals['bad-body'] },
  'bad-query': { status: 400, title: 'The query cannot be read', remedy: refusals['bad-query'] },
  'bad-cursor': {
    status: 400,
    title: 'The cursor is not valid',
    remedy:
      'Use `next` of the previous answer unchanged, with the same parameters, or start again without `cursor`.',
  },
  'bad-address': { status: 400, title: 'The address cannot be read', remedy: refusals['bad-address'] },
  'bad-request': {
    status: 400,
    title: 'The request cannot be read',
    remedy: 'The request breaks HTTP, or its body is not JSON; the detail says where.',
  },
  'bad-idempotency-key': {
    status: 400,
    title: 'The Idempotency-Key cannot be read',
    remedy: 'Send 1 to 200 printable ASCII characters, in double quotes or without; a UUID is best.',
  },
  'key-needed': {
    status: 401,
    title: 'A key is needed',
    remedy:
      'Send a key in the header `Authorization: Bearer KEY`. `./newsmill keys add` creates one. An expired or revoked key counts as no key.',
  },
  'scope-needed': {
    status: 403,
    title: 'The key does not allow this',
    remedy:
      'The operation needs a scope that the key does not have: read, write or admin. An admin can create a key with that scope.',
  },
  'form-expired': {
    status: 403,
    title: 'The form has expired',
    remedy: 'Open the page again and send the form from there.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    remedy: '/api/v1/openapi.json lists all addresses.',
  },
  'unknown-article': { status: 404, title: 'No such article', remedy: refusals['unknown-article'] },
  'unknown-version': {
    status: 404,
    title: 'No such version',
    remedy: refusals['unknown-version'],
  },
  'no-original': {
    status: 404,
    title: 'There is no page of this article',
    remedy: refusals['no-original'],
  },
  'unknown-item': {
    status: 404,
    title: 'This address is not known',
    remedy: refusals['unknown-item'],
  },
  'unknown-dead-letter': {
    status: 404,
    title: 'No such dead letter',
    remedy: refusals['unknown-dead-letter'],
  },
  'unknown-replay': { status: 404, title: 'No such replay', remedy: refusals['unknown-replay'] },
  'no-verification': {
    status: 404,
    title: 'No verification goes on',
    remedy: refusals['no-verification'],
  },
  'unknown-source': {
    status: 404,
    title: 'No such source',
    remedy: refusals['unknown-source'],
  },
  'unknown-key': { status: 404, title: 'No such key', remedy: '`/api/v1/keys` lists the ids of all keys.' },
  'unknown-session': {
    status: 404,
    title: 'No such session',
    remedy: 'It has already ended; `/api/v1/sessions` lists the open sessions.',
  },
  'unknown-problem': { status: 404, title: 'No such problem', remedy: '`/problems` lists all codes.' },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not accept this method',
    remedy: 'The header `Allow` names the methods that it accepts.',
  },
  'already-there': { status: 409, title: 'It already exists', remedy: refusals['already-there'] },
  'verification-runs': {
    status: 409,
    title: 'A verification goes on already',
    remedy: refusals['verification-runs'],
  },
  'request-in-flight': {
    status: 409,
    title: 'The same request is being answered',
    remedy: 'A request with this Idempotency-Key has not ended yet. Try again after `Retry-After` seconds.',
  },
  'answer-not-kept': {
    status: 409,
    title: 'The answer was too large to keep',
    remedy:
      'The request with this Idempotency-Key was done, but its answer was not kept. Read the result with a GET.',
  },
  'unknown-saved-search': {
    status: 404,
    title: 'No such saved search',
    remedy: refusals['unknown-saved-search'],
  },
  'too-many-saved-searches': {
    status: 409,
    title: 'There are too many saved searches',
    remedy: refusals['too-many-saved-searches'],
  },
  'too-many-streams': {
    status: 503,
    title: 'Too many event streams are open',
    remedy: 'Close one, or try again after `Retry-After` seconds; NEWSMILL_EVENT_STREAMS sets the limit.',
  },
  'too-many-keys': { status: 409, title: 'There are too many keys', remedy: 'Revoke keys that nobody uses.' },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it',
    remedy: refusals['precondition-failed'],
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'A body may have at most 1 MB; send less at a time.',
  },
  'bad-media-type': {
    status: 415,
    title: 'The type of the body is not accepted',
    remedy: 'Send JSON with the header `Content-Type: application/json`.',
  },
  'wrong-host': {
    status: 421,
    title: 'This host name is not allowed',
    remedy: 'Use a loopback name, or add the name to the setting NEWSMILL_ALLOWED_HOSTS.',
  },
  'key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    remedy:
      'Use a new Idempotency-Key for each new request; use the old one only to repeat the same request.',
  },
  'precondition-needed': {
    status: 428,
    title: 'Say which version you are changing',
    remedy:
      'Read it first and send its ETag in `If-Match`; to create something new, send `If-None-Match: *`.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy:
      'Wait for `Retry-After` seconds. `RateLimit-Policy` and `RateLimit` of every answer state the quota and what is left of it.',
  },
  ...connectionProblems,
  failed: {
    status: 500,
    title: 'The mill failed to answer',
    remedy: 'The log of the mill says why. Report it if it happens again.',
  },
  'not-supported': { status: 501, title: 'This mill cannot do that', remedy: refusals['not-supported'] },
  unavailable: {
    status: 503,
    title: 'A server that newsmill works with is away',
    remedy: 'Try again after `Retry-After` seconds; `/readyz` says which server is away.',
  },
  'search-timeout': {
    status: 503,
    title: 'The search took too long',
    remedy: 'Use fewer or rarer words, or a shorter span of time.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
export type ProblemCode = keyof typeof problemCodes;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}

/** One mistake. */
export type ProblemEntry = RefusalEntry;

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

/** Whether whoever asked is refused, by the mill or by the API. */
export function isRefused(error: unknown): error is ApiProblem | Refusal {
  return error instanceof ApiProblem || error instanceof Refusal;
}

/** A refusal of the mill as the API sends it; undefined for what the API does not offer. */
export function problemOfRefusal(refusal: Refusal): ApiProblem | undefined {
  const { code, message, errors } = refusal;
  return isProblemCode(code) ? new ApiProblem(code, message, errors, { cause: refusal }) : undefined;
}

/**
 * The problem as it is sent. `type` leads to the page of the kind at whatever address this mill was asked
 * (RFC 9457, 3.1.1).
 */
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
