import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { loginAddress } from './pieces/login-address.ts';
import type { FeedLink, FrameView } from './views.ts';
import { languages } from './words/languages.ts';
import { say, word } from './words/say.ts';
import { currentLanguage, spokenLanguage, spokenLocale } from './words/speaking.ts';

const places = [
  { href: '/overview', name: word('Overview') },
  { href: '/', name: word('Search') },
  { href: '/today', name: word('Today') },
  { href: '/alerts', name: word('Saved searches') },
  { href: '/sources', name: word('Sources') },
  { href: '/ledger', name: word('Ledger') },
  { href: '/dead', name: word('Dead letters') },
  { href: '/audit', name: word('Audit') },
  { href: '/preview', name: word('Try a feed') },
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

function Masthead({ place, home }: { readonly place: Place; readonly home: FrameView['home'] }) {
  return (
    <header class="masthead">
      <div class="wide masthead-row">
        <a class="wordmark" href={home}>
          <Mark />
          <bdi>newsmill</bdi>
        </a>
        <nav aria-label={say('Main')}>
          <ul>
            {places.map(({ href, name }) => (
              <li>
                <a href={href} aria-current={href === place ? 'page' : undefined}>
                  {say(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <button
          class="theme"
          type="button"
          data-theme-switch
          data-dark={say('Dark')}
          data-light={say('Light')}
          hidden
        >
          {say('Dark')}
        </button>
      </div>
    </header>
  );
}

/** The languages by their own names, for readers who know no other. */
function LanguageForm({ frame }: { readonly frame: FrameView }) {
  return (
    <form class="languages" action="/language" method="post">
      <input type="hidden" name="next" value={frame.here} />
      {Object.entries(languages).map(([code, { name, direction }]) => (
        <button
          name="language"
          value={code}
          lang={code}
          dir={direction}
          aria-current={code === currentLanguage() ? 'true' : undefined}
        >
          {name}
        </button>
      ))}
    </form>
  );
}

function Colophon({ frame }: { readonly frame: FrameView }) {
  return (
    <footer class="colophon">
      <div class="wide">
        <bdi>newsmill {frame.version}</bdi>
        <a href="/api/v1/openapi.json">{say('API description')}</a>
        <a href="/problems">{say('Problems')}</a>
        <a href="/takedowns">{say('Taken down')}</a>
        <a href="/report">{say('Report')}</a>
        <a href="/changes">{say('Changes')}</a>
        <a href="/backup">{say('Backup')}</a>
        <a href="/integrity">{say('Integrity')}</a>
        <a href="/export">{say('Export')}</a>
        <a href="/reprocess">{say('Clean again')}</a>
        <a href="/settings">{say('Settings')}</a>
        <a href="/keys">{say('API keys')}</a>
        <a href={loginAddress(frame.here)}>
          {frame.account === undefined ? say('Log in') : say('Logged in: {name}', { name: frame.account })}
        </a>
        <span>{say('Times are in UTC.')}</span>
        <LanguageForm frame={frame} />
      </div>
    </footer>
  );
}

interface FrameProps {
  readonly frame: FrameView;
  readonly title: string;
  readonly place: Place;
  /** Feeds of what the page shows: address and name. */
  readonly feeds?: readonly FeedLink[];
  /** Whether the page has charts, which have a script of their own. */
  readonly hasCharts?: boolean;
  /** Where the page leads on to by itself, at once. */
  readonly goOn?: string;
  readonly children: ComponentChildren;
}

function Document({ frame, title, place, feeds, hasCharts = false, goOn, children }: FrameProps) {
  const { style, icon, script, charts } = frame.assets;
  return (
    <html {...spokenLanguage()} data-locale={spokenLocale()} data-theme={frame.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={frame.theme ?? 'light dark'} />
        <meta name="robots" content="noindex" />
        {goOn === undefined ? null : <meta http-equiv="refresh" content={`0;url=${goOn}`} />}
        <title>{title === 'newsmill' ? title : `${title} – newsmill`}</title>
        <link rel="icon" href={icon} type="image/svg+xml" />
        {feeds?.map(({ href, type, title: name }) => (
          <link rel="alternate" type={type} title={name} href={href} />
        ))}
        <link rel="stylesheet" href={style} />
        {script === undefined ? null : <script type="module" src={script} />}
        {hasCharts && charts !== undefined ? <script type="module" src={charts} /> : null}
      </head>
      <body>
        <a class="skip" href="#main">
          {say('Skip to the content')}
        </a>
        <Masthead place={place} home={frame.home} />
        <main id="main" class="wide" tabIndex={-1}>
          {children}
        </main>
        <Colophon frame={frame} />
      </body>
    </html>
  );
}

/** A whole page of the console as HTML, in the language that is spoken (`inLanguage`). */
export function renderPage(options: Omit<FrameProps, 'children'> & { readonly body: VNode }): string {
  const { body, ...frame } = options;
  return `<!doctype html>${renderToString(<Document {...frame}>{body}</Document>)}`;
}
