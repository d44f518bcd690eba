import { endSession, noteChange, type Session } from '@newsmill/operate';
import type { Registry } from '@newsmill/store';
import type { HttpRequest } from '../http/http-types.ts';
import { accessOf, setAccess } from './access.ts';
import { accessOfSession } from './identify.ts';

/** Whoever asks goes on in a session that was just opened. A browser has one: that of before has ended with it. */
export async function enterSession(
  registry: Registry,
  request: HttpRequest,
  session: Session,
): Promise<void> {
  const { session: before } = accessOf(request);
  if (before !== undefined) await endSession(registry, before);
  setAccess(request, accessOfSession(session));
  await noteChange({ what: 'session-opened', subject: session.id });
}
