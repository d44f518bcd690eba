import { blockedCode } from './guarded-connector.ts';
import { slowCode } from './read-body.ts';
import { HttpFailure, type FailureKind } from './http-failure.ts';

const kindByCode: Readonly<Record<string, FailureKind>> = {
  [blockedCode]: 'address-blocked',
  [slowCode]: 'too-slow',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'reset',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  EHOSTUNREACH: 'reset',
  ENETUNREACH: 'reset',
  EADDRNOTAVAIL: 'reset',
  UND_ERR_SOCKET: 'reset',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'incomplete',
  UND_ERR_HEADERS_OVERFLOW: 'protocol',
  UND_ERR_INVALID_ARG: 'bad-request',
  UND_ERR_NOT_SUPPORTED: 'bad-request',
  UND_ERR_RESPONSE_EXCEEDED_MAX_SIZE: 'too-large',
  HPE_INVALID_EOF_STATE: 'incomplete',
  EPROTO: 'tls',
};

function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors.flatMap(codesOf) : [];
  return [...own, ...inner, ...('cause' in error ? codesOf(error.cause) : [])];
}

/** OpenSSL's own words out of its error line, `ID:error:CODE:library:function:words:file:line:`. */
function wordsOf(message: string): string {
  const parts = message.split(':');
  return parts[1] === 'error' ? (parts[5] ?? message) : message;
}

/**
 * What the error of a request means. `duringBody`: the headers had come, so a lost connection left the answer
 * incomplete.
 */
export function failureOf(error: unknown, url: string, duringBody: boolean): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const codes = codesOf(error);
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  const detail = message === '' ? codes.join(' ') : wordsOf(message);
  const tlsCode = codes.find((code) =>
    /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_OSSL)/.test(code),
  );
  if (tlsCode !== undefined) return new HttpFailure('tls', url, detail, { cause: error, code: tlsCode });
  const code = codes.find((one) => Object.hasOwn(kindByCode, one));
  const known = code === undefined ? undefined : kindByCode[code];
  const isNoHttp =
    codes.some((code) => code.startsWith('HPE_')) ||
    (typeof error === 'object' && error !== null && 'name' in error && error.name === 'HTTPParserError');
  const kind = known ?? (isNoHttp ? 'protocol' : 'reset');
  return new HttpFailure(duringBody && kind === 'reset' ? 'incomplete' : kind, url, detail, {
    cause: error,
    ...(code === undefined ? {} : { code }),
  });
}
