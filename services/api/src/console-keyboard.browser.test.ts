import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepArchiveDamage, keepBackupReceipt } from '@newsmill/operate';
import type { Browser, Page } from 'playwright-core';
import { byKeyboard, type ByKeyboard } from './testing/by-keyboard.ts';
import { openChromium } from './testing/open-chromium.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { deadUrl, openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
import { goTo } from './testing/visit-page.ts';

const file =
  'id: harbour-times\nname: Harbour Times\nchannels:\n  - url: https://harbour-times.example/feed.xml\n';

describe('the console without a pointer', () => {
  let app: SeededApp;
  let paper: Paper;
  let browser: Browser;
  const directory = mkdtempSync(join(tmpdir(), 'newsmill-keyboard-'));
  beforeAll(async () => {
    writeFileSync(join(directory, 'harbour-times.yaml'), file);
    app = await openSeededApp({ now: Date.now, directory });
    paper = await openPaper();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await paper.close();
    rmSync(directory, { recursive: true, force: true });
  });

  let page: Page;
  let keys: ByKeyboard;
  /** Texts of what a page has. It is asked as it is: to wait for elements makes every page read a large script. */
  const texts = (selector: string) =>
    page.evaluate((one) => [...document.querySelectorAll(one)].map((found) => found.textContent), selector);
  async function words(selector: string): Promise<string> {
    const [first] = await texts(selector);
    if (first === undefined) throw new Error(`the page has no ${selector}`);
    return first;
  }

  /** Opens the first address, with scripts or without, as a stranger or logged in. Everything else is done by keys. */
  async function open({ scripts = false, isKnown = true } = {}): Promise<() => Promise<void>> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: scripts,
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    keys = byKeyboard(page);
    await goTo(page, app.address);
    if (isKnown) {
      await keys.press('link', 'Log in');
      await keys.write(/^Key:/, seededKey);
      await keys.press('button', 'Log in');
      expect(new URL(page.url()).pathname).toBe('/overview');
    }
    return () => context.close();
  }
  /** Tasks one after the other, on pages of one browser that is logged in and has no scripts. */
  function asOperator(): void {
    let close: () => Promise<void>;
    beforeAll(async () => {
      close = await open();
    });
    afterAll(async () => {
      await close();
    });
  }
  /** Opens a closed part of a page. */
  async function unfold(name: string | RegExp): Promise<void> {
    await keys.to('summary', name);
    await page.keyboard.press('Enter');
  }
  /** Presses what sends a file. */
  async function download(kind: 'link' | 'button', name: string | RegExp): Promise<string> {
    await keys.to(kind, name);
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const path = await file.path();
    return readFileSync(path, 'utf8');
  }

  describe('day 1', () => {
    asOperator();
    it('imports an OPML file, with what it would add first', async () => {
      await keys.press('link', 'Try a feed');
      await keys.press('link', 'Add many at once');
      await keys.to('field', /^One address a line/);
      await page.keyboard.insertText(
        '<opml version="2.0"><body><outline text="The Pier" xmlUrl="https://pier.example/feed.xml"/></body></opml>',
      );
      await keys.press('button', 'Show what would be added');
      expect(await words('#imported')).toBe('1 source would be added');
      await keys.press('button', 'Add them');
      expect(await words('#imported')).toBe('1 source added');
    });
    it('imports a table of sources, and is told of its mistakes', async () => {
      await keys.press('link', 'Try a feed');
      await keys.press('link', 'Add many at once');
      await keys.to('field', /^One address a line/);
      await page.keyboard.insertText(
        'url,name,language\nhttps://quay.example/feed.xml,The Quay,en\nhttps://mole.example/feed.xml,The Mole,engl\n',
      );
      await keys.press('button', 'Show what would be added');
      expect(await words('main')).toContain('line 3, column');
      await keys.to('field', /^One address a line/);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText('url,name,language\nhttps://quay.example/feed.xml,The Quay,en\n');
      await keys.press('button', 'Add them');
      expect(await words('#imported')).toBe('1 source added');
    });
    it('pastes addresses of publishers, with what each offers', async () => {
      await keys.press('link', 'Try a feed');
      await keys.press('link', 'Add many at once');
      await keys.to('field', /^One address a line/);
      await page.keyboard.insertText(paper.feed);
      await unfold('Private addresses');
      await keys.write(/^Private addresses that/, paper.pair);
      await keys.press('button', 'Show what would be added');
      expect(await words('#imported')).toBe('1 source would be added');
    });
    it('tries a feed, sees its articles, and adds it', async () => {
      await keys.press('link', 'Try a feed');
      await keys.write('Address of a feed, a front page or one article', paper.feed);
      await unfold('Private addresses');
      await keys.write(/^Private addresses that/, paper.pair);
      await keys.press('button', 'Try it');
      expect(await texts('.preview-story')).toHaveLength(2);
      await keys.press('button', 'Add the best channel');
      expect(await words('.examination')).toContain('was added with 1 channel');
    });
    it('searches and opens an article', async () => {
      await keys.to('link', 'Skip to the content');
      await page.keyboard.press('Enter');
      await keys.press('link', 'Search');
      await keys.write('Search the articles', 'ferry');
      await keys.press('button', 'Search');
      expect(await texts('.hit')).toHaveLength(3);
      const title = await words('.hit h3');
      await keys.press('link', title);
      expect(await words('h1')).toBe(title);
    });
    it('reads an article beside the page that it was made of', async () => {
      await keys.press('link', 'Search');
      await keys.write('Search the articles', 'night ferry source:harbour-times');
      await keys.press('button', 'Search');
      await keys.press('link', /^Night ferry returns/);
      await keys.press('link', 'Beside the original');
      expect(await texts('iframe')).toHaveLength(1);
      expect(await words('main')).toContain('Page, as fetched on');
    });
    it('narrows a search by phrase, operators, language, days and source', async () => {
      await keys.press('link', 'Search');
      await keys.write('Search the articles', '"night ferry" OR harbour NOT zeppelin');
      await keys.to('field', /^From/);
      // Day, month and year of a date are fields of their own.
      await page.keyboard.type('11012026');
      await keys.press('button', 'Search');
      const all = (await texts('.hit')).length;
      expect(all).toBeGreaterThan(1);
      await keys.press('link', /^Harbour Times ?\d/);
      await keys.press('link', /^English ?\d/);
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('source'), searchParams.get('language'), searchParams.get('from')]).toEqual([
        'harbour-times',
        'en',
        '2026-11-01',
      ]);
      expect((await texts('.hit')).length).toBeGreaterThan(0);
      await keys.press('link', /^Harbour Times ?\d/);
      expect(new URL(page.url()).searchParams.get('source')).toBeNull();
    });
    it('sees of a source its channels, last and next poll, and what is wrong with it', async () => {
      await keys.press('link', 'Sources');
      await keys.write(/^Name, address, tag/, 'far wire');
      await keys.press('button', 'Show');
      await keys.press('link', 'Far Wire');
      expect(await words('section[aria-labelledby="channels"]')).toMatch(/Polled .*Next poll/s);
      await keys.press('button', 'Find out why: Far Wire');
      expect(await words('.examination')).toContain('Far Wire: asked just now');
      expect(await words('.examination')).toContain('There is no such host name');
    });
    it('saves a search, sends a test of its alert, changes when it is told, and removes it', async () => {
      await keys.press('link', 'Search');
      await keys.write('Search the articles', 'ferry');
      await keys.press('button', 'Search');
      await keys.press('link', 'save this search');
      await keys.write('Name', 'Ferries');
      await keys.write(/^Webhook/, 'https://hooks.example/x');
      await keys.press('button', 'Save this search');
      await keys.press('button', 'Send a test');
      expect(await words('[role="status"], [role="alert"]')).toContain('hooks.example');
      await keys.press('link', 'Edit Ferries');
      await keys.to('field', 'When');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await keys.press('button', 'Save the changes');
      expect(await words('.saved li')).toContain('daily');
      await keys.press('button', 'Remove');
      expect(await texts('.saved li')).toHaveLength(0);
    });
  });

  describe('day 30', () => {
    asOperator();
    it('sees what needs somebody, and how the numbers went', async () => {
      await keys.press('link', 'Overview');
      await keys.press('link', 'Day');
      expect(new URL(page.url()).searchParams.get('span')).toBe('day');
      await unfold('The figures as a table');
      await keys.press('link', 'See why, and try again');
      expect(await words('h1')).toBe('Dead letters');
      await keys.press('link', 'Overview');
      await keys.press('link', 'All processes');
      expect(await words('h1')).toBe('Processes');
    });
    it('sees whether the counts balance, and what does not', async () => {
      await keys.press('link', 'Audit');
      expect(await words('.page-head')).toContain('balanced');
      await keys.press('link', 'far-wire');
      expect(await words('main')).toContain(deadUrl);
    });
    it('finds where an article is, and why it is not there', async () => {
      await keys.press('link', 'Ledger');
      await keys.write(/^Address of an article/, deadUrl);
      await keys.press('button', 'Look up');
      expect(await words('section[aria-labelledby="item"]')).toContain('too-large');
    });
    it('finds the sources that fail', async () => {
      await keys.press('link', 'Sources');
      await keys.press('link', /^failing/);
      expect(await words('.source')).toContain('Far Wire');
    });
    it('pauses a source, and polls it now', async () => {
      await keys.press('link', 'Sources');
      await keys.press('button', 'Pause: Harbour Times');
      expect(await words('[role="status"]')).toContain('is paused');
      await keys.press('button', 'Poll now: Harbour Times');
      expect(await words('.examination')).toContain('is due now');
    });
    it('edits the file of a source', async () => {
      await keys.press('link', 'Sources');
      await keys.press('link', 'Harbour Times');
      await keys.to('field', /^Names, channels/);
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type('tags: [sea]\n');
      await keys.press('button', 'Show what would change');
      expect(await words('section[aria-labelledby="plan"]')).toContain('tags');
      await keys.press('button', 'Write it');
      expect(await words('[role="status"]')).toContain('The file is written');
    });
    it('sees copies of an article, and what its publisher changed', async () => {
      await keys.press('link', 'Search');
      await keys.write('Search the articles', 'night ferry');
      await keys.to('field', /^Copies/);
      await page.keyboard.press('ArrowDown');
      await keys.press('button', 'Search');
      expect(new URL(page.url()).searchParams.get('collapse')).toBe('family');
      await keys.press('link', /^Night ferry returns/);
      await keys.press('link', 'Who told it');
      expect((await texts('.told')).length).toBeGreaterThan(0);
      await keys.press('link', /^Versions/);
      await keys.press('button', 'Compare');
      expect(new URL(page.url()).searchParams.has('from')).toBe(true);
    });
    it('tries, replays and discards the dead letters of a cause', async () => {
      await keys.press('link', 'Dead letters');
      await keys.to('field', /^Stage/);
      await page.keyboard.press('ArrowDown');
      await keys.press('button', 'Narrow');
      await keys.press('link', 'Show all');
      await keys.press('link', /title: expected/);
      await keys.press('button', 'Try with the code of now');
      expect(await words('.notice')).toContain('0 of 1 would pass now.');
      await keys.write(/^Why; ledger/, 'it is broken for good');
      await keys.press('button', 'Discard');
      expect(await words('main')).toContain('it is broken for good');
      await keys.press('link', /too large|larger than/i);
      await keys.press('button', 'Replay');
      expect(await words('.runs')).toContain('of 1 replayed');
    });
    it('makes a key with a quota for a client, and revokes it', async () => {
      await keys.press('link', 'API keys');
      await keys.write(/^Name: whose key/, 'archive of the library');
      await keys.write(/^Requests a minute/, '120');
      await keys.press('button', 'Make a key');
      expect(await words('main')).toContain('120 requests a minute');
      await keys.press('button', 'Revoke archive of the library');
      expect(await words('main')).toContain('There are no keys besides the admin key.');
    });
    it('sees that no backup is known, and later which one', async () => {
      await keys.press('link', 'Backup');
      expect(await words('.page-head')).toContain('no backup is known');
      await keepBackupReceipt(app.ports.registry, {
        when: Date.now() - 9 * 86_400_000,
        host: 'mill-1',
        path: '/var/backups/mill.backup',
        bytes: 12_345,
        tookMs: 800,
        withArchive: true,
        form: 'embedded',
        newsmill: '0.1.0',
        signedBy: 'SHA256:abc',
        counts: { library: 14 },
      });
      // The overview is read anew every two seconds.
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      await keys.press('link', 'Overview');
      await keys.press('link', 'See what is in it, and make another');
      expect(await words('.page-head')).toContain('old');
      expect(await words('section[aria-labelledby="made"]')).toContain('mill-1:/var/backups/mill.backup');
    });
    it('sees what is damaged, and has all of it verified', async () => {
      const url = 'https://harbour-times.example/news/night-ferry-returns';
      const place = { file: '20261128-a-0.warc', offset: 700, length: 9_000 };
      const problem = 'its payload is not what its digest says';
      const found = { read: [place.file], there: [place.file], records: 2, whole: 1, bytes: 9_700 };
      const damaged = [{ ...place, problem, url }];
      await keepArchiveDamage(app.ports.registry, { ...found, damaged }, Date.now());
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      await keys.press('link', 'Overview');
      await keys.press('link', 'See which, and ask for them again');
      expect(await words('section[aria-labelledby="damaged"]')).toMatch(/is damaged.*checksum says/s);
      await keys.to('field', /^Mend: /);
      await page.keyboard.press('Space');
      await keys.press('button', 'Verify now');
      expect(await words('section[aria-labelledby="verify"]')).toMatch(/waiting.*with mending.*fetch/s);
      await keys.press('button', 'Stop');
      expect(await words('section[aria-labelledby="verify"]')).toContain('stopped by');
    });
  });

  describe('day 365', () => {
    asOperator();
    it('reads coverage and latency of a quarter and a month, and downloads them', async () => {
      await keys.press('link', 'Report');
      expect(await words('h1')).toMatch(/^Report \d{4}-Q[1-4]$/);
      await keys.press('link', /^Before: /);
      await keys.press('link', /^After: /);
      await keys.press('link', 'Months');
      expect(await words('h1')).toMatch(/^Report \d{4}-\d{2}$/);
      expect(await download('link', 'Download as CSV')).toContain('"harbour-times","Harbour Times"');
      await keys.press('link', 'Harbour Times');
      expect(await words('h1')).toBe('Harbour Times');
    });
    it('exports what a search finds', async () => {
      await keys.press('link', 'Search');
      await keys.write('Search the articles', 'ferry');
      await keys.press('button', 'Search');
      await keys.press('link', 'export it');
      await keys.press('button', 'Count');
      expect(await words('[role="status"]')).toContain('3 articles');
      const lines = (await download('button', 'Download')).trim().split('\n');
      expect(lines.filter((line) => line.includes('"id"'))).toHaveLength(3);
      await keys.to('field', 'Format');
      await page.keyboard.press('ArrowDown');
      expect(await download('button', 'Download')).toMatch(/^"status","id"/);
    });
    it('cleans articles again, and compares', async () => {
      await keys.press('link', 'Clean again');
      await keys.write('Id of a source (empty: all)', 'harbour-times');
      await keys.press('button', 'Compare');
      expect(await words('[role="status"]')).toMatch(/^0 of \d+ articles would change/);
      expect(await words('section[aria-labelledby="found"]')).toContain('The archive does not hold the page');
    });
    it('takes an article down, has the receipt, and lets it in again', async () => {
      await keys.press('link', 'Search');
      await keys.write('Search the articles', 'ferry');
      await keys.press('button', 'Search');
      await keys.press('link', /Night ferry returns|ferry/i);
      await keys.press('link', 'Take it down');
      await keys.write('Reason, kept in the receipt', 'a court order');
      await keys.press('button', 'Take it down');
      expect(await words('.saved li')).toContain('a court order');
      await keys.press('link', 'Taken down');
      expect(await words('.saved li')).toContain('a court order');
      await keys.press('button', 'Allow it again');
      expect(await words('.saved li')).toContain('lifted by');
    });
    it('sees which version made an article, and what may be done with it', async () => {
      await keys.press('link', 'Search');
      await keys.write('Search the articles', 'night ferry source:harbour-times');
      await keys.press('button', 'Search');
      await keys.press('link', /^Night ferry returns/);
      expect(await words('.panel')).toMatch(/version \S+ of the cleaner/);
      expect(await texts('section.apart h2')).toContain('Rights');
    });
    it('finds a setting, and whether it needs a restart', async () => {
      await keys.press('link', 'Settings');
      await keys.write(/^Words in a name/, 'archive');
      await keys.press('button', 'Show');
      expect(await words('main')).toContain('NEWSMILL_ARCHIVE');
    });
  });

  it('takes the completion of a query', async () => {
    const close = await open({ scripts: true, isKnown: false });
    await keys.write('Search the articles', 'nigh');
    await page.locator('#completions [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === 'night');
    await close();
  });
  it('chooses days on a chart, and goes on past it', async () => {
    const close = await open({ scripts: true, isKnown: false });
    await keys.press('link', 'Today');
    await keys.press('link', '30 days');
    await keys.to('other', /^Articles/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await Promise.all([page.waitForURL((url) => url.searchParams.has('from')), page.keyboard.press('Enter')]);
    await close();
  });
  it('chooses a language, and goes on where one was', async () => {
    const close = await open({ isKnown: false });
    await keys.press('link', 'Sources');
    await keys.press('link', /^waiting/);
    const here = page.url();
    await keys.press('button', 'العربية');
    expect(page.url()).toBe(here);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await keys.press('button', 'English');
    expect(await words('h1')).toBe('Sources');
    await close();
  });
});
