import { formatMoment } from './format.ts';
import type { SessionView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

/** What each scope allows. */
export const scopeNames = {
  read: word('may read'),
  write: word('may read and write'),
  admin: word('may do everything'),
} as const;

/** Who is logged in, each with a button that ends it; `own`: this browser. */
export function Sessions({
  sessions,
  own,
  token,
  next,
}: {
  readonly sessions: readonly SessionView[];
  readonly own: string | undefined;
  readonly token: string;
  /** Where to go on after one was ended. */
  readonly next: string;
}) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{say('Who is logged in')}</h2>
      <ul class="rows">
        {sessions.map((session) => (
          <li>
            <p>
              <Sentence
                text="{name}, {scope}, since {from}, until {to}"
                name={<span dir="auto">{session.name}</span>}
                scope={say(scopeNames[session.scope])}
                from={formatMoment(session.createdAt)}
                to={formatMoment(session.expiresAt)}
              />
            </p>
            <p class="quiet wrap" dir="auto">
              {session.userAgent}
            </p>
            {session.id === own ? (
              <p class="quiet">({say('this browser')})</p>
            ) : (
              <form class="source-forms" action="/sessions/end" method="post">
                <input type="hidden" name="id" value={session.id} />
                <input type="hidden" name="next" value={next} />
                <input type="hidden" name="token" value={token} />
                <button type="submit">{say('End')}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
