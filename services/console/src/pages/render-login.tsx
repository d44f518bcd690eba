import { renderPage } from '../frame.tsx';
import { formatMoment } from '../pieces/format.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, LoginView, SessionView } from '../views.ts';

const scopeNames = { read: 'may read', write: 'may read and write', admin: 'may do everything' } as const;

function LogIn({ view }: { readonly view: LoginView }) {
  return (
    <form class="search" action="/login" method="post">
      <label for="key">Key: the admin key of the first start, or one from ./newsmill keys add</label>
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
        <button type="submit">Log in</button>
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
    <section aria-labelledby="sessions">
      <h2 id="sessions">Who is logged in</h2>
      <ul>
        {sessions.map((session) => (
          <li>
            <span dir="auto">{session.name}</span>, {scopeNames[session.scope]}, since{' '}
            {formatMoment(session.createdAt)}, until {formatMoment(session.expiresAt)}{' '}
            <span class="quiet">{session.userAgent}</span>{' '}
            {session.id === view.who?.session ? (
              <span class="quiet">(this browser)</span>
            ) : (
              <form class="inline" action="/sessions/end" method="post">
                <input type="hidden" name="id" value={session.id} />
                <input type="hidden" name="token" value={view.token} />
                <button type="submit">End</button>
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
        <h1>{view.who === undefined ? 'Log in' : 'Logged in'}</h1>
      </div>
      <ProblemNote text={view.problem} />
      {view.who === undefined ? (
        <>
          <p class="lead">
            Pages that change something need a key. This browser stays logged in for twelve hours.
          </p>
          <LogIn view={view} />
        </>
      ) : (
        <form action="/logout" method="post">
          <p class="lead">
            You use the key <b dir="auto">{view.who.name}</b>, which {scopeNames[view.who.scope]}.
          </p>
          <input type="hidden" name="token" value={view.token} />
          <button type="submit">Log out</button>
        </form>
      )}
      {view.sessions === undefined ? null : <Sessions sessions={view.sessions} view={view} />}
    </>
  );
  return renderPage({ frame, title: view.who === undefined ? 'Log in' : 'Logged in', place: 'none', body });
}
