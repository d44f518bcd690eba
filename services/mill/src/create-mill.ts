import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '@newsmill/contracts';
import type { CreateApp } from '@newsmill/runtime/nest';

/** The module of each service, loaded where it runs. */
const modules: Readonly<Record<ServiceName, () => Promise<Type>>> = {
  fetch: async () => (await import('@newsmill/service-fetch')).FetchModule,
  clean: async () => (await import('@newsmill/service-clean')).CleanModule,
  enrich: async () => (await import('@newsmill/service-enrich')).EnrichModule,
  index: async () => (await import('@newsmill/service-index')).IndexModule,
  api: async () => (await import('@newsmill/service-api')).ApiServiceModule,
};

/** The mill: some services, or all of them, in one Nest application. */
class MillModule {}

/**
 * Makes the application of these services; it answers HTTP beside the health endpoints where the API is one of them.
 */
export function createMill(services: readonly ServiceName[]): CreateApp {
  return async ({ ports, microservice, nest, fastify }) => {
    const imports = await Promise.all(services.map((service) => modules[service]()));
    const mill = { module: MillModule, imports: [ports, ...imports] };
    return services.includes('api')
      ? NestFactory.create<NestFastifyApplication>(mill, fastify(), nest)
      : NestFactory.createMicroservice(mill, microservice);
  };
}
