import { ApiProblem } from '../problems/api-problem.ts';
import type { Access } from './access.ts';
import { type MillPorts, findSession, type Session, type SessionPorts } from '@newsmill/operate';
import { headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import type { GuessBrake } from '@newsmill/runtime';
import { findKeySlowly } from './find-key-slowly.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { callerAt, visitorOf } from './visitor.ts';

export type IdentifyPorts = SessionPorts & {
  readonly settings: Pick<MillPorts['settings'], 'openReads'>;
};

/**
 * The key that a request carries: as bearer token, or as the password of HTTP Basic, which browsers and feed
 * readers send.
 */
function keyOf(
  request: HttpRequest,
): { readonly key: string; readonly proof: 'bearer' | 'basic' } | undefined {
  const [, scheme = '', value = ''] =
    /^(Bearer|Basic) +(\S*)$/i.exec(headerOf(request, 'authorization') ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return { key: value, proof: 'bearer' };
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return { key: pair.slice(pair.indexOf(':') + 1), proof: 'basic' };
}

/** What whoever has a session may do. */
export function accessOfSession({ id, keyId, name, scope }: Session): Access {
  return { scope, proof: 'session', caller: `session:${id}`, name, keyId, session: id };
}

/**
 * Who asks: by key, by session, or anybody, who may read on this machine or where reads are open.
 * Throws `key-needed` for a key that is unknown, expired or revoked: whoever sends one wants to know;
 * `too-many-requests` for one that its address has to wait with.
 */
export async function identify(
  ports: IdentifyPorts,
  brake: GuessBrake,
  { request, reply }: { readonly request: HttpRequest; readonly reply: HttpReply },
): Promise<Access> {
  const given = keyOf(request);
  if (given !== undefined) {
    const found = await findKeySlowly(ports, brake, given.key, { request, reply });
    if (found === undefined)
      throw new ApiProblem(
        'key-needed',
        'The key is unknown, has expired or was revoked. ./newsmill keys list shows those that there are.',
      );
    const { id, name, scope, rateLimit } = found;
    // A page of another site can make a browser send its password, so that one only reads.
    return {
      scope: given.proof === 'basic' ? 'read' : scope,
      proof: given.proof,
      caller: `key:${id}`,
      name,
      keyId: id,
      rateLimit,
    };
  }
  const token = sessionTokenOf(request);
  const session = token === undefined ? undefined : await findSession(ports, token);
  if (session !== undefined) return accessOfSession(session);
  const mayRead = ports.settings.openReads !== false || visitorOf(request).isHere;
  return { scope: mayRead ? 'read' : undefined, proof: 'none', caller: callerAt(request) };
}
