import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateSources } from '@newsmill/source-files';
import { startSectionPaper } from '../papers/section-paper.ts';
import { startHomePaper, type HomePaper } from '../papers/home-paper.ts';
import { logInForm } from './log-in-form.ts';
import { runCommand } from '../processes/run-command.ts';
import { startMill, type MillProcess } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-onboard-'));

describe('onboarding a publication by one line', () => {
  const papers: HomePaper[] = [];
  async function open(...given: Parameters<typeof startHomePaper>): Promise<HomePaper> {
    const paper = await startHomePaper(...given);
    papers.push(paper);
    return paper;
  }
  const add = (paper: HomePaper, name: string, ...words: string[]) =>
    runCommand([
      ...['sources', 'add', `${paper.origin}/`, '--id', name, '--sources', join(folder, name)],
      ...['--allow-private', new URL(paper.origin).host, ...words],
    ]);
  function written(name: string) {
    const path = join(folder, name, `${name}.yaml`);
    const { sources, problems } = validateSources([{ path, text: readFileSync(path, 'utf8') }]);
    expect(problems).toEqual([]);
    return sources[0];
  }
  let both: HomePaper;
  let listOnly: HomePaper;
  beforeAll(async () => {
    both = await open({ feed: 5, news: 8 });
    listOnly = await open({ feed: 0, news: 0 });
  });
  afterAll(() => {
    for (const { server } of papers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('shows ten articles, and what each channel brings of the home page, and how late', async () => {
    const { code, stdout, stderr } = await add(both, 'dry', '--dry-run');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /\+ \S+\/news\.xml: news sitemap, 8 entries, .*8 of the 12 articles of the home page \(67 %\), up to the newest\n/,
    );
    expect(stdout).toMatch(
      / {2}\S+\/feed\.xml .*: feed, .*5 of the 12 articles .*\(42 %\), 60 min behind the newest\n/,
    );
    expect(stdout).toMatch(
      / {2}\S+\/ \(Harbour Post\): list page, 12 entries, .*\(100 %\), up to the newest\n/,
    );
    expect(stdout).toContain('--all adds every useful one: 3, 12 of 12 of the home page together');
    expect(stdout.match(/^ {2}The story of number \d+$/gm)).toHaveLength(8);
    expect(existsSync(join(folder, 'dry'))).toBe(false);
  });

  it('asks for one page at a time', async () => {
    await add(both, 'calm', '--dry-run');
    expect(both.mostAtOnce).toBe(1);
  });

  it('writes a page that lists articles beside channels that miss some, or alone', async () => {
    expect((await add(both, 'all', '--all')).code).toBe(0);
    expect(written('all')?.channels.map(({ kind }) => kind)).toEqual(['news-sitemap', 'feed', 'list']);
    const { code, stdout } = await add(listOnly, 'list');
    expect(code).toBe(0);
    expect(stdout.match(/^ {2}The story of number \d+$/gm)).toHaveLength(10);
    expect(written('list')).toMatchObject({
      name: 'Harbour Post',
      language: 'en',
      channels: [{ kind: 'list', url: `${listOnly.origin}/` }],
    });
  });

  it('writes a recorded page with the source, as its first test', async () => {
    const pages = join(folder, 'list', 'list.pages');
    expect(written('list')?.tests).toMatchObject([{ title: 'The story of number 1' }]);
    const [name = ''] = readdirSync(pages);
    expect(readdirSync(join(pages, name)).toSorted()).toEqual(['article.json', 'page.html']);
    const { code, stdout } = await runCommand(['sources', 'test', '--sources', join(folder, 'list')]);
    expect([code, stdout]).toEqual([0, '2 tests of recorded pages, 0 read otherwise than expected\n']);
  });

  it('writes the channels of sections beside the home page, as many as are wished', async () => {
    const sections = await startSectionPaper();
    try {
      const words = (name: string) => [
        ...['sources', 'add', `${sections.origin}/`, '--all', '--id', name, '--sources', join(folder, name)],
        ...['--allow-private', new URL(sections.origin).host],
      ];
      const { code, stdout } = await runCommand([...words('two'), '--sections', '2']);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /\+ \S+\/sport\/ .*, of the section sport, .*adds 2 articles of the home page and 6 others\n/,
      );
      expect(stdout).toContain(
        'looked at 2 section pages too (2 requests), 2 others were left; --sections N',
      );
      expect(written('two')?.channels.map(({ kind, url }) => [kind, new URL(url).pathname])).toEqual([
        ['list', '/'],
        ['list', '/politics/'],
        ['list', '/sport/'],
      ]);
      const none = await runCommand([...words('none'), '--sections', '0', '--dry-run']);
      expect(none.stdout).not.toContain('section');
      expect((await runCommand([...words('many'), '--sections', '21'])).code).toBe(2);
    } finally {
      sections.server.closeAllConnections();
      sections.server.close();
    }
  });

  it('measures by the front page where it is given an article', async () => {
    const { stdout } = await runCommand([
      ...['sources', 'add', `${both.origin}/story/3`, '--dry-run', '--sources', join(folder, 'dry')],
      ...['--allow-private', new URL(both.origin).host],
    ]);
    expect(stdout).toContain('8 of the 12 articles of the home page');
  });
});

describe('the console on a home page', () => {
  const [data, sources] = [join(folder, 'mill'), join(folder, 'mill-sources')];
  let paper: HomePaper;
  let mill: MillProcess;
  const pair = () => new URL(paper.origin).host;
  /** Sends a form of the page as a browser that is logged in; answers the page. */
  async function send(path: string, fields: Readonly<Record<string, string>>) {
    const key = readFileSync(join(data, 'admin.key'), 'utf8').trim();
    const { cookie, token } = await logInForm(mill.address, '/preview', key);
    const answer = await fetch(`${mill.address}${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ url: `${paper.origin}/`, allowPrivate: pair(), token, ...fields }),
    });
    return { status: answer.status, page: await answer.text() };
  }

  beforeAll(async () => {
    paper = await startHomePaper({ feed: 5, news: 0 });
    mkdirSync(sources);
    mill = await startMill({ data, sources, settings: { NEWSMILL_LOG_LEVEL: 'error' } });
  });
  afterAll(async () => {
    await mill?.kill();
    paper?.server.closeAllConnections();
    paper?.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the articles of its best channel, and what each brings', async () => {
    const { status, page } = await send('/preview', {});
    expect(status).toBe(200);
    expect(page.match(/class="story preview-story"/g)).toHaveLength(5);
    expect(page).toContain('5 of the 12 articles of the home page (42 %)</span>');
    expect(page).toContain('list page</span>');
    expect(page).toContain('Add all 2 useful channels');
  });

  it('adds it with a test, and says so; not twice', async () => {
    const fields = { all: 'yes', id: 'harbour', name: 'The Harbour Post' };
    const added = await send('/preview/add', fields);
    expect([added.status, added.page]).toEqual([200, expect.stringContaining('was added with 2 channels')]);
    // Both files are named as from where the mill runs.
    expect(added.page).toMatch(/<code dir="ltr">[^/<][^<]*harbour\.yaml<\/code>/);
    expect(added.page).toMatch(/<code dir="ltr">[^/<][^<]*harbour\.pages/);
    const [source] = validateSources([
      { path: 'harbour.yaml', text: readFileSync(join(sources, 'harbour.yaml'), 'utf8') },
    ]).sources;
    expect(source).toMatchObject({
      name: 'The Harbour Post',
      channels: [{ kind: 'feed' }, { kind: 'list' }],
      allowPrivate: [pair()],
    });
    expect(readdirSync(join(sources, 'harbour.pages'))).toHaveLength(1);
    const again = await send('/preview/add', fields);
    expect([again.status, again.page]).toEqual([400, expect.stringContaining('exists already')]);
    await untilWithin(180_000)('the articles of both channels', async () => {
      const answer = await fetch(`${mill.address}/api/v1/search?source=harbour&limit=1`);
      return ((await answer.json()) as { total: number }).total === 12;
    });
  });

  it('refuses an id that is none, and a form without its token', async () => {
    const { status, page } = await send('/preview/add', { id: 'No Id' });
    expect([status, page]).toEqual([400, expect.stringContaining('lower-case letters')]);
    expect((await send('/preview/add', { token: 'x' })).status).not.toBe(200);
  });
});
