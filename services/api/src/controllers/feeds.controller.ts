import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiProblem } from '../api-problem.ts';
import { apiPorts, type ApiPorts } from '../api-ports.ts';
import type { HttpReply, HttpRequest } from '../http-types.ts';
import { operations } from '../operations.ts';
import { sendFeed, type FeedForm } from '../send-feed.ts';
import type { SearchQuery } from '../shapes/parameters.ts';
import { readFeed } from '../views/read-feed.ts';
import { queryPipe } from '../zod-pipe.ts';

/** Any search as a feed that other readers can follow. */
@Controller('api/v1')
export class FeedsController {
  readonly #ports: ApiPorts;
  constructor(@Inject(apiPorts) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Get('search.rss')
  rss(
    @Query(queryPipe(operations.searchRss.query)) query: SearchQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#send('rss', query, request, reply);
  }

  @Get('search.atom')
  atom(
    @Query(queryPipe(operations.searchAtom.query)) query: SearchQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#send('atom', query, request, reply);
  }

  @Get('search.json')
  json(
    @Query(queryPipe(operations.searchJson.query)) query: SearchQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#send('json', query, request, reply);
  }

  async #send(form: FeedForm, query: SearchQuery, request: HttpRequest, reply: HttpReply): Promise<string> {
    if (query.mode === 'hybrid' && !this.#ports.vectors)
      throw new ApiProblem(
        'not-supported',
        'This mill has no vectors, so it cannot search by meaning; set NEWSMILL_VECTORS=on and enrich the articles anew.',
      );
    return sendFeed(await readFeed(this.#ports, query, request), form, reply);
  }
}
