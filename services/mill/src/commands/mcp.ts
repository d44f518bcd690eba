import { existsSync } from 'node:fs';
import type { AgentDesk } from '@newsmill/service-api';
import { defineCommand } from './declare/define-command.ts';
import { data, sources, sourcesFolder } from './declare/mill-options.ts';
import { text } from './declare/options.ts';
import { type ExitCode, exitCodes, millExits, complain, version } from '@newsmill/service';
import { withPorts } from './with-ports.ts';

/** Standard output belongs to the protocol: everything else goes to standard error. */
async function serve(desk: AgentDesk): Promise<ExitCode> {
  const { loadAgentServer } = await import('@newsmill/service-api');
  const { createAgentServer } = await loadAgentServer();
  const { StdioServerTransport } = await import('@modelcontextprotocol/server/stdio');
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
  return exitCodes.done;
}

/**
 * Until the input ends, on the files or servers of a mill, whether it runs or not; with `url` over the API of
 * one that runs, elsewhere too.
 */
export const command = defineCommand({
  name: 'mcp',
  description:
    'serve agents over standard input and output (Model Context Protocol): search, articles, related, timeline, sources, explain; reading only, the mill may run meanwhile',
  words: '',
  options: {
    url: text(
      '<address>',
      'over the API of a mill that runs, such as http://127.0.0.1:8080; a key, where it wants one, comes from NEWSMILL_SECRET_API_KEY',
    ),
    sources,
    data,
  },
  examples: ['newsmill mcp', 'newsmill mcp --url http://127.0.0.1:8080'],
  hasOwnForm: true,
  exits: ['done', ...millExits],
  async run(_, options, environment) {
    const { millDesk, remoteDesk } = await import('@newsmill/service-api');
    const { sourcesIn } = await import('./sources/sources-in.ts');
    if (options.url !== undefined)
      return serve(remoteDesk({ url: options.url, key: environment['NEWSMILL_SECRET_API_KEY'] }));
    const directory = sourcesFolder(options, environment);
    return withPorts(options.data, async ({ library, state }) => {
      if (!existsSync(directory))
        complain(
          `there is no folder ${directory}, so list_sources has nothing to list; name it with --sources`,
        );
      const folder = sourcesIn(directory);
      return serve(millDesk({ library, state, folder, now: Date.now }));
    });
  },
});
