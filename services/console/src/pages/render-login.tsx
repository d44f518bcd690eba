import { renderPage } from '../frame.tsx';
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
