import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { givenUp } from './testing/contract-cases.ts';
import { openChromium } from './testing/open-chromium.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { resizePage } from './testing/resize-page.ts';
import { openSeededApp, seededKey, waitingUrl, type SeededApp } from './testing/seeded-app.ts';
import { seededId } from './testing/seeded-articles.ts';
import { takePicture } from './testing/take-picture.ts';
import { visitPage } from './testing/visit-page.ts';

const pages = {
  front: '/',
  search: '/?q=ferry',
  'search-stories': '/?q=ferry&sort=both&collapse=story',
  today: '/today',
  'today-month': '/today?span=month',
  'search-problem': '/?q=lang%3Ade+ferry',
  'search-nothing': '/?q=zeppelin&source=harbour-times',
  article: `/articles/${seededId('harbour-times', 'night-ferry-returns')}`,
  'article-versions': `/articles/${seededId('harbour-times', 'night-ferry-returns')}/versions`,
  'article-coverage': `/articles/${seededId('harbour-times', 'night-ferry-returns')}/coverage`,
  person: '/people/Mara%20Quill',
  'place-year': '/places/Port%20Alder?span=year',
  'article-arabic': `/articles/${seededId('sahifat-almina', 'abbara')}`,
  'article-chinese': `/articles/${seededId('haigang-ribao', 'xin-gang')}`,
  'article-copy': `/articles/${seededId('deich-bote', 'night-ferry-wire')}`,
  'article-payload': `/articles/${seededId('harbour-times', 'fog-horn')}`,
  sources: '/sources',
  source: '/sources/harbour-times',
  ledger: '/ledger',
  'ledger-item': `/ledger?url=${encodeURIComponent(`https://harbour-times.example/news/night-ferry-returns`)}`,
  'ledger-waiting': `/ledger?url=${encodeURIComponent(waitingUrl)}`,
  dead: '/dead',
  'dead-letters': '/dead/letters',
  'dead-bytes': '/dead/bin0000000000001',
  'dead-letter': '/dead/ffee00112233aabb',
  audit: '/audit',
  overview: '/overview',
  'overview-day': '/overview?span=day',
  processes: '/processes',
  preview: '/preview',
  import: '/import',
  alerts: '/alerts',
  takedowns: '/takedowns',
  settings: '/settings',
  keys: '/keys',
  login: '/login',
} as const;

const wide = { width: 1280, height: 900 };
const phone = { width: 375, height: 760 };

describe('the console in Chromium', () => {
  let app: SeededApp;
  let live: SeededApp;
  const directory = mkdtempSync(join(tmpdir(), 'newsmill-console-'));
  let paper: Paper;
  let browser: Browser;
  beforeAll(async () => {
    app = await openSeededApp();
    // Sessions end by the clock of the registry, so that of this one is not a fixed moment.
    live = await openSeededApp({ now: Date.now, directory });
    writeFileSync(
      join(directory, 'harbour-times.yaml'),
      'id: harbour-times\nname: Harbour Times\nchannels:\n  - url: https://harbour-times.example/feed.xml\n',
    );
    paper = await openPaper();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await live.close();
    rmSync(directory, { recursive: true, force: true });
    await paper.close();
  });

  /** Complaints include requests to other places and dialogs. */
  const visit = (options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<string[]> =>
    visitPage(browser, options, work, (page, complaints) => {
      page.on('dialog', (dialog) => {
        complaints.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (![app, live].some(({ address }) => request.url().startsWith(address)))
          complaints.push(`request to ${request.url()}`);
      });
    });
  async function overflow(page: Page): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Presses Tab until what the selector names has the focus. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    const isThere = () =>
      page.evaluate((one) => document.activeElement === document.querySelector(one), selector);
    for (let presses = 0; presses < 60 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
    expect(await isThere()).toBe(true);
  }

  it('shows every page without an error and without scrolling sideways, on a phone and wide', async () => {
    const complaints = await visit({ viewport: phone }, async (page) => {
      for (const [name, path] of Object.entries(pages)) {
        const look = async (form: string) => {
          expect({ name, form, tooWide: (await overflow(page)) > 0 }).toEqual({ name, form, tooWide: false });
          await takePicture(page, `${name}-${form}`, { fullPage: true });
        };
        await page.setViewportSize(phone);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(app.address + path);
        const headings = await page.evaluate(() => document.querySelectorAll('h1').length);
        expect({ name, headings }).toEqual({ name, headings: 1 });
        await look('phone-light');
        // The wide forms of a page are the same document: it is not asked for again. Charts grow within a frame.
        await resizePage(page, wide);
        await look('wide-light');
        await page.emulateMedia({ colorScheme: 'dark' });
        await look('wide-dark');
      }
    });
    expect(complaints).toEqual([]);
  }, 240_000);

  it('reads, searches and previews without JavaScript', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(app.address);
      await page.fill('#q', 'ferry');
      await page.press('#q', 'Enter');
      expect(await page.locator('.hit').count()).toBe(3);
      expect(await page.locator('.hit mark').first().textContent()).toMatch(/ferry/i);
      await page.click('.facet a:has-text("Der Deichbote")');
      expect(await page.locator('.hit').count()).toBe(1);
      await page.click('.hit h3 a');
      expect(await page.locator('.copy-of').textContent()).toContain('Nearly the same text');
      await page.click('nav >> text=Try a feed');
      expect(await page.locator('#url').count()).toBe(0);
      await logIn(page, '/preview');
      await page.fill('#url', paper.feed);
      await page.click('summary:has-text("private")');
      await page.fill('#allow-private', paper.pair);
      await page.click('button:has-text("Try it")');
      expect(await page.locator('.preview-story').count()).toBe(2);
      expect(await page.locator('#allow-private').count()).toBe(1);
      await takePicture(page, 'preview-result-light', { fullPage: true });
    });
    expect(complaints).toEqual([]);
  });

  it('draws charts with axes, by the server and in the browser, and tells the values under the pointer', async () => {
    expect(
      await visit({ javaScriptEnabled: false }, async (page) => {
        await page.goto(`${app.address}/today`);
        expect(await page.locator('.chart-unit').textContent()).toBe('articles an hour');
        expect(await page.locator('.chart-values text').allTextContents()).toEqual(['0', '1', '2', '3']);
        expect(await page.locator('.chart-times text').count()).toBeGreaterThan(3);
        await page.click('.chart summary');
        expect(await page.locator('.chart tbody tr:has-text("13:00")').last().textContent()).toBe(
          '24 Nov 2026, 13:003',
        );
      }),
    ).toEqual([]);
    expect(
      await visit({}, async (page) => {
        await page.goto(`${app.address}/today`);
        const box = await page.locator('.chart-canvas canvas').boundingBox();
        expect(box?.width).toBeGreaterThan(900);
        await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * (1 - 2.5 / 24), (box?.y ?? 0) + 60);
        await page.locator('[data-chart-time]:has-text("13:00")').waitFor();
        expect(await page.locator('[data-chart-time]').textContent()).toBe('24 Nov 2026, 13:00: 3');
        await takePicture(page, 'chart-hover');
      }),
    ).toEqual([]);
  }, 240_000);

  it('shows how the mill stands without JavaScript, with what to do next', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${app.address}/overview`);
      expect(await page.locator('.line .stage').count()).toBe(6);
      expect(await page.locator('.stage-bad h3').allTextContents()).toEqual(['Clean']);
      expect(await page.locator('#live-warnings li').first().textContent()).toContain(
        'No process runs clean',
      );
      expect(await page.locator('#live-warnings .command code').first().textContent()).toBe(
        'newsmill run --role clean',
      );
      expect(await page.locator('.charts svg.chart-plot polyline').count()).toBeGreaterThan(8);
      expect(await page.locator('[data-live-state]').isVisible()).toBe(false);
      await page.click('.charts summary >> nth=0');
      expect(await page.locator('.charts table').first().locator('tbody tr').count()).toBe(60);
      await takePicture(page, 'overview-plain', { fullPage: true });
      await page.click('nav >> text=Week');
      expect(await page.locator('.charts tbody').first().locator('tr').count()).toBe(168);
      await page.click('a:has-text("All processes")');
      expect(await page.locator('h1').textContent()).toBe('Processes');
    });
    expect(complaints).toEqual([]);
  }, 240_000);

  it('follows the mill by itself, can be paused, and is where an operator who logs in comes to', async () => {
    const at = Date.now();
    const process = (await app.ports.state.announcements(0)).find(({ id }) => id === 'one');
    if (process === undefined) throw new Error('no process is seeded');
    const tell = (beat: number, searchable: number) =>
      live.ports.state.announce(
        { ...process, services: ['fetch', 'clean', 'enrich', 'index', 'api'], seenAt: at, problems: [] },
        at + 600_000,
        { beat, sums: { searchable, 'passed.index': searchable }, peaks: {} },
      );
    await tell(1_000, 0);
    const complaints = await visit({}, async (page) => {
      await page.goto(`${live.address}/login`);
      await page.fill('#key', seededKey);
      await page.click('button:has-text("Log in")');
      await page.waitForURL(`${live.address}/overview`);
      await page.click('nav >> text=Search');
      await page.click('.wordmark');
      expect(new URL(page.url()).pathname).toBe('/overview');
      await page.locator('[data-is="following"]').waitFor();
      const searchable = page.locator('.stage-hour li:has-text("became searchable")');
      const before = Number.parseInt(((await searchable.textContent()) ?? '').replace(',', ''), 10);
      await tell(1_001, 5_000);
      await page
        .locator(`.stage-hour li:has-text("${(before + 5_000).toLocaleString('en-GB')} became searchable")`)
        .waitFor();
      await page.click('[data-live-switch]');
      expect(await page.locator('[data-following]').textContent()).toBe('paused');
      await tell(1_002, 1_000);
      await page.waitForTimeout(5_000);
      expect(await searchable.textContent()).toContain((before + 5_000).toLocaleString('en-GB'));
      await page.click('[data-live-switch]');
      await page
        .locator(`.stage-hour li:has-text("${(before + 6_000).toLocaleString('en-GB')} became searchable")`)
        .waitFor();
      await takePicture(page, 'overview-live', { fullPage: true });
    });
    expect(complaints).toEqual([]);
  }, 240_000);

  it('shows what a source file would change, without JavaScript', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await logIn(page, '/preview');
      await page.goto(`${live.address}/sources`);
      await page.click('summary:has-text("What would change")');
      await page.fill(
        '#plan-file',
        'id: harbour-times\nname: Harbour Times\nchannels:\n  - url: https://harbour-times.example/feed.xml\n    interval: 5m\n',
      );
      await page.click('button:has-text("Show what would change")');
      const note = page.locator('section[aria-labelledby="plan"]');
      expect(await note.textContent()).toContain('channels[https://harbour-times.example/feed.xml].interval');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await takePicture(page, 'sources-plan-light');
    });
    expect(complaints).toEqual([]);
  });

  it('edits the file of a source on a phone, without JavaScript', async () => {
    const complaints = await visit(
      { javaScriptEnabled: false, viewport: { width: 375, height: 760 } },
      async (page) => {
        await logIn(page, '/preview');
        await page.goto(`${live.address}/sources/harbour-times`);
        await page.fill('#text', `${await page.inputValue('#text')}tags: [sea]\n`);
        await page.click('button:has-text("Show what would change")');
        expect(await page.locator('section[aria-labelledby="plan"]').textContent()).toContain('tags');
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await takePicture(page, 'source-edit-phone', { fullPage: true });
        await page.click('button:has-text("Write it")');
        expect(await page.locator('[role="status"]').textContent()).toContain('The file is written');
        expect(await page.inputValue('#text')).toContain('tags: [sea]');
        await page.fill('#confirm', 'tide');
        await page.click('button:has-text("Remove the source")');
        expect(await page.locator('.problem, [role="alert"]').first().textContent()).toContain(
          'type harbour-times',
        );
      },
    );
    expect(complaints).toEqual([]);
  });

  it('adds many sources by keyboard alone, after showing them, also from a file', async () => {
    const complaints = await visit({}, async (page) => {
      await logIn(page, '/import');
      await page.goto(`${live.address}/import`);
      await page.setInputFiles('#list-file', {
        name: 'papers.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(`${paper.feed}\nhttp://127.0.0.1:9/nothing\n`),
      });
      await page.waitForFunction(() => document.activeElement?.id === 'list');
      expect(await page.inputValue('#list')).toContain(paper.feed);
      await tabTo(page, 'form[action="/import"] summary');
      await page.keyboard.press('Enter');
      await tabTo(page, '#allow-private');
      await page.keyboard.type(paper.pair);
      await tabTo(page, 'button[value="show"]');
      await page.keyboard.press('Enter');
      await page.locator('h2:has-text("1 source would be added")').waitFor();
      expect(await page.locator('.rows').textContent()).toContain('left out');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await takePicture(page, 'import-shown', { fullPage: true });
      await tabTo(page, 'button[value="add"]');
      await page.keyboard.press('Enter');
      await page.locator('h2:has-text("1 source added")').waitFor();
      expect(readdirSync(directory).filter((name) => name.endsWith('.yaml'))).toHaveLength(2);
      await page.goto(`${app.address}/import`);
      expect(await page.locator('form[action="/import"]').count()).toBe(0);
    });
    expect(complaints).toEqual([]);
  });

  it('leads who is new through four steps, without scripts, until they are put away', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(app.address);
      expect(await page.locator('.steps > li').count()).toBe(4);
      // Its source is of its own, and no search is saved.
      expect(await page.locator('.step-done').count()).toBe(1);
      await page.click('.steps >> text=Be told of news');
      expect(new URL(page.url()).searchParams.get('q')).toMatch(/^place:"/);
      await page.goto(app.address);
      await page.click('.steps >> text=Search');
      expect(await page.locator('.hit').count()).toBeGreaterThan(0);
      expect(await page.locator('.welcome').count()).toBe(0);
      await page.goto(`${app.address}/overview`);
      await page.click('button:has-text("Put away")');
      expect(new URL(page.url()).pathname).toBe('/overview');
      expect(await page.locator('.welcome').count()).toBe(0);
      await page.goto(app.address);
      expect(await page.locator('.welcome').count()).toBe(0);
    });
    expect(complaints).toEqual([]);
  });

  it('searches while one types, keeps the last results for a query that cannot be read yet, and takes / as the way to the field', async () => {
    const complaints = await visit({}, async (page) => {
      await page.goto(app.address);
      await page.keyboard.press('/');
      await page.keyboard.type('bolts');
      await page.waitForFunction(() => document.querySelectorAll('.hit').length === 1);
      await page.waitForURL((url) => url.searchParams.get('q') === 'bolts');
      const answered = page.waitForResponse((response) => response.url().includes('%22'));
      await page.keyboard.type(' "loose');
      await answered;
      expect(await page.locator('.hit').count()).toBe(1);
      await page.keyboard.type(' bolts"');
      await page.waitForURL(/loose\+bolts%22/);
      // The end of a query is completed by keys alone.
      await page.fill('#q', 'ferr');
      await page.locator('#completions [role=option]').first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('#completions').isVisible()).toBe(false);
      // The end of a composition comes without another input.
      await page.locator('#q').evaluate((field: HTMLInputElement) => {
        field.value = 'nigh';
        field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
        field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
      });
      await page.locator('#completions [role=option]').first().waitFor();
      await page.keyboard.press('Escape');
      await page.fill('#q', 'nigh');
      await page.locator('#completions [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe('completion-0');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.searchParams.get('q') === 'night');
    });
    expect(complaints).toEqual([]);
  });

  it('remembers the theme, copies a command, and goes everywhere by keyboard', async () => {
    const complaints = await visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.goto(`${app.address}/dead`);
      await page.click('[data-theme-switch]');
      await page.reload();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        'rgb(22, 23, 26)',
      );
      await page.click('[data-copy]');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('./newsmill dead groups');
      await page.keyboard.press('Tab');
      await page.goto(app.address);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
    expect(complaints).toEqual([]);
  });

  it('says where the browser does not allow copying', async () => {
    // None but those that are named are given.
    const complaints = await visit({ permissions: ['geolocation'] }, async (page) => {
      await page.goto(`${app.address}/dead`);
      await page.click('[data-copy]');
      await page.locator('[data-copy]:has-text("does not allow copying")').waitFor();
    });
    expect(complaints).toEqual([]);
  });

  async function logIn(page: Page, path: string): Promise<void> {
    await page.goto(live.address + path);
    await page.click('main >> text=Log in');
    await page.fill('#key', seededKey);
    await page.click('button:has-text("Log in")');
    await page.waitForURL(live.address + path);
  }

  it('saves a search, shows the secret of its webhook once, and removes it', async () => {
    const complaints = await visit({}, async (page) => {
      await logIn(page, '/alerts?q=ferry');
      await page.fill('#webhook', 'https://hooks.example/secret-path');
      await page.click('button:has-text("Save this search")');
      expect(await page.locator('.found').textContent()).toContain('whsec_');
      expect(await page.locator('.saved li').textContent()).toContain('https://hooks.example');
      expect(await page.content()).not.toContain('secret-path');
      await takePicture(page, 'alerts-saved', { fullPage: true });
      await page.goto(`${live.address}/alerts`);
      expect(await page.locator('.found').count()).toBe(0);
      await page.click('.saved h3 a');
      expect(await page.locator('#q').inputValue()).toBe('ferry');
      await page.goto(`${live.address}/alerts`);
      await page.click('a:has-text("Edit")');
      await page.fill('#name', 'Ferries and ports');
      await page.fill('#webhook', '');
      await page.fill('#alert-mail', 'desk@paper.example');
      await page.selectOption('#alert-digest', 'weekly');
      await page.selectOption('#alert-weekday', 'friday');
      await page.click('button:has-text("Save the changes")');
      expect(await page.locator('.saved li').textContent()).toContain(
        'to desk@paper.example, every week on Friday',
      );
      await page.click('button:has-text("Send a test")');
      expect(await page.locator('main').textContent()).toContain('set NEWSMILL_SMTP_URL');
      await takePicture(page, 'alerts-edited', { fullPage: true });
      await page.click('button:has-text("Remove")');
      expect(await page.locator('.saved li').count()).toBe(0);
    });
    expect(complaints).toEqual([]);
  });

  it('sends a delivery again that was given up, without JavaScript', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await logIn(page, '/alerts');
      const { path } = await givenUp(live, paper);
      await page.goto(`${live.address}/alerts`);
      const deliveries = page.locator('.saved details');
      await deliveries.locator('summary').click();
      expect(await deliveries.textContent()).toContain('given up');
      await takePicture(page, 'alerts-given-up', { fullPage: true });
      await deliveries.locator('button:has-text("Send again")').click();
      expect(await page.locator('[role="status"]').textContent()).toContain('on its way again');
      await page.click('.saved button:has-text("Remove")');
      expect(await page.content()).not.toContain(String(path?.['id']));
    });
    expect(complaints).toEqual([]);
  });

  it('takes an article down from its page, and lets it in again', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(live.address + pages.article);
      expect(await page.locator('text=Take it down').count()).toBe(0);
      await logIn(page, '/takedowns');
      await page.goto(live.address + pages.article);
      await page.click('text=Take it down');
      await page.fill('#reason', 'a court <order>');
      await page.click('button:has-text("Take it down")');
      expect(await page.locator('.saved li').textContent()).toContain('a court <order>');
      await takePicture(page, 'takedowns-one', { fullPage: true });
      await page.click('button:has-text("Allow it again")');
      expect(await page.locator('.saved li').textContent()).toContain('lifted by');
    });
    expect(complaints).toEqual([]);
  });

  it('mends a source file that gives no source, without JavaScript', async () => {
    const complaints = await visit(
      { javaScriptEnabled: false, viewport: { width: 390, height: 800 } },
      async (page) => {
        const path = join(directory, 'quiet-gazette.yaml');
        writeFileSync(
          path,
          'id: quiet-post\nname: Quiet\nchanels:\n  - url: https://quiet-gazette.example/feed\n',
        );
        await page.goto(`${live.address}/source-files/quiet-gazette.yaml`);
        expect(await page.locator('#text').count()).toBe(0);
        await logIn(page, '/source-files/quiet-gazette.yaml');
        await page.goto(`${live.address}/sources`);
        await page.click('.mistakes a');
        expect(await page.locator('.mistakes').textContent()).toContain('did you mean channels?');
        const text = await page.inputValue('#text');
        await page.click('button:has-text("Check and write it")');
        expect(await page.locator('[role="alert"]').textContent()).toContain('chanels');
        await page.fill('#text', text.replace('chanels', 'channels'));
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await takePicture(page, 'source-file-phone', { fullPage: true });
        await page.click('button:has-text("Check and write it")');
        expect(await page.locator('[role="status"]').textContent()).toContain('The file is written');
        expect(await page.locator('.mistakes').count()).toBe(0);
      },
    );
    expect(complaints).toEqual([expect.stringContaining('400 (Bad Request)')]);
  });

  it('finds a setting by keyboard alone, and shows no secret', async () => {
    const complaints = await visit({}, async (page) => {
      await page.goto(`${live.address}/settings`);
      expect(await page.locator('.settings li').count()).toBe(0);
      await logIn(page, '/settings');
      expect(await page.content()).not.toContain(seededKey);
      await takePicture(page, 'settings-all');
      await page.focus('#q');
      await page.keyboard.type('rate limit');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=rate/);
      const only = page.locator('.settings li');
      expect(await only.count()).toBe(1);
      expect(await only.textContent()).toMatch(/NEWSMILL_RATE_LIMIT.*0.*from the environment.*3000/s);
      await page.goto(`${live.address}/settings?show=set`);
      expect(await page.locator('.settings li').count()).toBe(4);
      expect(await page.locator('.settings li:has-text("NEWSMILL_ADMIN_KEY")').textContent()).toContain(
        'a secret, not shown',
      );
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await takePicture(page, 'settings-phone');
    });
    expect(complaints).toEqual([]);
  });

  it('makes a key without JavaScript, shows it once, and revokes it with its sessions', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await logIn(page, '/keys');
      await page.fill('#key-name', 'Reader <of> the desk');
      await page.fill('#key-expires', '2020-01-01');
      await page.click('button:has-text("Make a key")');
      expect(await page.locator('[role="alert"]').textContent()).toContain('a time to come');
      expect(await page.inputValue('#key-name')).toBe('Reader <of> the desk');
      await page.fill('#key-expires', '2099-12-31');
      await page.selectOption('#key-scope', 'write');
      await page.fill('#key-rate', '120');
      await page.click('button:has-text("Make a key")');
      const key = (await page.locator('.found code').textContent()) ?? '';
      expect(key).toMatch(/^nm_[0-9a-f]{16}_/);
      const row = page.locator('.saved li');
      expect(await row.textContent()).toMatch(/Reader <of> the desk.*120 requests.*Never used/s);
      await takePicture(page, 'keys-made', { fullPage: true });
      const opens = async () =>
        (
          await fetch(`${live.address}/api/v1/saved-searches`, {
            headers: { authorization: `Bearer ${key}` },
          })
        ).status;
      expect(await opens()).toBe(200);
      await page.goto(`${live.address}/keys`);
      expect(await page.content()).not.toContain(key);
      expect(await row.textContent()).toContain('Last used');
      expect(await page.locator('section[aria-labelledby="sessions"] li').first().textContent()).toContain(
        '(this browser)',
      );
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await takePicture(page, 'keys-phone', { fullPage: true });
      await page.click('button:has-text("Revoke")');
      expect(await row.count()).toBe(0);
      expect(await opens()).toBe(401);
      // The sessions of the tests before are other browsers.
      const others = page.locator('section[aria-labelledby="sessions"] button');
      const before = await others.count();
      expect(before).toBeGreaterThan(0);
      await others.first().click();
      expect(new URL(page.url()).pathname).toBe('/keys');
      expect(await others.count()).toBe(before - 1);
    });
    // The browser tells of the refused form.
    expect(complaints).toEqual([expect.stringContaining('400 (Bad Request)')]);
  });

  it('says why an article cannot be taken down, and keeps what was typed', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await logIn(page, '/takedowns?article=nowhere');
      await page.fill('#reason', 'a mistake');
      await page.click('button:has-text("Take it down")');
      expect(await page.locator('.problem').textContent()).toContain(
        'there is no article "nowhere": give its id, or one of its addresses',
      );
      expect(await page.locator('#reason').inputValue()).toBe('a mistake');
    });
  });
});
