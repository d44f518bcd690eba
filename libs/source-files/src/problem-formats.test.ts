import { describe, expect, it } from '@jest/globals';
import { githubLines, sarifLog } from './problem-formats.ts';

const problems = [
  {
    file: '/checkout/sources/my paper, 2.yaml',
    line: 5,
    column: 7,
    path: 'nmae',
    message: 'unknown key',
    found: '100 %\nof it',
    suggestion: 'name',
  },
  { file: '/etc/newsmill/post.yaml', line: 1, column: 1, path: '', message: 'is empty' },
];

describe('mistakes of source files', () => {
  it('are workflow commands of GitHub, with what parts these escaped', () => {
    expect(githubLines(problems, '/checkout')).toEqual([
      '::error file=sources/my paper%2C 2.yaml,line=5,col=7,title=Source file::nmae: unknown key; found 100 %25%0Aof it; did you mean name?',
      '::error file=/etc/newsmill/post.yaml,line=1,col=1,title=Source file::is empty',
    ]);
  });
  it('are results of a SARIF log, each with its file as a URI, its line and column', () => {
    expect(sarifLog(problems, { folder: '/checkout', version: '0.1.0' })).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'newsmill', version: '0.1.0', rules: [{ id: 'source-file' }] } },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'source-file',
              level: 'error',
              message: { text: 'nmae: unknown key; found 100 %\nof it; did you mean name?' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'sources/my%20paper%2C%202.yaml' },
                    region: { startLine: 5, startColumn: 7 },
                  },
                },
              ],
            },
            {
              message: { text: 'is empty' },
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'file:///etc/newsmill/post.yaml' } } },
              ],
            },
          ],
        },
      ],
    });
  });
  it('are none in a log of none', () => {
    expect(sarifLog([], { folder: '/checkout', version: '1' })).toMatchObject({ runs: [{ results: [] }] });
    expect(githubLines([], '/checkout')).toEqual([]);
  });
});
