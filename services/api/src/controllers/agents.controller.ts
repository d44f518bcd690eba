import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { All, Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { AgentDesk } from '../agents/agent-desk.ts';
import { createAgentServer } from '../agents/agent-server.ts';
import { millDesk } from '../agents/mill-desk.ts';
import { ApiProblem } from '../api-problem.ts';
import { apiPorts, type ApiPorts } from '../api-ports.ts';
import { ConsoleFrame } from '../console-frame.ts';
import { isOwnHost } from '../host-guard.ts';
import { headerOf, type HttpReply, type HttpRequest } from '../http-types.ts';

/** A page of another origin may not ask, as the Model Context Protocol wants it of servers (transports, security). */
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
 * The streamable HTTP transport of the Model Context Protocol, without sessions: each question is answered by itself, so any copy of
 * the API can take it. Host and key were checked by the guard of all requests.
 */
@Controller()
export class AgentsController {
  readonly #ports: ApiPorts;
  readonly #frame: ConsoleFrame;
  readonly #desk: AgentDesk;
  constructor(@Inject(apiPorts) ports: ApiPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
    this.#desk = millDesk(ports);
  }

  @All('mcp')
  async handle(@Req() request: HttpRequest, @Body() body: unknown, @Res() reply: HttpReply): Promise<void> {
    guardOrigin(request, this.#ports.hosts);
    if (!this.#ports.agents)
      throw new ApiProblem('not-found', 'This mill does not serve agents; set NEWSMILL_MCP=on.');
    if (request.method !== 'POST')
      throw new ApiProblem(
        'method-not-allowed',
        'There are no sessions and no streams here: send each message by POST.',
      );
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const agent = createAgentServer(this.#desk, {
      version: this.#ports.version,
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
