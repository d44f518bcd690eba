import type { IncomingMessage } from 'node:http';
import type { Channel, SourceInput, SourceState } from '@newsmill/contracts';
import type { FeedForm, Published } from './render-feed.ts';

/** What is sent; `hang` is no answer at all, `reset` a broken connection. */
export type Reply =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
    }
  | 'hang'
  | 'reset';

/** A request to a site. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly origin: string;
  /** With its query. */
  readonly path: string;
  readonly isFeed: boolean;
  /** Whether a recorded page stands at the path. */
  readonly isPage: boolean;
  /** How often that path was asked for, this time included. */
  readonly count: number;
  /** How much of the run is over, 0 to 1. */
  readonly share: number;
  /** What would be sent without the behaviour. */
  readonly ordinary: Reply;
}

/** How a site treats the crawler, and what a keeper must be told in the end. */
export interface Behaviour {
  readonly name: string;
  /** States of which one must stand in the end. */
  readonly expected: readonly SourceState[];
  /** Whether all that it publishes must become articles. */
  readonly delivers?: true;
  /** Whether its source file must be refused when it is read. */
  readonly isRefused?: true;
  /** Pages of so many that are published before the run; half of them. */
  readonly before?: (count: number) => number;
  /** Number of sites that behave so; 1. */
  readonly sites?: number;
  readonly feed?: FeedForm;
  /** Answers instead of the site. */
  answer?(visit: Visit): Reply | undefined;
  /** The entry as this site gives it. */
  entry?(entry: Published, polls: number): Published;
  readonly order?: 'oldest-first';
  readonly source?: Partial<SourceInput>;
  readonly channel?: Partial<Channel>;
  /**
   * URL of the channel instead of the site's own; `ORIGIN` stands for the site, `PORT` for its port,
   * `CLOSED` for a closed port.
   */
  readonly url?: string;
  /** A second channel of the source. */
  readonly besides?: string;
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (
  status: number,
  title: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { ...html, ...more },
  body: `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
});
const redirect = (location: string, status = 302, more: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { location, ...more },
});

const cloudflare = page(
  403,
  'Just a moment...',
  '<noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={}</script><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>',
  { 'cf-mitigated': 'challenge', server: 'cloudflare', 'cf-ray': '8f1c2b3d4e5f6a7b-FRA' },
);
const dataDome = page(
  403,
  'example.test',
  '<p id="cmsg">Please enable JS and disable any ad blocker</p><script>var dd={"rt":"c","cid":"AHrlqAAAA","hsh":"1","t":"fe","host":"geo.captcha-delivery.com"}</script><script src="https://ct.captcha-delivery.com/c.js"></script>',
  { 'x-datadome': 'protected' },
);
const akamai = page(
  403,
  'Access Denied',
  '<h1>Access Denied</h1>You don\'t have permission to access "http&#58;&#47;&#47;example&#46;test&#47;feed" on this server.<p>Reference&#32;&#35;18&#46;2d351ab8&#46;1700000000&#46;1a2b3c4d',
  { server: 'AkamaiGHost' },
);
const perimeterX = page(
  403,
  'Access to this page has been denied.',
  '<div id="px-captcha"></div><script>window._pxAppId="PXabcdef12";window._pxUuid="x"</script><p>Please verify you are a human</p>',
);
const loginPage = page(
  200,
  'Sign in',
  '<h1>Sign in to continue reading</h1><form method="post" action="/session"><input name="user" type="email"><input name="password" type="password"><button>Sign in</button></form>',
);
const consentPage = page(
  200,
  'Your privacy',
  '<h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data. You can accept or manage your choices at any time.</p><button>Accept all</button><button>Reject all</button><button>Manage options</button><p>With your permission we and our partners may use precise geolocation data.</p>',
);
const scriptShell = page(
  200,
  'News',
  '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/static/js/main.8a7b.js"></script>',
);
const parkedPage = page(
  200,
  'example.test is for sale',
  '<h1>This domain is for sale</h1><p>The domain example.test may be for sale. Click here to inquire about this domain.</p><script src="https://www.sedoparking.com/frmpark/x.js"></script>',
);
const brokenLayout = page(
  200,
  'x',
  `<header>Menu Home News Sport Weather</header><article><p>${'Follow us for the latest updates and sign up to the newsletter of this site. '.repeat(6)}</p></article><footer>Imprint</footer>`,
);

const onFeed =
  (reply: Reply, when: (visit: Visit) => boolean = () => true) =>
  (visit: Visit): Reply | undefined =>
    visit.isFeed && when(visit) ? reply : undefined;
const onPages =
  (reply: Reply, when: (visit: Visit) => boolean = () => true) =>
  (visit: Visit): Reply | undefined =>
    visit.isPage && when(visit) ? reply : undefined;
const isLate = ({ share }: Visit) => share > 0.4;
const hasCookie = ({ request }: Visit) => (request.headers.cookie ?? '').includes('visit=1');

const hasBeenTurned = ({ path }: Visit) => /[?&]turned=1$/.test(path);
const turned = (path: string) => `${path}${path.includes('?') ? '&' : '?'}turned=1`;

/** Sites that deliver, each in its own way. */
const delivering: readonly Behaviour[] = [
  { name: 'RSS', sites: 13, feed: 'rss', expected: ['delivering'], delivers: true },
  { name: 'Atom', sites: 4, feed: 'atom', expected: ['delivering'], delivers: true },
  { name: 'JSON Feed', sites: 2, feed: 'json', expected: ['delivering'], delivers: true },
  {
    name: 'news sitemap',
    sites: 2,
    feed: 'sitemap',
    channel: { kind: 'news-sitemap' },
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'list page',
    sites: 2,
    feed: 'list',
    channel: { kind: 'list', select: 'main a' },
    expected: ['delivering'],
    delivers: true,
  },
  { name: 'full text in the feed', sites: 2, feed: 'full-text', expected: ['delivering'], delivers: true },
  {
    name: 'entries without links',
    feed: 'full-text',
    entry: (entry) => ({ ...entry, link: '' }),
    expected: ['delivering'],
  },
  {
    name: 'a session in each link',
    entry: (entry, polls) => ({ ...entry, link: `${turnedSession(entry.link, polls)}` }),
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'other tracking parameters at each poll',
    entry: (entry, polls) => ({
      ...entry,
      link: `${entry.link}${entry.link.includes('?') ? '&' : '?'}utm_source=rss&utm_campaign=c${polls}`,
    }),
    expected: ['delivering'],
    delivers: true,
  },
  { name: 'oldest entries first', order: 'oldest-first', expected: ['delivering'], delivers: true },
  {
    name: 'says 304 whatever is new',
    answer: (visit) =>
      visit.isFeed
        ? visit.request.headers['if-none-match'] === undefined
          ? withHeaders(visit.ordinary, { etag: '"always"' })
          : { status: 304, headers: { etag: '"always"' } }
        : undefined,
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'pages behind a meta refresh',
    answer: (visit) =>
      visit.isPage && !hasBeenTurned(visit)
        ? {
            status: 200,
            headers: html,
            body: `<!doctype html><html><head><title>Redirecting</title><meta http-equiv="refresh" content="0; url=${turned(visit.path)}"></head><body>Redirecting…</body></html>`,
          }
        : undefined,
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'pages that want a cookie first',
    answer: (visit) =>
      visit.isPage && !hasCookie(visit)
        ? redirect(visit.path, 302, { 'set-cookie': 'visit=1; Path=/' })
        : undefined,
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'feed under text/html',
    answer: (visit) => (visit.isFeed ? withHeaders(visit.ordinary, html) : undefined),
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'one of four requests fails',
    answer: ({ count, isPage, path }) =>
      (isPage || path === '/feed') && count % 4 === 1 && path.length % 2 === 0
        ? { status: 503, body: 'busy' }
        : undefined,
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'a third of the links is dead',
    answer: ({ isPage, path }) => (isPage && path.length % 3 === 0 ? { status: 404, body: 'no' } : undefined),
    expected: ['delivering'],
  },
  {
    name: 'entries of the future',
    entry: (entry) => ({ ...entry, date: new Date(entry.date.getTime() + 3 * 86_400_000) }),
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'down at first',
    answer: onFeed({ status: 503, body: 'busy' }, ({ share }) => share < 0.2),
    expected: ['delivering'],
    delivers: true,
  },
  {
    name: 'withdraws every second page later',
    answer: ({ isPage, path, share }) =>
      isPage && share > 0.5 && path.length % 2 === 0 ? { status: 410, body: 'gone' } : undefined,
    expected: ['delivering'],
  },
];

/** A path parameter as session ids stand in it, another one at each poll. */
function turnedSession(link: string, polls: number): string {
  return `${link}${link.includes('?') ? '&' : '?'}PHPSESSID=${(polls + 4096).toString(16).padStart(26, 'a')}`;
}

function withHeaders(reply: Reply, more: Readonly<Record<string, string>>): Reply {
  return typeof reply === 'string' ? reply : { ...reply, headers: { ...reply.headers, ...more } };
}

/** Sites that keep the crawler out. */
const blocked: readonly Behaviour[] = [
  { name: 'Cloudflare before the feed', answer: onFeed(cloudflare), expected: ['blocked'] },
  { name: 'Cloudflare before the pages', answer: onPages(cloudflare), expected: ['blocked'] },
  { name: 'DataDome before the pages', answer: onPages(dataDome), expected: ['blocked'] },
  { name: 'Akamai before the feed', answer: onFeed(akamai), expected: ['blocked'] },
  { name: 'PerimeterX before the pages', answer: onPages(perimeterX), expected: ['blocked'] },
  {
    name: 'Cloudflare from the middle on',
    answer: ({ isFeed, isPage, share }) => ((isFeed || isPage) && share > 0.4 ? cloudflare : undefined),
    expected: ['blocked'],
  },
  {
    name: 'refuses the user agent',
    answer: ({ request }) =>
      (request.headers['user-agent'] ?? '').includes('newsmill')
        ? page(403, 'Forbidden', 'Forbidden')
        : undefined,
    expected: ['blocked'],
  },
  {
    name: 'pages behind a login',
    answer: (visit) =>
      visit.path.startsWith('/login')
        ? loginPage
        : visit.isPage
          ? redirect(`/login?back=${encodeURIComponent(visit.path)}`)
          : undefined,
    expected: ['blocked'],
  },
  { name: 'pages behind consent', answer: onPages(consentPage), expected: ['blocked'] },
  { name: 'pages are scripts alone', answer: onPages(scriptShell), expected: ['blocked', 'drifting'] },
  {
    name: '401 for all',
    answer: ({ isFeed, isPage }) =>
      isFeed || isPage
        ? page(401, 'Unauthorized', 'Unauthorized', { 'www-authenticate': 'Basic realm="subscribers"' })
        : undefined,
    expected: ['blocked'],
  },
  {
    name: '402 for the pages',
    answer: onPages(page(402, 'Payment required', 'Subscribe to read on.')),
    expected: ['blocked'],
  },
  {
    name: 'robots.txt denies the pages',
    answer: ({ path }) =>
      path === '/robots.txt'
        ? {
            status: 200,
            headers: { 'content-type': 'text/plain' },
            body: 'User-agent: *\nDisallow: /\nAllow: /feed\n',
          }
        : undefined,
    expected: ['blocked'],
  },
];

/** Sites that are away, broken or wrongly described. */
const broken: readonly Behaviour[] = [
  {
    name: 'a pause of an hour',
    answer: onFeed({ status: 429, headers: { 'retry-after': '3600' } }),
    expected: ['waiting'],
  },
  { name: '503 for all', answer: () => ({ status: 503, body: 'busy' }), expected: ['failing'] },
  { name: 'breaks connections off', answer: () => 'reset', expected: ['failing'] },
  { name: 'never answers', answer: onFeed('hang'), expected: ['failing'] },
  {
    name: 'fails from the middle on',
    answer: (visit) => (isLate(visit) ? { status: 500, body: 'error' } : undefined),
    expected: ['failing'],
  },
  { name: 'a closed port', url: 'http://CLOSED/feed', expected: ['failing'] },
  { name: 'no such host', url: 'http://no-such-paper.invalid/feed', expected: ['failing'] },
  { name: 'TLS asked of a plain server', url: 'https://HOST/feed', expected: ['failing'] },
  { name: '410 for the feed', answer: onFeed(page(410, 'Gone', 'Gone')), expected: ['gone'] },
  { name: '404 for the feed', answer: onFeed(page(404, 'Not found', 'Not found')), expected: ['gone'] },
  {
    name: 'parked',
    answer: ({ path }) => (path === '/robots.txt' ? undefined : parkedPage),
    expected: ['gone'],
  },
  {
    name: 'a web page as feed',
    answer: onFeed(page(200, 'Welcome', '<a href="/a">News</a>')),
    expected: ['invalid'],
  },
  {
    name: 'a picture as feed',
    answer: onFeed({
      status: 200,
      headers: { 'content-type': 'image/png' },
      body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    }),
    expected: ['invalid'],
  },
  {
    name: 'redirects in a loop',
    answer: (visit) => (visit.isFeed ? redirect('/feed') : undefined),
    expected: ['invalid'],
  },
  {
    name: 'an address that is not allowed',
    url: 'http://localhost:PORT/feed',
    source: { allowPrivate: [] },
    expected: [],
    isRefused: true,
  },
  {
    name: 'a feed of 30 MB',
    answer: onFeed({
      status: 200,
      headers: { 'content-type': 'application/rss+xml' },
      body: Buffer.alloc(30_000_000, 32),
    }),
    expected: ['invalid'],
  },
];

/** Sites that answer, and from which little comes. */
const quiet: readonly Behaviour[] = [
  {
    name: 'an empty feed',
    answer: (visit) =>
      visit.isFeed
        ? {
            status: 200,
            headers: { 'content-type': 'application/rss+xml' },
            body: '<rss version="2.0"><channel><title>Empty</title></channel></rss>',
          }
        : undefined,
    expected: ['silent'],
  },
  {
    name: 'nothing new for two years',
    entry: (entry) => ({ ...entry, date: new Date(entry.date.getTime() - 730 * 86_400_000) }),
    expected: ['silent'],
  },
  {
    name: 'moved for good',
    answer: (visit) => (visit.isFeed && visit.path === '/feed' ? redirect('/new-feed', 301) : undefined),
    expected: ['moved'],
  },
  { name: 'one of two channels is away', besides: 'ORIGIN/nowhere', expected: ['degraded'] },
  { name: 'switched off', source: { enabled: false }, expected: ['off'] },
  {
    name: 'another layout without text from the middle on',
    sites: 2,
    // The judge must know the source first, and takes the fourth page that is the same as a sign.
    before: (count) => count - 7,
    answer: onPages(brokenLayout, isLate),
    expected: ['drifting'],
  },
  {
    name: 'no text at all',
    answer: onPages(page(200, 'News', '<nav><a href="/">Home</a></nav>')),
    expected: ['drifting'],
  },
];

/** All that the sites of the run do; the first take the hosts with the most pages. */
export const behaviours: readonly Behaviour[] = [
  ...quiet.slice(-2),
  ...delivering,
  ...quiet.slice(0, -2),
  ...blocked,
  ...broken,
].flatMap(({ sites = 1, ...behaviour }) => Array.from({ length: sites }, () => behaviour));
