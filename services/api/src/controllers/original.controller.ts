import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { findOriginal, readOriginal, servedArticle, type MillPorts } from '@newsmill/operate';
import { renderOriginal } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { queryPipe } from '../description/zod-pipe.ts';
import { headersOfFrames, originalHeaders } from '../http/original-headers.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { isRefused } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';

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
  original(
    @Param('id') id: string,
    @Query(queryPipe(operations.original.query)) _query: object,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    // Set first: a refusal too is told in the frame that asked for the page.
    for (const [name, value] of Object.entries(originalHeaders)) reply.header(name, value);
    return readOriginal(this.#ports, id);
  }

  @Get('articles/:id/original')
  @Header('content-type', html)
  async page(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const article = await servedArticle(this.#ports, id, 'article');
    const frame = this.#frame.of(request);
    try {
      const { fetchedAt } = await findOriginal(this.#ports, article);
      for (const [name, value] of Object.entries(headersOfFrames)) reply.header(name, value);
      return renderOriginal({ article, fetchedAt }, frame);
    } catch (error) {
      if (!isRefused(error) || error.code !== 'no-original') throw error;
      reply.code(404);
      return renderOriginal({ article, problem: { english: error.message } }, frame);
    }
  }
}
