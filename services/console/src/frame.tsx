import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { FeedLink, FrameView } from './views.ts';

const places = [
  { href: '/', name: 'Search' },
  { href: '/today', name: 'Today' },
  { href: '/alerts', name: 'Saved searches' },
  { href: '/sources', name: 'Sources' },
  { href: '/ledger', name: 'Ledger' },
  { href: '/dead', name: 'Dead letters' },
  { href: '/audit', name: 'Audit' },
  { href: '/processes', name: 'Processes' },
  { href: '/preview', name: 'Try a feed' },
] as const;

export type Place = (typeof places)[number]['href'] | 'none';

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
      <path d="M16 3v26M3 16h26M6.8 6.8l18.4 18.4M25.2 6.8 6.8 25.2" />
      <circle cx="16" cy="16" r="9.5" />
      <circle class="hub" cx="16" cy="16" r="3" />
    </svg>
  );
}

function Masthead({ place }: { readonly place: Place }) {
  return (
    <header class="masthead">
      <div class="wide masthead-row">
        <a class="wordmark" href="/">
          <Mark />
          newsmill
        </a>
        <nav aria-label="Main">
          <ul>
            {places.map(({ href, name }) => (
              <li>
                <a href={href} aria-current={href === place ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <button class="theme" type="button" data-theme-switch hidden>
          Dark
        </button>
      </div>
    </header>
  );
}

interface FrameProps {
  readonly frame: FrameView;
  readonly title: string;
  readonly place: Place;
  /** Feeds of what the page shows: address and name. */
  readonly feeds?: readonly FeedLink[];
  readonly children: ComponentChildren;
}

function Document({ frame, title, place, feeds, children }: FrameProps) {
  const { style, icon, script } = frame.assets;
  return (
    <html lang="en" data-theme={frame.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={frame.theme ?? 'light dark'} />
        <meta name="robots" content="noindex" />
        <title>{title === 'newsmill' ? title : `${title} – newsmill`}</title>
        <link rel="icon" href={icon} type="image/svg+xml" />
        {feeds?.map(({ href, type, title: name }) => (
          <link rel="alternate" type={type} title={name} href={href} />
        ))}
        <link rel="stylesheet" href={style} />
        {script === undefined ? null : <script type="module" src={script} />}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <Masthead place={place} />
        <main id="main" class="wide" tabIndex={-1}>
          {children}
        </main>
        <footer class="colophon">
          <div class="wide">
            <span>newsmill {frame.version}</span>
            <a href="/api/v1/openapi.json">API description</a>
            <a href="/problems">Problems</a>
            <a href="/takedowns">Taken down</a>
            <a href="/login">{frame.account === undefined ? 'Log in' : `Logged in: ${frame.account}`}</a>
            <span>Times are in UTC.</span>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** A whole page of the console as HTML. */
export function renderPage(options: Omit<FrameProps, 'children'> & { readonly body: VNode }): string {
  const { body, ...frame } = options;
  return `<!doctype html>${renderToString(<Document {...frame}>{body}</Document>)}`;
}
