import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a subscriber asked a hub for. */
export interface HubRequest {
  readonly mode: string;
  readonly topic: string;
  readonly callback: string;
  readonly secret: string;
  readonly leaseSeconds: number;
  /** Status that the subscriber answered when the hub asked back, and whether the challenge came back. */
  verified?: { readonly status: number; readonly isEchoed: boolean };
}

export interface PushOptions {
  readonly method?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** Signs with this instead of the secret; `null`: no signature. */
  readonly secret?: string | null;
  readonly topic?: string;
  readonly type?: string;
}

/** A WebSub hub on the loopback, for tests. */
export interface LoopbackHub {
  readonly address: string;
  readonly requests: readonly HubRequest[];
  /** Status that subscription requests are answered with; 202 asks back. */
  status: number;
  /** Lease that is granted, seconds. */
  leaseSeconds: number;
  /** Asks the subscriber what a subscription request would have made it ask; answers status and body. */
  verify(
    callback: string,
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: string }>;
  /** Sends content to the subscriber of the last request; answers the status. */
  push(body: string, options?: PushOptions): Promise<number>;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Starts a hub. `reach` turns a callback, which names the public address of the mill, into one that can be
 * asked here, once it is there.
 */
export async function startLoopbackHub(
  reach: (callback: string) => string | Promise<string>,
): Promise<LoopbackHub> {
  const requests: HubRequest[] = [];
  let asked = 0;
  const hub = {
    status: 202,
    leaseSeconds: 864_000,
    async verify(callback: string, query: Readonly<Record<string, string>>) {
      const url = new URL(await reach(callback));
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const answer = await fetch(url);
      return { status: answer.status, body: await answer.text() };
    },
  };
  async function askBack(request: HubRequest): Promise<void> {
    const challenge = `challenge-${(asked += 1)}`;
    const lease: Record<string, string> =
      request.mode === 'subscribe' ? { 'hub.lease_seconds': String(hub.leaseSeconds) } : {};
    const { status, body } = await hub.verify(request.callback, {
      'hub.mode': request.mode,
      'hub.topic': request.topic,
      'hub.challenge': challenge,
      ...lease,
    });
    request.verified = { status, isEchoed: body === challenge };
  }
  async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const field = (name: string) => form.get(`hub.${name}`) ?? '';
    const kept: HubRequest = {
      mode: field('mode'),
      topic: field('topic'),
      callback: field('callback'),
      secret: field('secret'),
      leaseSeconds: Number(field('lease_seconds')),
    };
    requests.push(kept);
    reply.writeHead(hub.status).end();
    if (hub.status === 202) await askBack(kept);
  }
  const server = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  const address = `http://127.0.0.1:${port}/`;
  return Object.assign(hub, {
    address,
    requests,
    async push(
      body: string,
      { method = 'sha256', secret, topic, type = 'application/atom+xml' }: PushOptions = {},
    ) {
      const last = requests.findLast(({ mode }) => mode === 'subscribe');
      if (last === undefined) throw new Error('nobody has subscribed');
      const signature: Record<string, string> =
        secret === null
          ? {}
          : {
              'x-hub-signature': `${method}=${createHmac(method, secret ?? last.secret)
                .update(body)
                .digest('hex')}`,
            };
      const sent = await fetch(await reach(last.callback), {
        method: 'POST',
        body: Buffer.from(body),
        headers: {
          'content-type': type,
          link: `<${address}>; rel="hub", <${topic ?? last.topic}>; rel="self"`,
          ...signature,
        },
      });
      await sent.arrayBuffer();
      return sent.status;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
