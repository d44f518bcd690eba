import { renderPage } from '../frame.tsx';
import type { FrameView } from '../views.ts';
import { say } from '../words/say.ts';

/**
 * A page that leads on by itself. A redirect would still count as asked for by the site that led here, and cookies
 * that are ours alone would stay behind.
 */
export function renderGoOn(next: string, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Logged in')}</h1>
      </div>
      <p class="lead">
        <a href={next}>{say('Go on')}</a>
      </p>
    </>
  );
  return renderPage({ frame, title: say('Logged in'), place: 'none', body, goOn: next });
}
