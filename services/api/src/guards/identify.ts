import { ApiProblem } from '../problems/api-problem.ts';
import type { Access } from './access.ts';
import type { KeyPorts, MillPorts } from '@newsmill/operate';
import { cookiesOf, headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { findKeySlowly, type GuessBrake } from './guess-brake.ts';
import { findSession, sessionCookie } from './sessions.ts';
import { callerAt, visitorOf } from './visitor.ts';

export type IdentifyPorts = KeyPorts & { readonly settings: Pick<MillPorts['settings'], 'openReads'> };

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
      rateLimit,
    };
  }
  const token = cookiesOf(request).get(sessionCookie);
  const session = token === undefined ? undefined : await findSession(ports, token);
  if (session !== undefined)
    return {
      scope: session.scope,
      proof: 'session',
      caller: `session:${session.id}`,
      name: session.name,
      session: session.id,
    };
  const mayRead = ports.settings.openReads !== false || visitorOf(request).isHere;
  return { scope: mayRead ? 'read' : undefined, proof: 'none', caller: callerAt(request) };
}
