import { renderPage } from '../frame.tsx';
import type { FrameView } from '../views.ts';
import { say } from '../words/say.ts';
import { InEnglish } from '../pieces/in-english.tsx';

/** A page that is not there, or that failed; says what to do next. */
export function renderFailure(
  failure: { readonly status: number; readonly title: string; readonly detail: string },
  frame: FrameView,
): string {
  const body = (
    <div class="failure">
      <p class="status">{failure.status}</p>
      <h1>{say(failure.title)}</h1>
      <p>
        <InEnglish text={failure.detail} />
      </p>
      <ul>
        <li>
          <a href="/">{say('Search the articles')}</a>
        </li>
        <li>
          <a href="/ledger">{say('Look up an address in the ledger')}</a>
        </li>
        <li>
          <a href="/sources">{say('See what the sources are doing')}</a>
        </li>
      </ul>
    </div>
  );
  return renderPage({ frame, title: say(failure.title), place: 'none', body });
}
