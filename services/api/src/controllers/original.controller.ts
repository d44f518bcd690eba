import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { idPattern, readOriginal, type MillPorts, type OriginalPage } from '@newsmill/operate';
import { renderOriginal } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { queryPipe } from '../description/zod-pipe.ts';
import { headersOfFrames, originalHeaders } from '../http/original-headers.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { ApiProblem, isRefused } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { readArticle } from './search.controller.ts';

const html = 'text/html; charset=utf-8';

/** The page that an article was made of, by itself and beside its text. */
@Controller()
export class OriginalController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('api/v1/articles/:id/original')
  @Header('content-type', html)
  async original(
    @Param('id') id: string,
    @Query(queryPipe(operations.original.query)) _query: object,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const page = await this.#read(id);
    for (const [name, value] of Object.entries(originalHeaders)) reply.header(name, value);
    return page.html;
  }

  @Get('articles/:id/original')
  @Header('content-type', html)
  async page(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const article = await readArticle(this.#ports, id);
    const frame = this.#frame.of(request);
    try {
      const { fetchedAt } = await this.#read(id);
      for (const [name, value] of Object.entries(headersOfFrames)) reply.header(name, value);
      return renderOriginal({ article, fetchedAt }, frame);
    } catch (error) {
      if (!isRefused(error) || error.code !== 'no-original') throw error;
      reply.code(404);
      return renderOriginal({ article, problem: error.message }, frame);
    }
  }

  async #read(id: string): Promise<OriginalPage> {
    if (!idPattern.test(id))
      throw new ApiProblem('unknown-article', 'The library holds no article of this id.');
    return readOriginal(this.#ports, id);
  }
}
