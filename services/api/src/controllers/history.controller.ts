import { Controller, Get, Header, Inject, Param, Query, Req } from '@nestjs/common';
import { compareVersions, readHistory, type History, type MillPorts } from '@newsmill/operate';
import { renderHistory } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { pagePipe, queryPipe } from '../description/zod-pipe.ts';
import type { HttpRequest } from '../http/http-types.ts';
import type { CompareQuery, ComparisonAnswer } from '../shapes/history.ts';
import { millPorts } from '../tokens.ts';
import { comparisonAnswer } from '../views/comparison-answer.ts';

/** The versions of an article, and what differs between two of them: for programs, and as a page. */
@Controller()
export class HistoryController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('api/v1/articles/:id/versions')
  versions(
    @Param('id') id: string,
    @Query(queryPipe(operations.versions.query)) _query: object,
  ): Promise<History> {
    return this.#read(id);
  }

  @Get('api/v1/articles/:id/diff')
  async compare(
    @Param('id') id: string,
    @Query(queryPipe(operations.diff.query)) query: CompareQuery,
  ): Promise<ComparisonAnswer> {
    return comparisonAnswer(compareVersions(await this.#read(id), query));
  }

  @Get('articles/:id/versions')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(
    @Param('id') id: string,
    @Query(pagePipe(operations.diff.query)) query: CompareQuery,
    @Req() request: HttpRequest,
  ): Promise<string> {
    const history = await this.#read(id);
    return renderHistory({ history, comparison: compareVersions(history, query) }, this.#frame.of(request));
  }

  #read(id: string): Promise<History> {
    return readHistory(this.#ports, id, 'article');
  }
}
