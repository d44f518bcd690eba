import { describe, expect, it } from '@jest/globals';
import { readSourceTable } from './read-source-table.ts';
import { formatProblem } from './source-problem.ts';

const read = (csv: string) =>
  readSourceTable(csv, 'sources.csv', (_, taken) => (taken.has('made') ? 'made-2' : 'made'));
const mistakes = (csv: string) => read(csv).problems.map(formatProblem);

describe('readSourceTable', () => {
  it('makes a source of each id, with a channel of each of its lines', () => {
    const { sources, problems } = read(
      'id,name,url,kind,interval,language,tags,domains\n' +
        'post,"Harbour Post, daily",https://post.example/feed,,5m,en,local; harbour,post-pages.example\n' +
        'post,,https://post.example/latest,list,,,,\n' +
        ',,https://courier.example/feed\n' +
        ',Herald,https://herald.example/feed\n',
    );
    expect(problems).toEqual([]);
    expect(sources).toMatchObject([
      {
        id: 'post',
        name: 'Harbour Post, daily',
        language: 'en',
        tags: ['local', 'harbour'],
        domains: ['post-pages.example'],
        channels: [
          { kind: 'feed', url: 'https://post.example/feed', interval: '5m' },
          { kind: 'list', url: 'https://post.example/latest' },
        ],
      },
      { id: 'made', name: 'courier.example' },
      { id: 'made-2', name: 'Herald' },
    ]);
  });
  it('tells every mistake at its cell, and takes the other sources', () => {
    const csv =
      'id,url,kind,language\n' +
      'Post,https://post.example/feed,,\n' +
      'good,https://good.example/feed,,en\n' +
      'herald,https://herald.example/feed,fead,english!\n' +
      'local,http://127.0.0.1/feed,,\n' +
      'none,,,\n' +
      'more,https://more.example/feed,feed,en,x\n';
    expect(read(csv).sources.map(({ id }) => id)).toEqual(['good']);
    expect(mistakes(csv)).toEqual([
      expect.stringMatching(/^sources\.csv:2:1 id: has the wrong form; found "Post"/),
      expect.stringMatching(/^sources\.csv:4:36 kind: is none of the allowed values; .*did you mean feed\?$/),
      expect.stringMatching(/^sources\.csv:4:41 language: has the wrong form/),
      expect.stringMatching(/^sources\.csv:5:7 url: .*127\.0\.0\.1/),
      expect.stringMatching(/^sources\.csv:6:6 url: is missing/),
      expect.stringMatching(/^sources\.csv:7:40 more cells than the 4 columns/),
    ]);
  });
  it('tells what is wrong with the names of the columns', () => {
    expect(mistakes('url,langauge,url\nx\n')).toEqual([
      expect.stringMatching(/^sources\.csv:1:5 langauge: unknown column; .*did you mean language\?$/),
      expect.stringMatching(/^sources\.csv:1:14 url: the same column stands twice$/),
    ]);
    expect(mistakes('https://post.example/feed\n')[0]).toMatch(
      /^sources\.csv:1:1 url: the first line must name/,
    );
    expect(mistakes('')).toEqual(['sources.csv:1:1 is empty']);
  });
});
