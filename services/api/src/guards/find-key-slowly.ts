import { findKey, type ApiKey, type KeyPorts } from '@newsmill/operate';
import type { GuessBrake } from '@newsmill/runtime';
import { ApiProblem } from '../problems/api-problem.ts';
import { headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { markRefused } from './refused-try.ts';
import { callerAt } from './visitor.ts';

/**
 * The key that a text is; undefined for none. Throws too-many-requests, with Retry-After, where its address has to
 * wait before it is looked at.
 */
export async function findKeySlowly(
  ports: KeyPorts,
  brake: GuessBrake,
  text: string,
  { request, reply }: { readonly request: HttpRequest; readonly reply: HttpReply },
): Promise<ApiKey | undefined> {
  const [address, now] = [callerAt(request), ports.now()];
  const by = headerOf(request, 'authorization') === undefined ? 'log-in' : 'key';
  const wait = brake.waitFor(text, address, now);
  if (wait > 0) {
    markRefused(request, { by, reason: 'too many wrong keys came from this address' });
    reply.header('retry-after', String(wait));
    throw new ApiProblem(
      'too-many-requests',
      `Too many wrong keys came from your address; the next one is looked at in ${wait} s. Keys that newsmill has made are looked at always.`,
    );
  }
  const found = await findKey(ports, text);
  if (found === undefined) {
    brake.countWrong(text, address, now);
    markRefused(request, { by, reason: 'the key is unknown, has expired or was revoked' });
  }
  return found;
}
