import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { ArticleDocument } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { Inject, Module } from '@nestjs/common';
import { Lifecycle, type RunningProcess } from '@newsmill/runtime/nest';
import { HTTP } from '@newsmill/service';
import { startTestProcess } from '../../../../libs/runtime/src/testing/start-test-process.ts';
import { sampleArticle } from '../../../../libs/store/src/testing/sample-article.ts';
import { Alerts } from './alerts.ts';

/** A webhook as it came. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: {
    readonly type: string;
    readonly data: {
      readonly search: { readonly id: string };
      readonly articles: readonly { readonly id: string; readonly title: string }[];
      readonly missed: number;
    };
  };
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Ids of the articles that came, in order, repetitions too. */
  articles(): string[];
  close(): Promise<void>;
}

/** Takes webhooks on a free port of an address of this machine; `answer` chooses the status. */
export async function openReceiver(
  answer: (received: Received) => number | Promise<number> = () => 204,
  host = '127.0.0.1',
): Promise<Receiver> {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString();
      const one: Received = { headers: request.headers, text, body: JSON.parse(text) };
      received.push(one);
      void Promise.resolve(answer(one)).then((status) => response.writeHead(status).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host}:${port}/hook`,
    received,
    articles: () => received.flatMap(({ body }) => body.data.articles.map(({ id }) => id)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** No fetch service runs beside it, which would rebuild an empty state. */
@Module({})
class AlertsAlone {
  constructor(@Inject(Lifecycle) lifecycle: Lifecycle) {
    lifecycle.rebuildBy(() => Promise.resolve());
  }
}

/** The alerts alone; on the embedded ports of a folder where the environment names no servers. */
export async function startAlerts(
  data: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> {
  const http = createHttpClient({ userAgent: 'newsmill-test/1' });
  const settings = {
    NEWSMILL_DATA: data,
    NEWSMILL_ALERT_INTERVAL: '50ms',
    NEWSMILL_WEBHOOK_RETRIES: '100ms,100ms',
    NEWSMILL_LOG_LEVEL: 'fatal',
    ...environment,
  };
  const running = await startTestProcess({
    environment: settings,
    imports: [
      {
        module: AlertsAlone,
        providers: [Alerts, { provide: HTTP, useValue: http }],
      },
    ],
  });
  await running.started;
  return {
    ...running,
    async stop(signal) {
      await running.stop(signal);
      await http.close();
    },
  };
}

/** The body of a webhook, checked as its receivers do it. Throws when the signature is not of this secret. */
export function verified(secret: string, { headers, text }: Received): unknown {
  return new Webhook(secret).verify(
    text,
    Object.fromEntries(
      ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]),
    ),
  );
}

/** An article that came just now. */
export function freshArticle(id: string, change: Partial<ArticleDocument> = {}): ArticleDocument {
  const now = new Date().toISOString();
  return { ...sampleArticle(id), title: `Harbour news ${id}`, published: now, firstSeen: now, ...change };
}

/** Waits until it holds; a hang guard alone. */
export async function until(holds: () => boolean | Promise<boolean>, limitMs = 150_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
