import { renderPage } from '../frame.tsx';
import { formatMoment } from '../pieces/format.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, LoginView, SessionView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

const scopeNames = {
  read: word('may read'),
  write: word('may read and write'),
  admin: word('may do everything'),
} as const;

function LogIn({ view }: { readonly view: LoginView }) {
  return (
    <form class="search" action="/login" method="post">
      <label for="key">
        <Sentence
          text="Key: the admin key of the first start, or one from {command}"
          command={<code dir="ltr">./newsmill keys add</code>}
        />
      </label>
      <div class="search-row">
        <input
          id="key"
          name="key"
          type="password"
          maxLength={500}
          autocomplete="current-password"
          spellcheck={false}
          required
        />
        <button type="submit">{say('Log in')}</button>
      </div>
      <input type="hidden" name="next" value={view.next} />
      <input type="hidden" name="token" value={view.token} />
    </form>
  );
}

function Sessions({
  sessions,
  view,
}: {
  readonly sessions: readonly SessionView[];
  readonly view: LoginView;
}) {
  return (
    <section class="part" aria-labelledby="sessions">
      <h2 id="sessions">{say('Who is logged in')}</h2>
      <ul>
        {sessions.map((session) => (
          <li>
            <Sentence
              text="{name}, {scope}, since {from}, until {to}"
              name={<span dir="auto">{session.name}</span>}
              scope={say(scopeNames[session.scope])}
              from={formatMoment(session.createdAt)}
              to={formatMoment(session.expiresAt)}
            />{' '}
            <bdi class="quiet">{session.userAgent}</bdi>{' '}
            {session.id === view.who?.session ? (
              <span class="quiet">({say('this browser')})</span>
            ) : (
              <form class="inline" action="/sessions/end" method="post">
                <input type="hidden" name="id" value={session.id} />
                <input type="hidden" name="token" value={view.token} />
                <button type="submit">{say('End')}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a person logs in, or sees who is. */
export function renderLogin(view: LoginView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say(view.who === undefined ? 'Log in' : 'Logged in')}</h1>
      </div>
      <ProblemNote text={view.problem} />
      {view.who === undefined ? (
        <>
          <p class="lead">
            {say('Pages that change something need a key. This browser stays logged in for twelve hours.')}
          </p>
          <LogIn view={view} />
        </>
      ) : (
        <form action="/logout" method="post">
          <p class="lead">
            <Sentence
              text="You use the key {name}, which {scope}."
              name={<b dir="auto">{view.who.name}</b>}
              scope={say(scopeNames[view.who.scope])}
            />
          </p>
          <input type="hidden" name="token" value={view.token} />
          <button type="submit">{say('Log out')}</button>
        </form>
      )}
      {view.sessions === undefined ? null : <Sessions sessions={view.sessions} view={view} />}
    </>
  );
  return renderPage({
    frame,
    title: say(view.who === undefined ? 'Log in' : 'Logged in'),
    place: 'none',
    body,
  });
}
