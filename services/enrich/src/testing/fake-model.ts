import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came to the endpoint. */
export interface ModelCall {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string; readonly json_schema: { readonly name: string } };
    readonly max_tokens: number;
  };
}

/** What the endpoint does with a call: an answer of the model, or a misbehaviour. */
export type Reply =
  | { readonly content: string; readonly tokens?: number; readonly delayMs?: number }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly hang: 'silent' | 'half' };

export interface FakeModel {
  /** Base address, as the setting wants it. */
  readonly url: string;
  readonly calls: readonly ModelCall[];
  close(): Promise<void>;
}

async function readCall(request: IncomingMessage): Promise<ModelCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
  };
}

async function answer(response: ServerResponse, reply: Reply): Promise<void> {
  if ('hang' in reply) {
    if (reply.hang === 'half')
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices": [');
    return;
  }
  if ('status' in reply) return void response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
  if (reply.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, reply.delayMs));
  const usage = reply.tokens === undefined ? {} : { usage: { total_tokens: reply.tokens } };
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: reply.content } }], ...usage }));
}

/** An OpenAI-compatible endpoint on a free port of the loopback, which does what the test says. */
export async function startFakeModel(reply: (call: ModelCall, turn: number) => Reply): Promise<FakeModel> {
  const calls: ModelCall[] = [];
  const server = createServer((request, response) => {
    readCall(request)
      .then((call) => {
        calls.push(call);
        return answer(response, reply(call, calls.length));
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
