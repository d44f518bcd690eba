import { createHash, randomBytes } from 'node:crypto';
import { recordsOf, RegistryConflict, type Registry, type RegistryRecord } from '@newsmill/store';
import { z } from 'zod';
import { sameSecret } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';
import { scopes, type Scope } from '@newsmill/contracts';
import { noteChange } from '../changes/note-change.ts';
import { findKey, hashOfKey, livingKey, opensKey, type KeyPorts } from './api-keys.ts';
import { IdentityGrant, scopeOfGrants } from './identity-grants.ts';

/** The kind of their records in the registry. */
export const sessionKind = 'session';
/** A session lasts so long at most, in milliseconds; then one logs in again. */
const sessionMs = 12 * 3_600_000;
/** A session that was not used for so long has ended, in milliseconds. */
const idleMs = 2 * 3_600_000;
/** How exactly its last use is known: each record of it is a write. */
const seenEveryMs = 10 * 60_000;

const SessionRecord = z.object({
  /** Id of the key that opened it; a session ends with its key. `oidc:…`: who logged in at an issuer. */
  keyId: z.string(),
  /** The issuer that said who it is: a session ends where that is no longer the one of the settings. */
  issuer: z.string().optional(),
  /** What the issuer said of them that a rule asked for: the rules of now say what that gives. */
  grants: z.array(IdentityGrant).readonly().optional(),
  /** What the issuer is told when they log out, sealed: who that was. */
  hint: z.string().optional(),
  /** Of the text that opened it: a session ends where that opens its key no more. */
  keyHash: z.string().optional(),
  name: z.string(),
  scope: z.enum(scopes),
  createdAt: z.int(),
  expiresAt: z.int(),
  /** When it was last used, to ten minutes; absent: when it was opened. */
  seenAt: z.int().optional(),
  userAgent: z.string().optional(),
});
type SessionRecord = z.output<typeof SessionRecord>;

/** A browser that is logged in. Times are epoch milliseconds. */
export interface Session extends Omit<SessionRecord, 'keyHash' | 'hint' | 'grants'> {
  readonly id: string;
}

/** Ports that sessions are looked up with. */
export type SessionPorts = KeyPorts & {
  readonly settings: Pick<Settings, 'oidcIssuer' | 'oidcRules' | 'oidcSession'>;
};

/** The token is in the cookie only; the registry knows its hash. */
function idOf(token: string): string {
  return createHash('sha256').update(`session:${token}`).digest('hex').slice(0, 32);
}

function hashOfAdminKey(adminKey: string): string {
  return createHash('sha256').update(`session-of:${adminKey}`).digest('hex');
}

function toSession(
  id: string,
  { keyHash: _hash, hint: _hint, grants: _grants, ...record }: SessionRecord,
): Session {
  return { id, ...record };
}

/** Opens a session for whoever knows a key; undefined for a key that opens nothing. */
export async function openSession(
  ports: KeyPorts,
  key: string,
  userAgent: string | undefined,
): Promise<{ readonly token: string; readonly session: Session } | undefined> {
  const found = await findKey(ports, key);
  if (found === undefined) return undefined;
  return keepSession(ports.registry, ports.now(), {
    keyId: found.id,
    keyHash: found.id === 'admin' ? hashOfAdminKey(ports.adminKey) : hashOfKey(key),
    name: found.name,
    scope: found.scope,
    expiresAt: found.expiresAt,
    userAgent: userAgent?.slice(0, 200),
  });
}

/** Somebody whom an issuer of OpenID Connect knows; `subject` is theirs there for ever, the name is for people. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly scope: Scope;
  /** What of them gave that scope. */
  readonly grants: readonly IdentityGrant[];
  /** What the issuer is told when they log out, sealed. */
  readonly hint?: string | undefined;
}

/**
 * Opens a session for whoever logged in at an issuer. What the issuer said of them is as old as the session; what
 * the rules give for it is of now.
 */
export async function openIdentitySession(
  { registry, now: clock, settings }: Pick<SessionPorts, 'registry' | 'now' | 'settings'>,
  { issuer, subject, name, scope, grants, hint }: Identity,
  userAgent: string | undefined,
): Promise<{ readonly token: string; readonly session: Session }> {
  const who = createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex')
    .slice(0, 16);
  const now = clock();
  return keepSession(registry, now, {
    keyId: `oidc:${who}`,
    issuer,
    name,
    scope,
    grants,
    hint,
    expiresAt: now + settings.oidcSession,
    userAgent: userAgent?.slice(0, 200),
  });
}

async function keepSession(
  registry: Registry,
  now: number,
  given: Omit<SessionRecord, 'createdAt' | 'expiresAt'> & { readonly expiresAt?: number | undefined },
): Promise<{ readonly token: string; readonly session: Session }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = Math.min(now + sessionMs, given.expiresAt ?? Number.POSITIVE_INFINITY);
  const record: SessionRecord = { ...given, createdAt: now, expiresAt };
  await registry.put(sessionKind, idOf(token), record, { ifRevision: null, expiresAt });
  return { token, session: toSession(idOf(token), record) };
}

/**
 * The session of a cookie, with what it may do now; undefined when it has ended, or its key or issuer has, or no rule
 * lets them in any more.
 */
export async function findSession(ports: SessionPorts, token: string): Promise<Session | undefined> {
  const { registry, now } = ports;
  const record = token.length === 43 ? await registry.get(sessionKind, idOf(token)) : undefined;
  if (record === undefined) return undefined;
  const value = SessionRecord.parse(record.value);
  if (!isOpen(value, now())) return undefined;
  const scope = await (value.issuer === undefined ? scopeByKey(ports, value) : scopeByIssuer(ports, value));
  if (scope === undefined) return undefined;
  await noteSeen(registry, record, value, now());
  return { ...toSession(record.id, value), scope };
}

/** What the key of a session may do now; undefined: nothing. */
async function scopeByKey(
  { registry, adminKey, now }: KeyPorts,
  { keyId, keyHash }: SessionRecord,
): Promise<Scope | undefined> {
  if (keyId === 'admin') return sameSecret(keyHash ?? '', hashOfAdminKey(adminKey)) ? 'admin' : undefined;
  const key = await livingKey(registry, keyId, now());
  if (key === undefined) return undefined;
  return keyHash === undefined || opensKey(key, keyHash, now()) ? key.scope : undefined;
}

/** What the rules of now give to whom the issuer of now knew when the session was opened; undefined: nothing. */
function scopeByIssuer(
  { settings: { oidcIssuer, oidcRules, oidcSession }, now }: Pick<SessionPorts, 'settings' | 'now'>,
  { issuer, createdAt, grants = [] }: SessionRecord,
): Scope | undefined {
  return issuer === oidcIssuer && createdAt + oidcSession > now()
    ? scopeOfGrants(grants, oidcRules)
    : undefined;
}

/** Whether a session lasts, as far as time goes. */
function isOpen({ expiresAt, createdAt, seenAt = createdAt }: SessionRecord, now: number): boolean {
  return expiresAt > now && seenAt + idleMs > now;
}

/** Keeps when a session was used; when two requests do so at once, one is enough, and one that ends stays so. */
async function noteSeen(
  registry: Registry,
  { id, revision }: RegistryRecord,
  value: SessionRecord,
  now: number,
): Promise<void> {
  if (now - (value.seenAt ?? value.createdAt) < seenEveryMs) return;
  try {
    const seen = { ...value, seenAt: now };
    await registry.put(sessionKind, id, seen, { ifRevision: revision, expiresAt: value.expiresAt });
  } catch (error) {
    if (!(error instanceof RegistryConflict)) throw error;
  }
}

/** All sessions that last, newest first. */
export async function listSessions(registry: Registry, now: number): Promise<readonly Session[]> {
  const sessions: Session[] = [];
  for await (const { id, value } of recordsOf(registry, sessionKind, SessionRecord).all())
    if (isOpen(value, now)) sessions.push(toSession(id, value));
  return sessions.toSorted((a, b) => b.createdAt - a.createdAt);
}

/** What the issuer of a session is told when it is logged out of, sealed; undefined: no issuer opened it. */
export async function issuerOfSession(
  registry: Registry,
  id: string,
): Promise<{ readonly issuer: string; readonly hint?: string | undefined } | undefined> {
  const record = await recordsOf(registry, sessionKind, SessionRecord).get(id);
  const { issuer, hint } = record?.value ?? {};
  return issuer === undefined ? undefined : { issuer, hint };
}

/** Ends a session; whether it lasted until now. */
export async function endSession(registry: Registry, id: string): Promise<boolean> {
  const lasted = await registry.remove(sessionKind, id);
  if (lasted) await noteChange({ what: 'session-ended', subject: id });
  return lasted;
}

/** Ends all sessions, also of whoever asks for it; answers how many. */
export async function endAllSessions(registry: Registry, now: number): Promise<number> {
  const sessions = await listSessions(registry, now);
  let ended = 0;
  for (const { id } of sessions) if (await endSession(registry, id)) ended += 1;
  return ended;
}
