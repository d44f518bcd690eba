import type { NestApplicationOptions } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Note } from '@newsmill/contracts';
import { httpOptions } from '../http/http-options.ts';
import { refuseCrumbs } from '../http/refuse-crumbs.ts';
import { createNestLogger } from '../log/nest-logger.ts';
import type { WatchedServers } from '../process/watched-servers.ts';

/** Fastify for a Nest application of this process, with the limits of its servers. */
export function fastifyOf(servers: WatchedServers): FastifyAdapter {
  const adapter = new FastifyAdapter({ ...httpOptions, serverFactory: servers.open });
  refuseCrumbs(adapter);
  return adapter;
}

/** How every Nest application of this process is made: its lines are notes, and what fails throws. */
export function nestOptions(note: Note): Pick<NestApplicationOptions, 'logger' | 'abortOnError'> {
  return { logger: createNestLogger(note), abortOnError: false };
}
