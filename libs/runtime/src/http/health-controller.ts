import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Health } from './health.ts';
import type { Metrics } from '../metrics.ts';
import { answerScrape, scrapesElsewhere } from './answer-scrape.ts';
import type { GatedRequest, ReaderGate } from './reader-gate.ts';

export const healthToken = 'newsmill.health';
export const metricsToken = 'newsmill.metrics';
export const gateToken = 'newsmill.gate';
/** Whether /metrics is on this port, and not on one of its own. */
export const hasMetricsToken = 'newsmill.hasMetrics';

/** The part of a Fastify reply that is used here. */
interface Reply {
  status(code: number): Reply;
  type(contentType: string): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/**
 * `/livez` the event loop turns; `/readyz` nothing stands in the way, else 503, with the reasons for whoever
 * may read them, `/readyz?verbose` in words and with what else people should know; `/startupz` start-up is
 * over; `/metrics` Prometheus, for whoever may read them, unless they have a port of their own.
 */
@Controller()
export class HealthController {
  readonly #health: Health;
  readonly #metrics: Metrics;
  readonly #gate: ReaderGate;
  readonly #hasMetrics: boolean;

  constructor(
    @Inject(healthToken) health: Health,
    @Inject(metricsToken) metrics: Metrics,
    @Inject(gateToken) gate: ReaderGate,
    @Inject(hasMetricsToken) hasMetrics: boolean,
  ) {
    this.#hasMetrics = hasMetrics;
    this.#health = health;
    this.#metrics = metrics;
    this.#gate = gate;
  }
  @Get('livez')
  live() {
    return { status: 'ok' };
  }
  @Get('readyz')
  async ready(@Req() request: GatedRequest, @Res() reply: Reply, @Query('verbose') verbose?: string) {
    const problems = [
      ...(this.#health.started ? [] : [{ name: 'starting', reason: 'start-up is not over' }]),
      ...this.#health.problems(),
    ];
    const status = problems.length === 0 ? 'ok' : 'not ready';
    // A probe is told what it came for, whatever key it carries.
    const verdict = await this.#gate.mayRead(request);
    const mayRead = verdict === 'yes';
    if (typeof verdict === 'number') reply.header('retry-after', String(verdict));
    reply.status(problems.length === 0 ? 200 : 503);
    if (verbose === undefined) return reply.send({ status, ...(mayRead ? { problems } : {}) });
    const reasons = [
      ...problems.map(({ name, reason }) => `${name} (stands in the way): ${reason}`),
      ...this.#health.remarks().map(({ name, text }) => `${name}: ${text}`),
    ];
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${[status, ...(mayRead ? reasons : [])].join('\n')}\n`);
  }
  @Get('startupz')
  startup(@Res() reply: Reply) {
    return reply
      .status(this.#health.started ? 200 : 503)
      .send({ status: this.#health.started ? 'ok' : 'starting' });
  }
  @Get('metrics')
  async metrics(@Req() request: GatedRequest, @Res() reply: Reply) {
    const { status, headers, body } = this.#hasMetrics
      ? await answerScrape(request, this.#metrics, this.#gate)
      : scrapesElsewhere;
    reply.status(status);
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    return reply.send(body);
  }
}
