import { inLanguage, languageOf } from '@newsmill/service-console';
import { cookiesOf, headerOf, pathOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';

/** Cookie with the language that somebody chose. */
export const languageCookie = 'newsmill-language';

/** Answers a request in the language of its reader: what was chosen, else what the browser asks for. */
export function speakAsAsked(request: HttpRequest, _reply: HttpReply, done: () => void): void {
  // Programs are answered in English.
  if (pathOf(request).startsWith('/api/')) return done();
  const chosen = cookiesOf(request).get(languageCookie);
  inLanguage(languageOf(chosen, headerOf(request, 'accept-language')), done);
}
