import { McpServer, ResourceTemplate, type CallToolResult } from '@modelcontextprotocol/server';
import { BadCursor, LibraryTimeout } from '@newsmill/store';
import { toMarkdown } from '@newsmill/search';
import type { z } from 'zod';
import { isRefused } from '../problems/api-problem.ts';
import type { AgentDesk } from './agent-desk.ts';
import { articleHistory, historyInput, historyOutput } from './article-history.ts';
import { citationLine, citationOf } from './citation.ts';
import { cutToTokens } from './estimate-tokens.ts';
import { explain, explainInput, explainOutput } from './explain.ts';
import { fenced, notice } from './fence.ts';
import { articleInput, articleOutput, findArticle, getArticle } from './get-article.ts';
import { listSources, sourcesInput, sourcesOutput } from './list-sources.ts';
import { relatedArticles, relatedInput, relatedOutput } from './related.ts';
import { searchArticles, searchInput, searchOutput } from './search-articles.ts';
import { timeline, timelineInput, timelineOutput } from './timeline.ts';
import { mostTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

interface Tool<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  run(desk: AgentDesk, input: z.output<I>): Promise<ToolAnswer>;
}

function tool<I extends z.ZodType, O extends z.ZodType>(entry: Tool<I, O>): Tool<I, O> {
  return entry;
}

/** Every tool of `newsmill mcp`. */
export const agentTools = {
  search_articles: tool({
    title: 'Search articles',
    description:
      'Searches the news articles of this mill. Each result has what you cite it by: id, address, version, hash of its text.',
    input: searchInput,
    output: searchOutput,
    run: searchArticles,
  }),
  get_article: tool({
    title: 'Read an article',
    description: 'The text of one article; a long one comes in pieces.',
    input: articleInput,
    output: articleOutput,
    run: getArticle,
  }),
  article_history: tool({
    title: 'What was changed of an article',
    description:
      'What the publisher changed of an article after the mill first read it: headlines and sentences before and after, by kind of edit.',
    input: historyInput,
    output: historyOutput,
    run: articleHistory,
  }),
  related: tool({
    title: 'Related articles',
    description: 'Articles of the same story, and similar ones.',
    input: relatedInput,
    output: relatedOutput,
    run: relatedArticles,
  }),
  timeline: tool({
    title: 'Timeline',
    description: 'How many articles match, hour by hour, day by day and so on, with the newest of each.',
    input: timelineInput,
    output: timelineOutput,
    run: timeline,
  }),
  list_sources: tool({
    title: 'List sources',
    description: 'The publications that this mill reads, with their state.',
    input: sourcesInput,
    output: sourcesOutput,
    run: listSources,
  }),
  explain: tool({
    title: 'Explain an article',
    description:
      'What became of an address, where the fields of an article were found, what was removed from its page, and whether a search finds it.',
    input: explainInput,
    output: explainOutput,
    run: explain,
  }),
} as const;

const instructions = `Read-only access to the articles of a news mill. Cite articles by their address, version and hash. ${notice}`;

/**
 * A server of the Model Context Protocol over a desk; nothing that it offers changes anything. `report` is
 * told of failures that are not the asker's.
 */
export function createAgentServer(
  desk: AgentDesk,
  { version, report }: { readonly version: string; readonly report: (error: unknown) => void },
): McpServer {
  const server = new McpServer({ name: 'newsmill', title: 'newsmill', version }, { instructions });
  for (const [name, entry] of Object.entries(agentTools)) {
    const { title, description, input, output } = entry;
    // its input is parsed by its own schema before it comes here
    const run: Tool['run'] = entry.run as Tool['run'];
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        outputSchema: output,
        annotations: {
          title,
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      async (given: unknown): Promise<CallToolResult> => {
        try {
          return await run(desk, given);
        } catch (error) {
          return { isError: true, content: [{ type: 'text', text: refusalOf(error, report) }] };
        }
      },
    );
  }
  server.registerResource(
    'article',
    new ResourceTemplate('newsmill://article/{id}', { list: undefined }),
    { title: 'Article', description: 'An article as Markdown, between marks.', mimeType: 'text/markdown' },
    async (uri, { id }) => {
      const document = await findArticle(desk, String(id));
      const text = [
        citationLine(citationOf(document)),
        notice,
        fenced(cutToTokens(toMarkdown(document), mostTokens), newNonce()),
      ].join('\n');
      return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text }] };
    },
  );
  return server;
}

/** What was wrong, for the agent; what it cannot help is told to the log alone. */
function refusalOf(error: unknown, report: (error: unknown) => void): string {
  if (
    isRefused(error) ||
    error instanceof BadCursor ||
    error instanceof LibraryTimeout ||
    error instanceof RangeError
  )
    return error.message;
  report(error);
  return 'This failed through no fault of yours; the log of the mill says why. Again later may help.';
}
