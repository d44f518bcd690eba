import { renderPage } from '../frame.tsx';
import type { FrameView } from '../views.ts';

/** A page that is not there, or that failed; says what to do next. */
export function renderFailure(
  failure: { readonly status: number; readonly title: string; readonly detail: string },
  frame: FrameView,
): string {
  const body = (
    <div class="failure">
      <p class="status">{failure.status}</p>
      <h1>{failure.title}</h1>
      <p>{failure.detail}</p>
      <ul>
        <li>
          <a href="/">Search the articles</a>
        </li>
        <li>
          <a href="/ledger">Look up an address in the ledger</a>
        </li>
        <li>
          <a href="/sources">See what the sources are doing</a>
        </li>
      </ul>
    </div>
  );
  return renderPage({ frame, title: failure.title, place: 'none', body });
}
