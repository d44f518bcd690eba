import type { Scope } from '@newsmill/contracts';
import { operations } from '../description/operations.ts';

/**
 * What each form of the console does, as an operation of the API: it needs the same scope. `own` touches
 * nothing but the browser of whoever sends it: its session, its language, whether it shows pictures or the first steps.
 */
export const consoleForms: Readonly<Record<string, keyof typeof operations | 'own'>> = {
  '/preview': 'preview',
  '/preview/add': 'addSource',
  '/import': 'importSources',
  '/alerts': 'addSavedSearch',
  '/alerts/remove': 'removeSavedSearch',
  '/alerts/retry': 'retryDelivery',
  '/alerts/test': 'testSavedSearch',
  '/dead/try': 'tryLetters',
  '/dead/replay': 'startReplay',
  '/dead/stop': 'stopReplay',
  '/dead/discard': 'discardLetters',
  '/dead/edit': 'editLetter',
  '/sources/poll': 'pollSource',
  '/sources/lift': 'liftBrake',
  '/sources/pause': 'pauseSource',
  '/sources/resume': 'resumeSource',
  '/sources/edit': 'putSource',
  '/sources/remove': 'removeSource',
  '/source-files/mend': 'putSource',
  '/sources/examine': 'examineSource',
  '/sources/test': 'testSource',
  '/sources/plan': 'planSources',
  '/reprocess': 'compareAgain',
  '/integrity/start': 'startVerification',
  '/integrity/stop': 'stopVerification',
  '/takedowns': 'takeDown',
  '/takedowns/lift': 'liftTakedown',
  '/keys': 'addKey',
  '/keys/rotate': 'rotateKey',
  '/keys/revoke': 'revokeKey',
  '/sessions/end': 'endSession',
  '/logout': 'own',
  '/language': 'own',
  '/pictures': 'own',
  '/welcome': 'own',
};

/**
 * The scope that a form needs, by the address that takes it; one that the table does not know needs the
 * highest.
 */
export function scopeOfForm(route: string): Scope {
  const name = Object.hasOwn(consoleForms, route) ? consoleForms[route] : undefined;
  if (name === undefined) return 'admin';
  return name === 'own' ? 'read' : operations[name].access;
}
