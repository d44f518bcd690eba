import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateSources } from '@newsmill/source-files';
import { startHomePaper, type HomePaper } from './home-paper.ts';
import { runCommand } from './run-command.ts';

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
    rmSync(folder, { recursive: true, force: true });
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
    expect([code, stdout]).toEqual([0, '1 recorded page, 0 read otherwise than expected\n']);
  });

  it('measures by the front page where it is given an article', async () => {
    const { stdout } = await runCommand([
      ...['sources', 'add', `${both.origin}/story/3`, '--dry-run', '--sources', join(folder, 'dry')],
      ...['--allow-private', new URL(both.origin).host],
    ]);
    expect(stdout).toContain('8 of the 12 articles of the home page');
  });
});
