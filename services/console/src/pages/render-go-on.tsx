import { renderPage } from '../frame.tsx';
import type { FrameView } from '../views.ts';
import { say } from '../words/say.ts';

/**
 * A page that leads on by itself, after a log-in or a log-out. A redirect would still count as asked for by the site
 * that led here, and cookies
 * that are ours alone would stay behind.
 */
export function renderGoOn(next: string, frame: FrameView, way: 'in' | 'out' = 'in'): string {
  const title = say(way === 'in' ? 'Logged in' : 'Logged out');
  const body = (
    <>
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      <p class="lead">
        <a href={next}>{say('Go on')}</a>
      </p>
    </>
  );
  return renderPage({ frame, title, place: 'none', body, goOn: next });
}
