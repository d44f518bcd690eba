import { createHash, randomBytes } from 'node:crypto';
import { recordsOf, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { sameSecret } from '@newsmill/runtime';
import { scopes } from '@newsmill/contracts';
import { findKey, livingKey, type KeyPorts } from '@newsmill/operate';

/** Name of the cookie that holds the token of a session. */
export const sessionCookie = 'newsmill-session';
/** The kind of their records in the registry. */
export const sessionKind = 'session';
/** A session lasts so long, in milliseconds; then one logs in again. */
export const sessionMs = 12 * 3_600_000;

const SessionRecord = z.object({
  /** Id of the key that opened it; a session ends with its key. */
  keyId: z.string(),
  /** Of the admin key, which has no record: another admin key ends its sessions. */
  keyHash: z.string().optional(),
  name: z.string(),
  scope: z.enum(scopes),
  createdAt: z.int(),
  expiresAt: z.int(),
  userAgent: z.string().optional(),
});
type SessionRecord = z.output<typeof SessionRecord>;

/** A browser that is logged in. Times are epoch milliseconds. */
export interface Session extends Omit<SessionRecord, 'keyHash'> {
  readonly id: string;
}

/** The token is in the cookie only; the registry knows its hash. */
function idOf(token: string): string {
  return createHash('sha256').update(`session:${token}`).digest('hex').slice(0, 32);
}

function hashOfAdminKey(adminKey: string): string {
  return createHash('sha256').update(`session-of:${adminKey}`).digest('hex');
}

function toSession(id: string, { keyHash: _hash, ...record }: SessionRecord): Session {
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
  const now = ports.now();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = Math.min(now + sessionMs, found.expiresAt ?? Number.POSITIVE_INFINITY);
  const record: SessionRecord = {
    keyId: found.id,
    keyHash: found.id === 'admin' ? hashOfAdminKey(ports.adminKey) : undefined,
    name: found.name,
    scope: found.scope,
    createdAt: now,
    expiresAt,
    userAgent: userAgent?.slice(0, 200),
  };
  await ports.registry.put(sessionKind, idOf(token), record, { ifRevision: null, expiresAt });
  return { token, session: toSession(idOf(token), record) };
}

/** The session of a cookie; undefined when it has ended, or its key has. */
export async function findSession(
  { registry, adminKey, now }: KeyPorts,
  token: string,
): Promise<Session | undefined> {
  const record = token.length === 43 ? await registry.get(sessionKind, idOf(token)) : undefined;
  if (record === undefined) return undefined;
  const value = SessionRecord.parse(record.value);
  if (value.expiresAt <= now()) return undefined;
  const lasts =
    value.keyId === 'admin'
      ? sameSecret(value.keyHash ?? '', hashOfAdminKey(adminKey))
      : (await livingKey(registry, value.keyId, now())) !== undefined;
  return lasts ? toSession(record.id, value) : undefined;
}

/** All sessions that last, newest first. */
export async function listSessions(registry: Registry, now: number): Promise<readonly Session[]> {
  const sessions: Session[] = [];
  for await (const { id, value } of recordsOf(registry, sessionKind, SessionRecord).all())
    sessions.push(toSession(id, value));
  return sessions.filter(({ expiresAt }) => expiresAt > now).toSorted((a, b) => b.createdAt - a.createdAt);
}

/** Ends a session; whether it lasted until now. */
export function endSession(registry: Registry, id: string): Promise<boolean> {
  return registry.remove(sessionKind, id);
}

/**
 * The Set-Cookie value of a session. No page of another site makes it travel, no script reads it; over TLS it
 * travels nowhere else.
 */
export function sessionCookieHeader(token: string, isSecure: boolean, maxAgeSeconds: number): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${isSecure ? '; Secure' : ''}`;
}
