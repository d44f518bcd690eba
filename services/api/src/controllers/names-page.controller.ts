import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { MillPorts } from '@newsmill/operate';
import { renderName, type NameKind } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { pagePipe } from '../description/zod-pipe.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { NameQuery } from '../shapes/counts.ts';
import { millPorts } from '../tokens.ts';
import { readName } from '../views/read-name.ts';

const html = 'text/html; charset=utf-8';
/** Longest name that an article may hold. */
const longestName = 200;

/** Pages of people, organisations and places that articles name. */
@Controller()
export class NamesPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('people/:name')
  @Header('content-type', html)
  person(
    @Param('name') name: string,
    @Query(pagePipe(NameQuery)) query: NameQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#page('person', name, query, request, reply);
  }

  @Get('organisations/:name')
  @Header('content-type', html)
  organisation(
    @Param('name') name: string,
    @Query(pagePipe(NameQuery)) query: NameQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#page('organisation', name, query, request, reply);
  }

  @Get('places/:name')
  @Header('content-type', html)
  place(
    @Param('name') name: string,
    @Query(pagePipe(NameQuery)) query: NameQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#page('place', name, query, request, reply);
  }

  async #page(
    kind: NameKind,
    name: string,
    { span }: NameQuery,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    if (name.trim() === '' || name.length > longestName)
      throw new ApiProblem('not-found', `A name has 1 to ${longestName} characters.`);
    const view = await readName(this.#ports, { kind, name: name.trim(), span });
    if (view.page.total === 0) reply.code(404);
    return renderName(view, this.#frame.of(request));
  }
}
