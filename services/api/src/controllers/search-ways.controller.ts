import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import type { MillPorts, SearchQuery } from '@newsmill/operate';
import { renderCopies, renderValues } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { parametersOf } from '../console/search-parameters.ts';
import { operations } from '../description/operations.ts';
import { pagePipe } from '../description/zod-pipe.ts';
import { accessOf } from '../guards/access.ts';
import { originOf } from '../guards/visitor.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { ValuesQuery } from '../shapes/counts.ts';
import { millPorts } from '../tokens.ts';
import { nameOfSource } from '../views/name-of-source.ts';
import { readTop } from '../views/read-counts.ts';
import { searchCopies } from '../views/search-copies.ts';

const html = 'text/html; charset=utf-8';
const valuesOfPage = 100;

/** What a search can be taken on to: other programs, and all values of a field. */
@Controller()
export class SearchWaysController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('copy')
  @Header('content-type', html)
  async copy(
    @Query(pagePipe(operations.search.query)) query: SearchQuery,
    @Req() request: HttpRequest,
  ): Promise<string> {
    const parameters = parametersOf(query);
    const copies = await searchCopies(query, parameters, {
      address: originOf(request),
      needsKey: accessOf(request).proof !== 'none',
      now: this.#ports.now(),
    });
    return renderCopies({ parameters, copies }, this.#frame.of(request));
  }

  @Get('values')
  @Header('content-type', html)
  async values(
    @Query(pagePipe(ValuesQuery)) query: ValuesQuery,
    @Req() request: HttpRequest,
  ): Promise<string> {
    const { page, ...asked } = query;
    const { field, q, source = [], language = [], from, to } = asked;
    // One more than is shown says whether there is a further page.
    const values = await readTop(this.#ports.library, { ...asked, limit: page * valuesOfPage + 1 });
    const first = (page - 1) * valuesOfPage;
    return renderValues(
      {
        field,
        values: { ...values, items: values.items.slice(first, first + valuesOfPage) },
        page,
        first,
        isLast: values.items.length <= first + valuesOfPage,
        parameters: { q: q.trim(), source, language, from, to },
        sourceName: nameOfSource(this.#ports),
      },
      this.#frame.of(request),
    );
  }
}
