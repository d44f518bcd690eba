import 'reflect-metadata';
import { Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import { apiPorts, type ApiPorts } from './api-ports.ts';
import { ConsoleFrame } from './console-frame.ts';
import { AgentsController } from './controllers/agents.controller.ts';
import { AssetsController } from './controllers/assets.controller.ts';
import { ConsoleController } from './controllers/console.controller.ts';
import { ExportController } from './controllers/export.controller.ts';
import { OperateController } from './controllers/operate.controller.ts';
import { SearchController } from './controllers/search.controller.ts';
import { guardRequest } from './guard-requests.ts';
import type { HttpReply, HttpRequest } from './http-types.ts';
import { serveHubs, type HubScope } from './hub-routes.ts';
import { ProblemFilter } from './problem-filter.ts';

/** The part of Fastify that hooks are added to. */
interface Hookable extends HubScope {
  addHook(name: 'onRequest', hook: (request: HttpRequest, reply: HttpReply, done: (error?: Error) => void) => void): void;
}

/**
 * Search and operator API and the console, for a Nest app on Fastify. Headers, host check and error form hold for the
 * whole app that it is mounted in.
 */
@Module({})
export class ApiModule implements OnModuleInit {
  readonly #ports: ApiPorts;
  readonly #host: HttpAdapterHost;
  constructor(@Inject(apiPorts) ports: ApiPorts, @Inject(HttpAdapterHost) host: HttpAdapterHost) {
    this.#ports = ports;
    this.#host = host;
  }

  static register(ports: ApiPorts): DynamicModule {
    return {
      module: ApiModule,
      controllers: [SearchController, ExportController, AgentsController, OperateController, AssetsController, ConsoleController],
      providers: [{ provide: apiPorts, useValue: ports }, ConsoleFrame, { provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }

  onModuleInit(): void {
    const server = this.#host.httpAdapter.getInstance<Hookable>();
    server.addHook('onRequest', (request, reply, done) => {
      try {
        guardRequest(this.#ports, request, reply);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error('refused', { cause: error }));
      }
    });
    if (this.#ports.hubCallback !== undefined) serveHubs(server, this.#ports.hubCallback);
  }
}
