import type { MillPorts } from '@newsmill/operate';
import { All, Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { isOwnHost } from '@newsmill/runtime';
import type { AgentDesk } from '../agents/agent-desk.ts';
import { millDesk } from '../agents/mill-desk.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts, ownProcess, type OwnProcess } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';

/**
 * A page of another origin may not ask, as the Model Context Protocol wants it of servers (transports,
 * security).
 */
function guardOrigin(request: HttpRequest, hosts: readonly string[]): void {
  const origin = headerOf(request, 'origin');
  if (origin === undefined) return;
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  if (!isOwnHost(host, hosts))
    throw new ApiProblem(
      'wrong-host',
      'Pages of other origins may not ask here; add the name of yours to the setting for hosts.',
    );
}

function webRequest({ method, headers }: HttpRequest): Request {
  const flat = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || name.startsWith(':') ? [] : [[name, [value].flat().join(', ')]],
  );
  return new Request('http://localhost/mcp', { method, headers: flat });
}

/**
 * The streamable HTTP transport of the Model Context Protocol, without sessions: each question is answered by
 * itself, so any copy of the API can take it. Host and key were checked by the guard of all requests.
 */
@Controller()
export class AgentsController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  readonly #desk: AgentDesk;
  readonly #process: OwnProcess;
  constructor(
    @Inject(millPorts) ports: MillPorts,
    @Inject(ownProcess) process: OwnProcess,
    @Inject(ConsoleFrame) frame: ConsoleFrame,
  ) {
    this.#ports = ports;
    this.#process = process;
    this.#frame = frame;
    this.#desk = millDesk(ports);
  }

  @All('mcp')
  async handle(@Req() request: HttpRequest, @Body() body: unknown, @Res() reply: HttpReply): Promise<void> {
    guardOrigin(request, this.#ports.settings.allowedHosts);
    if (!this.#ports.settings.mcp)
      throw new ApiProblem('not-found', 'This mill does not serve agents; set NEWSMILL_MCP=on.');
    if (request.method !== 'POST')
      throw new ApiProblem(
        'method-not-allowed',
        'There are no sessions and no streams here: send each message by POST.',
      );
    // Most mills are asked by no agent: what speaks with them is loaded for the first one.
    const { createAgentServer } = await import('../agents/agent-server.ts');
    const { WebStandardStreamableHTTPServerTransport } = await import('@modelcontextprotocol/server');
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const agent = createAgentServer(this.#desk, {
      version: this.#process.version,
      report: (error) => this.#frame.report(error),
    });
    try {
      await agent.connect(transport);
      const answer = await transport.handleRequest(webRequest(request), { parsedBody: body });
      const text = await answer.text();
      reply.code(answer.status).header('cache-control', 'no-store');
      const type = answer.headers.get('content-type');
      if (type !== null) reply.header('content-type', type);
      reply.send(text);
    } finally {
      await agent.close();
    }
  }
}
