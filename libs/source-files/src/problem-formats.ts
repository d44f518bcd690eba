import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problemWords, type Problem } from './source-problem.ts';

/** A path below a folder as seen from there, with slashes; others as they are. */
function pathBelow(folder: string, path: string): string {
  const below = relative(folder, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below.split(sep).join('/');
}

/** Data of a workflow command; in a property the marks that part properties too. */
function escaped(text: string, isProperty = false): string {
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return isProperty ? data.replaceAll(':', '%3A').replaceAll(',', '%2C') : data;
}

/**
 * Workflow commands of GitHub Actions (`::error file=…,line=…,col=…::…`), by which each mistake stands at its
 * line in a pull request. `folder`: the root of the checkout.
 */
export function githubLines(problems: readonly Problem[], folder: string): string[] {
  return problems.map((problem) => {
    const { file, line, column } = problem;
    const place = `file=${escaped(pathBelow(folder, file), true)},line=${line},col=${column}`;
    return `::error ${place},title=Source file::${escaped(problemWords(problem))}`;
  });
}

const rule = {
  id: 'source-file',
  shortDescription: { text: 'A source file has a mistake; a mill leaves its source out.' },
  defaultConfiguration: { level: 'error' },
};

function uriOf(folder: string, path: string): string {
  const below = pathBelow(folder, path);
  return isAbsolute(below) || below.startsWith('..')
    ? pathToFileURL(below).href
    : below.split('/').map(encodeURIComponent).join('/');
}

/**
 * A log in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS). Files below `folder` have
 * relative addresses.
 */
export function sarifLog(
  problems: readonly Problem[],
  { folder, version }: { readonly folder: string; readonly version: string },
): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'newsmill', version, rules: [rule] } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => ({
          ruleId: rule.id,
          ruleIndex: 0,
          level: 'error',
          message: { text: problemWords(problem) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(folder, problem.file) },
                region: { startLine: problem.line, startColumn: problem.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
