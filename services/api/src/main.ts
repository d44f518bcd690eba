import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runService } from '@newsmill/service';
import { ApiServiceModule } from './api-service.module.ts';

/** The API service: search, operation and the console, over HTTP. */
await runService('api', ({ ports, nest, fastify }) =>
  NestFactory.create<NestFastifyApplication>({ module: ApiServiceModule, imports: [ports] }, fastify(), nest),
);
