import { Controller, Get, Header, Inject, Param, Query, Req } from '@nestjs/common';
import { readCoverage, servedArticle, type Coverage, type MillPorts } from '@newsmill/operate';
import { renderCoverage } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { queryPipe } from '../description/zod-pipe.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { millPorts } from '../tokens.ts';

/** Who told the story of an article, and what each added: for programs, and as a page. */
@Controller()
export class CoverageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('api/v1/articles/:id/coverage')
  coverage(
    @Param('id') id: string,
    @Query(queryPipe(operations.coverage.query)) _query: object,
  ): Promise<Coverage> {
    return readCoverage(this.#ports, id);
  }

  @Get('articles/:id/coverage')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@Param('id') id: string, @Req() request: HttpRequest): Promise<string> {
    const article = await servedArticle(this.#ports, id, 'article');
    const coverage = await readCoverage(this.#ports, id);
    return renderCoverage({ article, coverage }, this.#frame.of(request));
  }
}
