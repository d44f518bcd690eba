import { problemCodes, type ProblemCode } from './api-problem.ts';

/** One kind of refusal, as its page shows it. */
export interface ProblemPage {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

function isProblemCode(name: string): name is ProblemCode {
  return Object.hasOwn(problemCodes, name);
}

/** All kinds of refusal, by status and code. */
export function problemPages(): readonly ProblemPage[] {
  return Object.entries(problemCodes)
    .map(([code, kind]) => ({ code, ...kind }))
    .toSorted((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}

/** The kind of refusal of a code; undefined where there is none of that name. */
export function problemPage(code: string): ProblemPage | undefined {
  return isProblemCode(code) ? { code, ...problemCodes[code] } : undefined;
}

/** docs/problems.md. */
export function problemsMarkdown(): string {
  const parts = problemPages().map(
    ({ code, status, title, remedy }) => `## ${code}\n${status} ${title}. ${remedy}\n`,
  );
  return `# Problems
<!-- Written by \`npm run gen\`; change services/api/src/problems/api-problem.ts instead. -->

Every refusal of the API is a problem document of RFC 9457 (\`application/problem+json\`):

\`\`\`json
{
  "type": "/problems/bad-parameter",
  "title": "A parameter is wrong",
  "status": 400,
  "detail": "limit: a whole number from 1 to 100",
  "instance": "/api/v1/search?limit=0",
  "code": "bad-parameter",
  "errors": [{ "pointer": "#/limit", "detail": "a whole number from 1 to 100" }]
}
\`\`\`

\`type\` leads to a page of the mill that was asked. Programs go by \`code\`; it does not change within a version of the API. \`errors\` names every mistake at once: a JSON pointer
into the parameters or the body, what is wrong there, and for queries the position and a suggestion.

${parts.join('\n')}`;
}
