import { NestFactory } from '@nestjs/core';
import { runService } from '@newsmill/service';
import { CleanModule } from './clean.module.ts';

/** The clean service: takes fetched pages from the bus, and hands articles on. */
await runService('clean', ({ ports, microservice }) =>
  NestFactory.createMicroservice({ module: CleanModule, imports: [ports] }, microservice),
);
