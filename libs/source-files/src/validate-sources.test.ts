import { describe, expect, it } from '@jest/globals';
import { Channel, Source, type SourceInput } from '@newsmill/contracts';
import { formatProblem, didYouMean } from './source-problem.ts';
import { sourceToYaml } from './source-to-yaml.ts';
import { validateSources } from './validate-sources.ts';

const good = 'id: post\nname: Harbour Post\nchannels:\n  - url: https://news.example.org/feed\n';
const lines = (...files: readonly string[]) =>
  validateSources(files.map((text, index) => ({ path: `${index}.yaml`, text }))).problems.map(formatProblem);

describe('validateSources', () => {
  it('reads a source and fills in what is not said', () => {
    const { sources, problems } = validateSources([{ path: 'post.yaml', text: good }]);
    expect(problems).toEqual([]);
    expect(sources).toMatchObject([
      { id: 'post', enabled: true, channels: [{ kind: 'feed' }], limits: { delay: '1s' } },
    ]);
  });
  it('finds all mistakes of all files in one pass, each with its place', () => {
    const text =
      'id: Post\nnmae: x\nname: 5\nchannels:\n  - url: http://127.0.0.1:8080/feed\n    intervall: 5m\n  - kind: lst\n    url: nonsense\n    select: "a:hover"\nlanguage: english!\ntimeZone: Mars/Base\nlimits:\n  delay: fast\n';
    expect(lines(text, 'channels: []\n')).toEqual([
      expect.stringMatching(/^0\.yaml:1:5 id: has the wrong form; found "Post"; allowed: lower-case letters/),
      expect.stringMatching(/^0\.yaml:2:1 nmae: unknown key; allowed: id, name, .*; did you mean name\?$/),
      expect.stringMatching(/^0\.yaml:3:7 name: must be a string; found 5$/),
      expect.stringMatching(
        /^0\.yaml:5:10 channels\[0\]\.url: .*127\.0\.0\.1.*allowPrivate: \['127\.0\.0\.1:8080'\]$/,
      ),
      expect.stringMatching(/^0\.yaml:6:5 channels\[0\]\.intervall: unknown key; .*did you mean interval\?$/),
      expect.stringMatching(
        /^0\.yaml:7:11 channels\[1\]\.kind: .*found "lst"; allowed: feed, sitemap, news-sitemap, list, warc; did you mean list\?$/,
      ),
      expect.stringMatching(/^0\.yaml:8:10 channels\[1\]\.url: must be an address; found "nonsense"/),
      expect.stringMatching(/^0\.yaml:9:13 channels\[1\]\.select: .*pseudo-classes/),
      expect.stringMatching(/^0\.yaml:10:11 language: has the wrong form; found "english!"/),
      expect.stringMatching(/^0\.yaml:11:11 timeZone: is no time zone; found Mars\/Base/),
      expect.stringMatching(
        /^0\.yaml:13:10 limits\.delay: has the wrong form; found "fast"; allowed: a number with ms/,
      ),
      expect.stringMatching(/^1\.yaml:1:1 id: is missing$/),
      expect.stringMatching(/^1\.yaml:1:1 name: is missing$/),
      expect.stringMatching(/^1\.yaml:1:1 channels: /),
    ]);
  });
  it('refuses broken YAML with its place', () => {
    expect(lines('id: a\nid: b\n')).toEqual([
      expect.stringMatching(/^0\.yaml:2:1 the same key stands twice/),
    ]);
    expect(lines('id: a\n\tname: b\n')[0]).toMatch(/^0\.yaml:2:1 /);
    expect(lines('id: !!js/function "x"\n')[0]).toMatch(/^0\.yaml:1:\d+ /);
    expect(lines('')).toEqual(['0.yaml:1:1 is empty']);
    expect(lines('- a\n')[0]).toMatch(/must be a map/);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [${`*${'abcdefg'.charAt(index)},`.repeat(9)}]`)
      .join('\n')}\n`;
    expect(lines(bomb)[0]).toMatch(/^0\.yaml:1:1 cannot be read/);
  });
  it('takes a proxy and a certificate by reference to secrets alone', () => {
    const access = (text: string) => lines(`${good}access:\n${text}`);
    const secret = (name: string) => `\${NEWSMILL_SECRET_${name}}`;
    expect(access(`  proxy: 'http://${secret('A')}:${secret('B')}@proxy.example:3128'\n`)).toEqual([]);
    expect(access("  proxy: 'http://mill:word@proxy.example:3128'\n")[0]).toContain(
      'access.proxy: has the wrong form',
    );
    expect(access('  proxy: http://10.0.0.8:3128\n')[0]).toContain("with allowPrivate: ['10.0.0.8:3128']");
    expect(access(`  certificate: '${secret('C')}'\n  key: '${secret('K')}'\n`)).toEqual([]);
    expect(access(`  certificate: '${secret('C')}'\n`)[0]).toContain('certificate and key stand together');
    expect(access("  certificate: '-----BEGIN'\n  key: x\n")[0]).toContain('the name of a secret');
  });
  it('takes rights against the pages on a written ground alone', () => {
    const rights = (text: string) => lines(`${good}rights:\n${text}`);
    expect(rights('  ground: Contract of 3 January 2026\n  allow: [export, agents]\n')).toEqual([]);
    expect(rights('  allow: [export]\n')).toEqual([expect.stringMatching(/ rights\.ground: is missing$/)]);
    expect(rights('  ground: yes\n  allow: [export]\n')).toEqual([
      expect.stringMatching(/ rights\.ground: /),
    ]);
    expect(rights('  ground: ok then\n  allow: [export]\n')).toEqual([
      expect.stringMatching(/ rights\.ground: .*at least 10 characters/),
    ]);
    expect(rights('  ground: Contract of 3 January 2026\n  allow: []\n')).toEqual([
      expect.stringMatching(/ rights\.allow: /),
    ]);
    expect(rights('  ground: Contract of 3 January 2026\n  allow: [index]\n')).toEqual([
      expect.stringMatching(
        / rights\.allow\[0\]: .*allowed: snippet, fullText, archive, export, agents, training/,
      ),
    ]);
  });
  it('refuses an id that another file has', () => {
    expect(lines(good, good)).toEqual(['1.yaml:1:5 id: the id is already that of 0.yaml; found "post"']);
  });
  it('finds mistakes in the rules of a source', () => {
    expect(lines(`${good}rules:\n  body: [article, "p:hover"]\n  titel: h1\n  title: ""\n`)).toEqual([
      expect.stringMatching(
        /^0\.yaml:6:19 rules\.body\[1\]: the selector cannot be read at character 2: pseudo-classes/,
      ),
      expect.stringMatching(/^0\.yaml:7:3 rules\.titel: unknown key; .*did you mean title\?$/),
      expect.stringMatching(/^0\.yaml:8:10 rules\.title: /),
    ]);
    expect(lines(`${good}rules:\n  body: [article]\n  remove: [.promo, 'aside > p']\n  title: h1\n`)).toEqual(
      [],
    );
  });
  it('finds mistakes in what a source takes', () => {
    expect(
      lines(
        `${good}    exclude:\n      - name: dull\n        titel: [x]\nexclude:\n  - name: dull\n    url: [/sport/.*]\n  - name: nothing\n  - title: ['**']\n  - title: live\n`,
      ),
    ).toEqual([
      expect.stringMatching(/^0\.yaml:6:9 channels\[0\]\.exclude\[0\]: has no condition; give at least one/),
      '0.yaml:6:15 channels[0].exclude[0].name: is already the name of exclude[0]',
      expect.stringMatching(/^0\.yaml:7:9 channels\[0\]\.exclude\[0\]\.titel: unknown key; .*mean title\?$/),
      expect.stringMatching(/^0\.yaml:10:11 exclude\[0\]\.url\[0\]: looks like a regular expression/),
      expect.stringMatching(/^0\.yaml:11:5 exclude\[1\]: has no condition/),
      expect.stringMatching(/^0\.yaml:12:13 exclude\[2\]\.title\[0\]: holds for everything/),
      '0.yaml:13:12 exclude[3].title: must be a list; found "live"',
    ]);
  });
  it('allows the private address that the source names', () => {
    expect(lines(`${good}  - url: http://127.0.0.1:8080/feed\nallowPrivate: ['127.0.0.1:8080']\n`)).toEqual(
      [],
    );
  });
});

describe('sourceToYaml', () => {
  it('writes what validateSources reads', () => {
    const text = sourceToYaml({
      id: 'post',
      name: 'Post: "the" paper',
      language: 'en',
      channels: [{ url: 'https://news.example.org/feed' }],
      tags: ['a'],
    });
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\/source\.schema\.json\n\n# Name of the source/,
    );
    expect(validateSources([{ path: 'p', text }])).toMatchObject({
      problems: [],
      sources: [{ name: 'Post: "the" paper', tags: ['a'] }],
    });
  });
});

describe('a channel that is a file', () => {
  it.each(['file:///srv/feed.xml', 'FILE:///srv/feed.xml', ' File:/srv/feed.xml'])(
    'is no feed, however its address is written: %s',
    (url) => {
      const found = Channel.safeParse({ url });
      expect(found.error?.issues[0]?.message).toBe('only a channel of kind warc may be a file');
    },
  );
});

describe('a source file with everything that there is', () => {
  const everything: SourceInput = {
    id: 'post',
    name: 'Harbour Post',
    channels: [
      {
        url: 'https://news.example.org/feed',
        interval: '5m',
        feedOnly: false,
        include: [{ name: 'harbour', category: ['Harbour', 'Ferr*'] }],
      },
      { kind: 'list', url: 'https://news.example.org/latest', select: 'main h2 > a' },
      { kind: 'warc', url: 'file:///srv/old.warc.gz', within: ['https://news.example.org/'] },
    ],
    domains: ['post.example'],
    enabled: false,
    language: 'en-GB',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    tags: ['null', '7', 'a: b', '#x'],
    licence: 'CC BY 4.0',
    rights: { ground: 'Contract of 3 January 2026', allow: ['export', 'agents'] },
    retention: '90d',
    robots: 'robots-txt',
    headers: { 'X-Key': '${NEWSMILL_SECRET_KEY}' },
    access: {
      proxy: 'http://${NEWSMILL_SECRET_USER}:${NEWSMILL_SECRET_WORD}@proxy.example:3128',
      certificate: '${NEWSMILL_SECRET_CERT}',
      key: '${NEWSMILL_SECRET_OWN}',
    },
    allowPrivate: ['10.1.2.3:8080'],
    websub: 'off',
    discover: true,
    limits: { delay: '2s', maxBytes: 1_000, timeout: '5s', maxItemsPerPoll: 7 },
    quota: { bytes: 5_000_000, pages: 'none', cpu: '20m' },
    onGone: 'keep',
    entryFallback: true,
    feedOnly: true,
    include: [{ fewerWords: 80, language: ['en'] }],
    exclude: [{ title: ['it\'s "live": *'], olderThan: '7d' }, { sponsored: true }],
    rules: { body: ['main .story'], remove: ['.promo', 'aside > p'], title: 'h2.headline' },
    tests: [{ url: 'https://news.example.org/1', title: 'One', contains: ['harbour'] }],
  };

  it('names every field, and comes back as it was', () => {
    expect(Object.keys(everything).toSorted()).toEqual(Object.keys(Source.shape).toSorted());
    const { sources, problems } = validateSources([{ path: 'post.yaml', text: sourceToYaml(everything) }]);
    expect(problems).toEqual([]);
    expect(sources).toEqual([Source.parse(everything)]);
    expect(validateSources([{ path: 'p', text: sourceToYaml(Source.parse(everything)) }]).sources).toEqual(
      sources,
    );
  });
});

describe('didYouMean', () => {
  it.each([
    ['chanels', 'channels'],
    ['langauge', 'language'],
    ['time_zone', 'timeZone'],
    ['xyzzy', undefined],
  ])('takes %s for %s', (word, expected) => {
    expect(didYouMean(word, ['channels', 'language', 'timeZone'])).toBe(expected);
  });
});
