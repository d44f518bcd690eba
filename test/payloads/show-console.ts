import { openSession } from '@newsmill/operate';
import type { Browser, Page } from 'playwright-core';
import { consolePages } from '../../services/api/src/testing/console-pages.ts';
import { seededKey } from '../../services/api/src/testing/seeded-app.ts';
import { editableLetter, hostileFile, type HostileMill } from './hostile-mill.ts';
import { openHostilePaper, type HostilePaper } from './hostile-paper.ts';
import { openHostile, touchAll, type Harm } from './open-hostile.ts';

/** A page that a form leads to: the page with the form, its address, and what is typed. */
interface Sent {
  readonly path: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}
type Shown = string | Sent;

interface Hostile {
  readonly texts: readonly string[];
  /** Ids of the articles. */
  readonly ids: readonly string[];
  readonly paper: HostilePaper;
}

const inAddress = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Whether a text holds what a payload would run: the most of them do. */
const isHostile = (text: string): boolean => /window\.ran/i.test(text);

/** Feeds of a list of a reader, named by the payloads. */
function opmlOf(texts: readonly string[]): string {
  const attribute = (text: string): string =>
    text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n\r]/gu, ' ');
  const outlines = texts.map(
    (text, index) =>
      `<outline text="${attribute(text)}" title="${attribute(text)}" category="${attribute(text)}" xmlUrl="https://paper${index}.example/?${inAddress(text)}"/>`,
  );
  return `<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>${outlines.join('')}</body></opml>`;
}

/** What is shown of each page of the console, by the route that answers: with payloads, and what its forms answer to them. */
function pagesOf({ texts, ids, paper }: Hostile): Readonly<Record<string, readonly Shown[]>> {
  // Whole, and such as are known again on the page.
  const short = texts.filter((one) => one.length < 190 && isHostile(one));
  const text = (at: number): string => short[at % short.length] ?? '';
  const value = (at: number): string => inAddress(text(at));
  const [id = ''] = ids;
  const alert = Object.fromEntries(
    ['name', 'q', 'source', 'language', 'webhook', 'mail', 'matrix', 'zone'].map((name, at) => [
      name,
      text(at),
    ]),
  );
  return {
    '/': ['/?q=ferry', '/?q=ferry&sort=both&collapse=story', `/?q=${value(0)}`, `/${value(1)}`],
    '/today': ['/today'],
    '/articles/:id': [...ids.map((one) => `/articles/${one}`), `/articles/${value(2)}`],
    '/articles/:id/original': [`/articles/${id}/original`],
    '/articles/:id/versions': [`/articles/${id}/versions`],
    '/articles/:id/coverage': [`/articles/${id}/coverage`],
    '/people/:name': [`/people/${value(18)}`],
    '/organisations/:name': [`/organisations/${value(19)}`],
    '/places/:name': [`/places/${value(20)}`],
    '/copy': [`/copy?q=${value(3)}`],
    '/overview': ['/overview'],
    '/settings': ['/settings', `/settings?q=${value(4)}`],
    '/keys': [
      { path: '/keys', action: '/keys', fields: { name: text(5), expires: text(6), rateLimit: text(7) } },
    ],
    '/source-files/:name': [
      '/source-files/harbour-times.yaml',
      {
        path: `/source-files/${inAddress(hostileFile)}`,
        action: '/source-files/mend',
        fields: { text: texts.map((one) => JSON.stringify(one)).join('\n') },
      },
    ],
    '/sources': ['/sources', `/sources?q=${value(8)}`],
    '/sources/:id': [
      {
        path: '/sources/harbour-times',
        action: '/sources/edit',
        fields: { text: texts.map((one) => `${JSON.stringify(one)}: ${JSON.stringify(one)}`).join('\n') },
      },
    ],
    '/export': [`/export?q=${value(9)}`],
    '/reprocess': [
      {
        path: `/reprocess?q=${value(10)}`,
        action: '/reprocess',
        fields: { source: text(11), from: text(12) },
      },
    ],
    '/ledger': ['/ledger', `/ledger?url=${value(13)}`],
    '/dead': ['/dead'],
    '/dead/letters': ['/dead/letters'],
    '/dead/:id': [
      { path: '/dead/dead000000000001', action: '/dead/try', fields: {} },
      {
        path: `/dead/${editableLetter}`,
        action: '/dead/edit',
        fields: { do: 'check', text: JSON.stringify({ title: texts, [text(15)]: text(16) }) },
      },
    ],
    '/audit': ['/audit'],
    '/backup': ['/backup'],
    '/integrity': ['/integrity'],
    '/changes': ['/changes'],
    '/report': ['/report'],
    '/processes': ['/processes'],
    '/preview': [
      `/preview?url=${value(17)}`,
      { path: '/preview', action: '/preview', fields: { url: paper.feed, allowPrivate: paper.pair } },
      { path: '/preview', action: '/preview', fields: { url: text(21), source: texts.join('\n') } },
    ],
    '/import': [
      { path: '/import', action: '/import', fields: { do: 'show', list: opmlOf(texts) } },
      { path: '/import', action: '/import', fields: { do: 'show', list: texts.join('\n') } },
    ],
    '/alerts': [
      `/alerts?q=${value(22)}&name=${value(23)}`,
      { path: '/alerts', action: '/alerts', fields: alert },
    ],
    '/takedowns': [
      {
        path: `/takedowns?article=${value(24)}`,
        action: '/takedowns',
        fields: { article: text(25), reason: text(26) },
      },
    ],
    '/login': [`/login?next=/${value(27)}`],
    '/problems': ['/problems'],
    '/problems/:code': [`/problems/${value(28)}`],
  };
}

/** Sends a form of the page that is shown as a browser does, with fields that its elements would not let one type. */
async function sendForm(page: Page, { action, fields }: Sent): Promise<void> {
  const sent = page.waitForNavigation();
  await page.evaluate(
    ([address, typed]) => {
      const form = [...document.forms].find(
        (one) => new URL(one.getAttribute('action') ?? '', location.href).pathname === address,
      );
      if (form === undefined) throw new Error(`there is no form for ${address} at ${location.pathname}`);
      for (const [name, value] of Object.entries(typed)) {
        for (const one of form.querySelectorAll(`[name="${name}"]`)) one.removeAttribute('name');
        const field = form.appendChild(document.createElement('textarea'));
        field.name = name;
        field.value = value;
      }
      HTMLFormElement.prototype.submit.call(form);
    },
    [action, fields] as const,
  );
  await sent;
}

/** How much of a page can be read, and whether it or its fields hold what a payload would run. */
function lookAt(page: Page): Promise<{ readonly length: number; readonly holds: boolean }> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    const texts = [document.body.innerHTML, ...fields.map(({ value }) => value)];
    return {
      length: document.body.innerText.length,
      holds: texts.some((text) => /window\.ran/i.test(text)),
    };
  });
}

export interface ConsoleShown {
  readonly harm: Harm;
  readonly pages: number;
  /** Characters that could be read. */
  readonly shown: number;
  /** Routes of pages none of which held a payload. */
  readonly without: readonly string[];
}

/**
 * Shows every page of a hostile mill to an admin, with scripts on. The pages are those of `consolePages`, which other
 * suites hold to the routes that there are: one that is not in the table here is an error.
 */
export async function showConsole(browser: Browser, mill: HostileMill): Promise<ConsoleShown> {
  const { texts } = mill;
  const paper = await openHostilePaper(texts);
  const { page, harm, context } = await openHostile(browser, mill.address);
  page.on('response', (answer) => {
    if (answer.status() >= 500) harm.errors.push(`${answer.status()} ${answer.url()}`);
  });
  const token = (await openSession(mill.ports, seededKey, 'payloads'))?.token ?? '';
  await context.addCookies([{ name: 'newsmill-session', value: token, url: mill.address }]);
  const rows = pagesOf({ texts, ids: mill.articles.map(({ id }) => id), paper });
  const [wanted, given] = [Object.keys(consolePages), Object.keys(rows)];
  const odd = [
    ...wanted.filter((one) => !given.includes(one)),
    ...given.filter((one) => !wanted.includes(one)),
  ];
  if (odd.length > 0)
    throw new Error(`test/payloads/show-console.ts and console-pages.ts have other pages: ${odd.join(', ')}`);
  const without = new Set(wanted);
  let [shown, pages] = [0, 0];
  for (const [route, list] of Object.entries(rows))
    for (const one of list) {
      await page.goto(mill.address + (typeof one === 'string' ? one : one.path));
      if (typeof one !== 'string') await sendForm(page, one);
      await touchAll(page, harm);
      pages += 1;
      const { length, holds } = await lookAt(page);
      shown += length;
      if (holds) without.delete(route);
    }
  await context.close();
  await paper.close();
  return { harm, pages, shown, without: [...without] };
}
