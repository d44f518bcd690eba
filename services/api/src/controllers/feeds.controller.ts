import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import { sendFeed, type FeedForm } from '../http/send-feed.ts';
import type { MillPorts, SearchQuery } from '@newsmill/operate';
import { readFeed } from '../views/read-feed.ts';
import { queryPipe } from '../description/zod-pipe.ts';

/** Any search as a feed that other readers can follow. */
@Controller('api/v1')
export class FeedsController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
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
    if (query.mode === 'hybrid' && this.#ports.settings.vectors === undefined)
      throw new ApiProblem(
        'not-supported',
        'This mill has no vectors, so it cannot search by meaning; set NEWSMILL_VECTORS to on or multilingual and enrich the articles again (newsmill reprocess).',
      );
    return sendFeed(await readFeed(this.#ports, query, request), form, reply);
  }
}
