import { NestFactory } from '@nestjs/core';
import { runService } from '@newsmill/service';
import { IndexModule } from './index.module.ts';

/** The index service: takes enriched articles from the bus, and writes them into the library. */
await runService('index', ({ ports, microservice }) =>
  NestFactory.createMicroservice({ module: IndexModule, imports: [ports] }, microservice),
);
