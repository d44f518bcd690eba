import { isIP } from 'node:net';
import { z } from 'zod';
import { Duration, durationMs, scopes, vectorTables, type Scope } from '@newsmill/contracts';

/* How settings are written: each kind of value with its check. */

export const text = z.string().min(1);
export const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'a whole number').transform(Number).pipe(z.number().min(min).max(max));
/** How many, or none: without end. */
export const wholeOrNone = (min: number, max: number) =>
  z.union([z.literal('none').transform(() => undefined), whole(min, max)], {
    error: `a whole number from ${min} to ${max}, or none`,
  });
export const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');
/** The table of vectors; undefined: none. */
export const vectorTable = z
  .enum(['off', 'on', ...vectorTables])
  .transform((word) => (word === 'off' ? undefined : word === 'on' ? 'english' : word));
export const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
/** `yes` means those whom a loopback address lets in; a public one must say that it means everybody. */
export const openReads = z
  .enum(['yes', 'no', 'everybody'])
  .transform((word) => (word === 'everybody' ? word : word === 'yes'));
export const milliseconds = Duration.transform(durationMs);
/** How long, or none: without end. */
export const millisecondsOrNone = z.union([z.literal('none').transform(() => undefined), milliseconds], {
  error: 'a number with ms, s, m, h or d behind it, such as 15m, or none',
});
/** Long enough for a timer of the system, and never none. */
export const limitedTime = milliseconds.pipe(
  z.number().min(50, 'at least 50ms').max(86_400_000, 'at most 1d'),
);
export const durations = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(z.array(Duration).min(1).max(10))
  .transform((list) => list.map(durationMs));
/** A file or folder, or none. */
export const path = text.optional();
export const names = z.string().transform((list) =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

export const address = (...protocols: readonly string[]) =>
  text.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    abort: true,
  });
/** Without user and password, which messages would show. */
export const plainAddress = address('http:', 'https:').refine(
  (value) =>
    new URL(value).username === '' &&
    new URL(value).password === '' &&
    new URL(value).search === '' &&
    new URL(value).hash === '',
  'an address without user, password, query and fragment',
);
/** A server alone: neither user nor password, which messages would show, nor a path. */
export const plainServer = (...protocols: readonly string[]) =>
  address(...protocols).refine((value) => {
    const { username, password, pathname, search, hash } = new URL(value);
    return [username, password, search, hash].every((part) => part === '') && ['', '/'].includes(pathname);
  }, 'an address of a host and a port alone');
export const addresses = names.refine(
  (list) => list.every((entry) => address('http:', 'https:').safeParse(entry).success),
  'addresses that start with http:// or https://, comma-separated',
);

/** Whether a text is an address, or a range of addresses in CIDR notation that has a beginning. */
function isRange(text: string): boolean {
  const [, address = '', length] = /^([0-9a-f:.]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const family = isIP(address);
  // A range of all addresses would let every visitor say who it is.
  return (
    family !== 0 &&
    (length === undefined || (Number(length) >= 1 && Number(length) <= (family === 6 ? 128 : 32)))
  );
}
export const addressRanges = names.refine(
  (list) => list.every(isRange),
  'IP addresses and ranges such as 10.0.0.0/8, comma-separated; /0, everybody, is none',
);
export const brokers = names.refine(
  (list) => list.every((entry) => /^[^\s:/]+:\d{1,5}$/.test(entry)),
  'host:port pairs, comma-separated',
);

/** Whether what is percent-encoded in a text is UTF-8. */
function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** `name=value` pairs, values percent-encoded. */
export const headerPairs = names
  .refine(
    (list) =>
      list.length > 0 &&
      list.every(
        (pair) => /^[\w-]+\s*=(?:[\x20-\x24\x26-\x7e]|%[0-9A-Fa-f]{2})*$/.test(pair) && decodes(pair),
      ),
    'name=value pairs, comma-separated, values percent-encoded',
  )
  .transform((list) => list.join(','));
/** A part of all, 0 to 1. */
export const share = z
  .string()
  .regex(/^(?:0?\.\d{1,9}|0|1(?:\.0{1,9})?)$/, 'a number from 0 to 1')
  .transform(Number);
/** The address of one trace in a viewer. */
export const traceTemplate = address('http:', 'https:').refine(
  (value) => value.includes('{traceId}') && new URL(value).password === '',
  'with {traceId} where the id of the trace stands, and without password',
);

/** How long articles of a licence are kept; `*`: of all others; without `ms` for ever. */
export interface LicenceRetention {
  readonly licence: string;
  readonly ms?: number;
}
export const licenceRetention = names
  .refine(
    (list) => list.every((part) => /^[^=]+=(forever|\d+(\.\d+)?(ms|s|m|h|d))$/.test(part)),
    'licence=duration pairs such as CC BY 4.0=forever,*=365d',
  )
  .transform((list) =>
    list.map((part): LicenceRetention => {
      const [licence = '', time = ''] = part.split('=');
      return time === 'forever' ? { licence } : { licence, ms: durationMs(time) };
    }),
  );

/** An issuer of OpenID Connect: over TLS, except on this machine. */
export const issuer = plainAddress.refine(
  (value) =>
    new URL(value).protocol === 'https:' ||
    ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(value).hostname),
  'an address that starts with https://; http:// is for this machine alone',
);

/** Gives a scope to everybody of whom a claim says a value; claim `*`: to everybody whom the issuer lets in. */
export interface IdentityRule {
  readonly claim: string;
  readonly value: string;
  readonly scope: Scope;
}

/** Who and what: a claim with its value, or `*`, and a scope behind the last colon. */
const identityRule = /^(?:\*|[^=\s]{1,200}=[^,]{1,200}):[a-z]{1,10}$/;
const scopeBehind = (rule: string) => scopes.find((scope) => rule.endsWith(`:${scope}`));

/** `claim=value:scope` or `*:scope`, comma-separated. */
export const identityRules = names
  .refine(
    (list) => list.every((rule) => identityRule.test(rule) && scopeBehind(rule) !== undefined),
    `rules such as groups=editors:write,*:read, with a scope of ${scopes.join(', ')} behind the last colon`,
  )
  .transform((list) =>
    list.map((rule): IdentityRule => {
      const who = rule.slice(0, rule.lastIndexOf(':'));
      const equals = who.indexOf('=');
      const scope = scopeBehind(rule) ?? 'read';
      return equals < 0
        ? { claim: '*', value: '', scope }
        : { claim: who.slice(0, equals), value: who.slice(equals + 1), scope };
    }),
  );
