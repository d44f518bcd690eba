import { NestFactory } from '@nestjs/core';
import { runService } from '@newsmill/service';
import { FetchModule } from './fetch.module.ts';

/** The fetch service: asks publishers for what is due, and puts their pages on the bus. */
await runService('fetch', ({ ports, microservice }) =>
  NestFactory.createMicroservice({ module: FetchModule, imports: [ports] }, microservice),
);
