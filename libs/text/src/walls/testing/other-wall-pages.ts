import type { WallPage } from './wall-page.ts';

const story = 'https://www.harbourpost.example/story/ferry';
const page = (lang: string, title: string, body: string, head = '') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const app = '<script src="/static/js/main.6e30.js"></script>';
const menu = '<nav><a href="/">Home</a><a href="/news">News</a><a href="/sport">Sport</a></nav>';

/** Challenges, pages that need scripts, that lead elsewhere, that are for sale or not there. */
// biome-ignore format: a table, read by its rows
export const otherWallPages: readonly WallPage[] = [
  { name: 'Cloudflare', kind: 'challenge', url: story, status: 403, headers: { 'cf-mitigated': 'challenge' }, html: page('en', 'Just a moment...', '<noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={cType:"managed"}</script>') },
  { name: 'Cloudflare, answered 200', kind: 'challenge', url: story, html: page('de', 'Einen Moment, bitte …', '<h1>www.harbourpost.example</h1><p>Überprüfung, ob Sie ein Mensch sind. Dies kann einige Sekunden dauern.</p><script>window._cf_chl_opt={cType:"managed"}</script>') },
  { name: 'DataDome', kind: 'challenge', url: story, status: 403, html: page('en', 'harbourpost.example', "<p id='cmsg'>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'A','host':'geo.captcha-delivery.com'}</script><script src='https://ct.captcha-delivery.com/c.js'></script>") },
  { name: 'Akamai', kind: 'challenge', url: story, status: 403, html: '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don\'t have permission to access "http&#58;&#47;&#47;www&#46;harbourpost&#46;example" on this server.<P>\nReference&#32;&#35;18&#46;2d7a<P>https&#58;&#47;&#47;errors.edgesuite.net/18.2d7a</BODY></HTML>' },
  { name: 'HUMAN', kind: 'challenge', url: story, status: 403, html: page('en', 'Access to this page has been denied', '<div class="px-captcha-container"><h1>Press and hold to confirm you are a human (and not a bot).</h1><div id="px-captcha"></div></div><script>window._pxAppId="PXa1"</script>') },
  { name: 'Imperva', kind: 'challenge', url: story, html: '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body style="margin:0"><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&incident_id=9" width="100%">Request unsuccessful. Incapsula incident ID: 9</iframe></body></html>' },
  { name: 'AWS WAF', kind: 'challenge', url: story, status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, html: page('en', '', '<div id="challenge-container"></div><script>AwsWafIntegration.checkForceRefresh().then(()=>{})</script><noscript><h1>JavaScript is disabled</h1></noscript>') },

  { name: 'an application that says so in noscript', kind: 'javascript', url: story, html: page('en', 'Harbour Post', `<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>${app}`) },
  { name: 'de: the same in German', kind: 'javascript', url: story, html: page('de', 'Hafenblatt', `<noscript><strong>Diese Seite funktioniert ohne JavaScript leider nicht. Bitte aktivieren Sie JavaScript.</strong></noscript><div id="app"></div>${app}`) },
  { name: 'es: the same in the text', kind: 'javascript', url: story, html: page('es', 'El Muelle', `<div class="msg"><h1>Active JavaScript</h1><p>Para ver esta página, active JavaScript en su navegador y vuelva a cargarla.</p></div>${app}`) },
  { name: 'zh: the same in the text', kind: 'javascript', url: story, html: page('zh', '港口日报', `<p>请启用 JavaScript 后继续访问本网站。</p>${app}`) },
  { name: 'an empty shell', kind: 'javascript', url: story, html: page('en', 'Harbour Post', `<div id="__next"></div>${app}`) },

  { name: 'en: a meta refresh that leads elsewhere', kind: 'redirect', url: story, html: page('en', 'Redirecting...', '<p>Redirecting to <a href="https://other.example/ferry">https://other.example/ferry</a></p>', '<meta http-equiv="refresh" content="0;url=https://other.example/ferry">') },
  { name: 'de: Weiterleitung', kind: 'redirect', url: story, html: page('de', 'Weiterleitung', '<h1>Sie werden weitergeleitet</h1><p>Falls nichts geschieht, <a href="/neu">klicken Sie hier</a>.</p>') },
  { name: 'fr: redirection', kind: 'redirect', url: story, html: page('fr', 'Redirection en cours', '<p>Vous allez être redirigé vers la page demandée.</p><a href="/nouveau">Continuer</a>') },
  { name: 'ru: перенаправление', kind: 'redirect', url: story, html: page('ru', 'Перенаправление', '<p>Сейчас вы будете перенаправлены.</p><a href="/novyi">Перейти</a>') },
  { name: 'ja: リダイレクト', kind: 'redirect', url: story, html: page('ja', 'リダイレクト中', '<p>自動的に移動します。</p><a href="/atarashii">こちら</a>') },
  { name: 'a script that leads elsewhere', kind: 'redirect', url: story, html: page('en', '', '<script>window.location.replace("https:\\/\\/other.example\\/ferry");</script>') },
  { name: 'a reader of news that leads on by script', kind: 'redirect', url: 'https://news.google.com/rss/articles/CBMiabc?oc=5', html: page('en', 'Google News', '<c-wiz data-n-a-sg="A" data-n-a-ts="1"><div><a href="https://news.google.com">Google News</a></div></c-wiz><script nonce="a">var data={};</script>') },

  { name: 'en: a name for sale', kind: 'parked', url: 'https://harbourpost.example/', html: page('en', 'harbourpost.example is for sale', '<h1>harbourpost.example</h1><p>This domain is for sale!</p><a href="https://sedo.com/search/details/?domain=harbourpost.example">Buy this domain</a><script src="https://www.sedoparking.com/frmpark/x/park.js"></script>') },
  { name: 'de: a name for sale', kind: 'parked', url: 'https://hafenblatt.example/faehre', html: page('de', 'Diese Domain steht zum Verkauf', '<h1>Die Domain hafenblatt.example steht zum Verkauf</h1><p>Diese Domain kaufen: Anfrage senden.</p><form><input type="email"><button>Senden</button></form>') },
  { name: 'a parking page that scripts fill', kind: 'parked', url: 'https://harbourpost.example/lander', html: page('en', 'harbourpost.example', '<div id="target"></div><script>window.park="eyJ1dWlkIjoi";</script><script src="/bodis.js"></script>') },

  { name: 'en: not there', kind: 'error', url: story, html: page('en', 'Page not found - Harbour Post', `${menu}<h1>404: Page not found</h1><p>Sorry, the page that you are looking for is not here any more.</p>`) },
  { name: 'de: nicht gefunden', kind: 'error', url: story, html: page('de', 'Seite nicht gefunden', `${menu}<h1>Diese Seite wurde leider nicht gefunden</h1><p>Nutzen Sie die Suche.</p>`) },
  { name: 'fr: introuvable', kind: 'error', url: story, html: page('fr', 'Page introuvable', `${menu}<h1>Page introuvable</h1><p>La page demandée n’existe plus.</p>`) },
  { name: 'es: no encontrada', kind: 'error', url: story, html: page('es', 'Página no encontrada', `${menu}<h1>Página no encontrada</h1><p>Lo sentimos.</p>`) },
  { name: 'no: finnes ikke', kind: 'error', url: story, html: page('no', 'Siden finnes ikke', `${menu}<h1>Siden finnes ikke</h1><p>Prøv forsiden.</p>`) },
  { name: 'ro: nu a fost găsită', kind: 'error', url: story, html: page('ro', 'Eroare 404', `${menu}<h1>Pagina nu există</h1><p>Încercați căutarea.</p>`) },
  { name: 'zh: 不存在', kind: 'error', url: story, html: page('zh', '页面不存在', `${menu}<h1>您访问的页面不存在</h1>`) },
];
