import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

export const healthToken = 'newsmill.health';
export const metricsToken = 'newsmill.metrics';

/** The part of a Fastify reply that is used here. */
interface Reply {
  status(code: number): Reply;
  type(contentType: string): Reply;
  send(body: unknown): unknown;
}

/** `/livez` the event loop turns; `/readyz` nothing stands in the way, else 503 with the reasons; `/startupz` start-up is over; `/metrics` Prometheus. */
@Controller()
export class HealthController {
  readonly #health: Health;
  readonly #metrics: Metrics;

  constructor(@Inject(healthToken) health: Health, @Inject(metricsToken) metrics: Metrics) {
    this.#health = health;
    this.#metrics = metrics;
  }
  @Get('livez')
  live() {
    return { status: 'ok' };
  }
  @Get('readyz')
  ready(@Res() reply: Reply) {
    const problems = this.#health.problems();
    const ready = this.#health.started && problems.length === 0;
    return reply
      .status(ready ? 200 : 503)
      .send({
        status: ready ? 'ok' : 'not ready',
        problems: this.#health.started
          ? problems
          : [{ name: 'starting', reason: 'start-up is not over' }, ...problems],
      });
  }
  @Get('startupz')
  startup(@Res() reply: Reply) {
    return reply
      .status(this.#health.started ? 200 : 503)
      .send({ status: this.#health.started ? 'ok' : 'starting' });
  }
  @Get('metrics')
  async metrics(@Res() reply: Reply) {
    return reply
      .status(200)
      .type(this.#metrics.registry.contentType)
      .send(await this.#metrics.registry.metrics());
  }
}
