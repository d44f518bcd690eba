import { existsSync } from 'node:fs';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createAgentServer, millDesk, remoteDesk, type AgentDesk } from '@newsmill/service-api';
import { openSourceFolder } from '@newsmill/service-fetch';
import { complain } from '../say.ts';
import { version } from '../version.ts';
import { withPorts } from './with-ports.ts';

/**
 * `newsmill mcp`: serves agents over standard input and output (Model Context Protocol) until the input ends. On the files or servers of
 * a mill, whether it runs or not; with `url` over the API of one that runs, elsewhere too.
 */
export async function mcp(
  data: string,
  { sources, url, key }: { readonly sources: string; readonly url?: string; readonly key?: string },
): Promise<number> {
  if (url !== undefined) return serve(remoteDesk({ url, key }));
  return withPorts(data, async ({ library, state }) => {
    const isThere = existsSync(sources);
    if (!isThere)
      complain(`there is no folder ${sources}, so list_sources has nothing to list; name it with --sources`);
    const folder = isThere ? openSourceFolder(sources) : { sources: () => [], problems: () => [] };
    return serve(millDesk({ library, state, sources: folder.sources, sourceProblems: folder.problems }));
  });
}

/** Standard output belongs to the protocol: everything else goes to standard error. */
async function serve(desk: AgentDesk): Promise<number> {
  const server = createAgentServer(desk, {
    version,
    report: (error) => complain(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
  return 0;
}
