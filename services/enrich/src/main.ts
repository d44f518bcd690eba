import { NestFactory } from '@nestjs/core';
import { runService } from '@newsmill/service';
import { EnrichModule } from './enrich.module.ts';

/** The enrich service: takes articles from the bus, and hands them on with their facts. */
await runService('enrich', ({ ports, microservice }) =>
  NestFactory.createMicroservice({ module: EnrichModule, imports: [ports] }, microservice),
);
