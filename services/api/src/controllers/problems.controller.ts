import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { renderProblems } from '@newsmill/service-console';
import { ApiProblem } from '../problems/api-problem.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { wantsPage, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { problemPage, problemPages, type ProblemPage } from '../problems/problem-pages.ts';

/**
 * Where the `type` of a problem leads: what it means and what to do. A page for people, JSON for programs.
 */
@Controller('problems')
export class ProblemsController {
  readonly #frame: ConsoleFrame;
  constructor(@Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#frame = frame;
  }

  @Get()
  all(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): string {
    return this.#show(problemPages(), { problems: problemPages() }, request, reply);
  }

  @Get(':code')
  one(
    @Param('code') code: string,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    const page = problemPage(code);
    if (page === undefined)
      throw new ApiProblem('unknown-problem', 'There is no problem of this code; /problems lists all.');
    return this.#show([page], page, request, reply);
  }

  #show(pages: readonly ProblemPage[], data: object, request: HttpRequest, reply: HttpReply): string {
    const isPage = wantsPage(request);
    reply
      .header('content-type', isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
      .header('vary', 'accept');
    if (!isPage) reply.header('cache-control', 'public, max-age=3600');
    return isPage ? renderProblems(pages, this.#frame.of(request)) : JSON.stringify(data);
  }
}
