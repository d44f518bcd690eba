import { renderPage } from '../frame.tsx';
import { DoneNote } from '../pieces/done-note.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { scopeNames, Sessions } from '../pieces/sessions.tsx';
import type { FrameView, LoginView } from '../views.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

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

function Who({ who }: { readonly who: NonNullable<LoginView['who']> }) {
  const values = { name: <b dir="auto">{who.name}</b>, scope: say(scopeNames[who.scope]) };
  return who.isIdentity ? (
    <Sentence text="You are {name}, who {scope}." {...values} />
  ) : (
    <Sentence text="You use the key {name}, which {scope}." {...values} />
  );
}

/** Leads to the issuer, which leads back. */
function LogInElsewhere({ view: { issuer, next } }: { readonly view: LoginView }) {
  return issuer === undefined ? null : (
    <p class="elsewhere">
      <a class="button" href={`/login/oidc?next=${encodeURIComponent(next)}`}>
        <Sentence text="Log in at {issuer}" issuer={<bdi>{issuer}</bdi>} />
      </a>
    </p>
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
      <DoneNote text={view.done} />
      {view.who === undefined ? (
        <>
          <p class="lead">
            {view.issuer === undefined
              ? say('Pages that change something need a key. This browser stays logged in for twelve hours.')
              : say(
                  'Pages that change something must know who you are. This browser stays logged in for twelve hours at most.',
                )}
          </p>
          <LogInElsewhere view={view} />
          <LogIn view={view} />
        </>
      ) : (
        <form action="/logout" method="post">
          <p class="lead">
            <Who who={view.who} />
          </p>
          <input type="hidden" name="token" value={view.token} />
          <button type="submit">{say('Log out')}</button>
        </form>
      )}
      {view.sessions === undefined ? null : (
        <Sessions sessions={view.sessions} own={view.who?.session} token={view.token} next="/login" />
      )}
    </>
  );
  return renderPage({
    frame,
    title: say(view.who === undefined ? 'Log in' : 'Logged in'),
    place: 'none',
    body,
  });
}
