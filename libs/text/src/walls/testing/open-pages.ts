/** Pages that look like walls at first, and are none. */
export interface OpenPage {
  readonly name: string;
  readonly url: string;
  readonly html: string;
}

const story =
  'The harbour ferry, which has not sailed since 2011, returns in April: the council of Northgate voted on Tuesday to spend four million pounds on it.';
const long = `<p>${story}</p><p>The mayor said that nobody on the quay had seen a vote like it before, and that the first passengers would pay nothing.</p><p>Two boats of the same yard will follow, one of them for the islands, as soon as the new pier at the northern mole is ready.</p>`;
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><header><a href="/">Harbour Post</a><a href="/login">Log in</a></header>${body}</body></html>`;
const url = 'https://www.harbourpost.example/story/ferry';
const banner =
  '<div id="onetrust-banner-sdk"><h2>We value your privacy</h2><p>We and our 800 partners store cookies on your device and ask for your consent to personalised advertising and to the measurement of content on our pages.</p><button>Accept all</button><button>Manage</button></div><script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js"></script>';

// biome-ignore format: a table, read by its rows
export const openPages: readonly OpenPage[] = [
  { name: 'an article below a banner for cookies', url, html: page('The ferry returns', `${banner}<article><h1>The ferry returns</h1>${long}</article>`) },
  { name: 'a short article below a banner for cookies', url, html: page('The ferry returns', `${banner}<article><h1>The ferry returns to the harbour in April</h1><p>${story}</p><p>It will sail twice a day, in the morning and at night, from the old pier below the town hall.</p></article>`) },
  { name: 'an article about consent', url, html: page('Consent banners break the law, court says', `${banner}<article><h1>Consent banners break the law, court says</h1><p>A court in the capital ruled on Monday that banners which hide the button to reject cookies break the law, and that publishers must offer both.</p><p>The judges gave the three papers that had been sued until June to change their pages, and ordered them to pay the costs.</p><p>Their lawyers said that they would appeal, since nobody had been harmed by the colour of a button.</p></article>`) },
  { name: 'a teaser above a form that asks to log in', url, html: page('The ferry returns', `<article><h1>The ferry returns</h1>${long}</article><section><h2>Log in to read on</h2><form action="/login"><input type="email"><input type="password"><button>Log in</button></form></section>`) },
  { name: 'an article with a form in its head', url, html: page('The ferry returns', `<form action="/login"><input type="text" name="user"><input type="password"><button>Log in</button></form><article><h1>The ferry returns</h1>${long}</article>`) },
  { name: 'an article about logging in', url, html: page('How to log in to the new tax portal', `<form action="/search"><input type="search"></form><article><h1>How to log in to the new tax portal</h1>${long}</article>`) },
  { name: 'an article whose page says that scripts help', url, html: page('The ferry returns', `<noscript>Please enable JavaScript.</noscript><article><h1>The ferry returns</h1>${long}</article><script src="/a.js"></script>`) },
  { name: 'an article in the data of its scripts', url, html: page('The ferry returns', `<div id="__next"></div><noscript>Please enable JavaScript.</noscript><script type="application/json">{"articleBody":"${story}"}</script>`) },
  { name: 'an article that reloads itself after minutes', url, html: page('Live: the vote', `<article><h1>Live: the vote</h1>${long}</article>`, '<meta http-equiv="refresh" content="300">') },
  { name: 'an article about a redirected river', url, html: page('River redirected', `<article><h1>River redirected around the town</h1>${long}</article>`) },
  { name: 'an article about a domain for sale', url, html: page('The town buys its name back: domain is for sale', `<article><h1>The town buys its name back</h1>${long}</article>`) },
  { name: 'an article titled 404', url, html: page('Flight 404 not found for two hours', `<article><h1>Flight 404 not found for two hours</h1>${long}</article>`) },
  { name: 'a report in one paragraph', url, html: page('Ferry returns in April', `<article><h1>Ferry returns in April</h1><p>${story}</p></article>`) },
  { name: 'a video with a line of text', url, html: page('Watch: the ferry', `${banner}<nav>${'<a href="/n">Harbour news</a>'.repeat(30)}</nav><h1>Watch: the ferry leaves the yard</h1><video src="/v.mp4"></video><p>The ferry left the yard on Tuesday.</p>`) },
];
