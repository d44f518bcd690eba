import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
import { seededId } from './testing/seeded-articles.ts';

let app: SeededApp;
/** Logins are few in a minute, so a minute passes before each. */
let passed = 0;
beforeAll(async () => {
  app = await openSeededApp({ now: () => Date.now() + passed });
});
afterAll(() => app.close());

const asPage = { accept: 'text/html' };

async function page(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await fetch(app.address + path, { headers: { ...asPage, ...headers } })).text();
}

function send(path: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  return fetch(app.address + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...asPage, ...headers },
    redirect: 'manual',
  });
}

function cookiesIn(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The page of keys as an admin opens it: its cookies, and the token of its forms. */
async function openKeys() {
  passed += 60_000;
  const tokenIn = (text: string) => /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const login = await fetch(`${app.address}/login`, { headers: asPage });
  const fields = { token: tokenIn(await login.text()), key: seededKey };
  const session = cookiesIn(await send('/login', fields, { cookie: cookiesIn(login) }));
  const keys = await fetch(`${app.address}/keys`, { headers: { ...asPage, cookie: session } });
  return { cookie: `${session}; ${cookiesIn(keys)}`, token: tokenIn(await keys.text()) };
}

describe('the language of a page', () => {
  it('is what was chosen, else what the browser asks for, else English', async () => {
    expect(await page('/sources')).toMatch(/<html lang="en" dir="ltr".*<h1>Sources</s);
    expect(await page('/sources', { 'accept-language': 'de-AT,de;q=0.9' })).toMatch(
      /<html lang="de" dir="ltr".*<h1>Quellen</s,
    );
    const chosen = { 'accept-language': 'de', cookie: 'newsmill-language=ar' };
    expect(await page('/sources', chosen)).toMatch(/<html lang="ar" dir="rtl".*<h1>المصادر</s);
    expect(await page('/sources', { cookie: 'newsmill-language=tlh' })).toContain('<html lang="en"');
  });
  it('holds for pages of failures, and for what is answered after a body was read', async () => {
    const german = { 'accept-language': 'de' };
    expect(await page('/nothing-is-here', german)).toContain('An dieser Adresse ist nichts');
    const login = await fetch(`${app.address}/login`, { headers: german });
    const [cookie = ''] = (login.headers.get('set-cookie') ?? '').split(';');
    const token = /name="token" value="([^"]+)"/.exec(await login.text())?.[1] ?? '';
    const refused = await send('/login', { token, key: 'none' }, { ...german, cookie });
    expect(await refused.text()).toContain('Dieser Schlüssel ist unbekannt');
  });
  it.each([
    ['/ledger', 'Register', 'Wo ist mein Artikel?', 'Nachsehen'],
    ['/today', 'Heute', '24 Stunden', 'Zeitraum'],
    ['/processes', 'Prozesse', 'Überblick'],
    ['/audit', 'Prüfung', 'ausgeglichen', 'Entdeckte Adressen'],
    [
      `/articles/${seededId('harbour-times', 'night-ferry-returns')}`,
      'Das Original lesen',
      'Lesezeit',
      'Zuerst gesehen',
    ],
  ])('holds for the whole of %s', async (path, ...words) => {
    const text = await page(path, { 'accept-language': 'de' });
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
  it('leaves articles, and what programs read, as they are', async () => {
    const article = await page(`/articles/${seededId('sahifat-almina', 'abbara')}`, {
      'accept-language': 'de',
    });
    expect(article).toMatch(/<html lang="de" dir="ltr".*lang="ar"/s);
    const problem = await fetch(`${app.address}/api/v1/nothing`, { headers: { 'accept-language': 'ar' } });
    expect(await problem.json()).toMatchObject({ title: 'There is nothing at this address' });
  });
  it('is not claimed for what the mill words in English', async () => {
    const copy = `/articles/${seededId('deich-bote', 'night-ferry-wire')}/original`;
    expect(await page(copy, { 'accept-language': 'de' })).toContain(
      '<bdi lang="en">The archive of this mill does not hold',
    );
    const { cookie, token } = await openKeys();
    const german = { 'accept-language': 'de', cookie };
    const refused = await send('/keys', { token, name: '', scope: 'read' }, german);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('<bdi lang="en">')]);
    const revoked = await send('/keys/revoke', { token, id: '0123456789abcdef' }, german);
    expect([revoked.status, await revoked.text()]).toEqual([
      404,
      expect.stringContaining('<p>Er ist schon widerrufen.</p>'),
    ]);
  });
  it('is not mixed up among readers that ask at once', async () => {
    const wanted = ['en', 'de', 'ar', 'de', 'en', 'ar', 'ar', 'de'];
    const pages = await Promise.all(wanted.map((tag) => page('/today', { 'accept-language': tag })));
    expect(pages.map((text) => /<html lang="(\w+)"/.exec(text)?.[1])).toEqual(wanted);
  });
  it('is chosen at the foot of a page, which is shown again, also before anybody is logged in', async () => {
    const text = await page('/sources?state=silent&sort=name');
    const [, next = ''] = /action="\/language".*?name="next" value="([^"]+)"/s.exec(text) ?? [];
    const answer = await send('/language', { language: 'ar', next: next.replaceAll('&amp;', '&') });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sources?state=silent&sort=name']);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^newsmill-language=ar; Path=\/; Max-Age=31536000; SameSite=Lax/,
    );
  });
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\r\nx: y',
    '',
  ])('leads to no other site: %j', async (next) => {
    expect((await send('/language', { language: 'de', next })).headers.get('location')).toBe('/');
  });
  it('is not chosen by a page of another site, and is one that there is', async () => {
    const foreign = await send(
      '/language',
      { language: 'de', next: '/' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null]);
    const made = await send('/language', { language: 'x; Domain=evil.example', next: '/' });
    expect(made.headers.get('set-cookie')).toMatch(/^newsmill-language=en; /);
  });
});

describe('logging in', () => {
  /** Where logging in leads, from the way to it on a page. */
  async function cameBack(path: string, link: RegExp): Promise<string | null> {
    passed += 60_000;
    const [, login = ''] = link.exec(await page(path)) ?? [];
    const answer = await fetch(app.address + login.replaceAll('&amp;', '&'), { headers: asPage });
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
    const text = await answer.text();
    const field = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = text.slice(text.indexOf('action="/login"'));
    const next = /name="next" value="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const done = await send('/login', { token: field('token'), next, key: seededKey }, { cookie });
    return done.status === 303 ? done.headers.get('location') : null;
  }
  const foot = /<a href="(\/login[^"]*)">Log in<\/a>/;
  const paths = [
    '/?q=ferry&source=harbour-times',
    '/today?span=week',
    `/articles/${seededId('harbour-times', 'night-ferry-returns')}`,
    '/alerts?q=a%26b&language=de',
    '/takedowns?article=x',
    '/preview?url=https%3A%2F%2Fharbour-times.example%2F',
    '/sources?state=silent',
    '/ledger?fate=dead',
    '/dead',
    '/audit',
    '/processes',
    '/problems',
    '/import',
  ];
  it.each(paths)('leads back to %s, whichever way one takes', async (path) => {
    const ways = [...(await page(path)).matchAll(/<a href="(\/login[^"]*)"/g)].map(([, way = '']) => way);
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways)
      expect([
        way,
        await cameBack(path, new RegExp(`<a href="(${way.replaceAll(/[?.]/g, '\\$&')})"`)),
      ]).toEqual([way, path]);
  });
  it('leads to the overview from the front page, and on from where a key was needed', async () => {
    expect(await cameBack('/', foot)).toBe('/overview');
    // The page "Log in" keeps what it was opened with, in its own link too.
    expect(await cameBack('/login?next=%2Fsources%3Fstate%3Dsilent', foot)).toBe('/sources?state=silent');
  });
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/%0d%0ax'])(
    'leads to no other site: %s',
    async (next) => {
      const where = await cameBack(`/login?next=${encodeURIComponent(next)}`, foot);
      expect(['/overview', next]).toContain(where);
      expect(new URL(where ?? '', app.address).origin).toBe(app.address);
    },
  );
});
