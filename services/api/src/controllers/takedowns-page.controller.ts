import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { renderTakedowns, type TakedownsView } from '@newsmill/service-console';
import { ApiProblem } from '../api-problem.ts';
import { apiPorts, type ApiPorts } from '../api-ports.ts';
import { ConsoleFrame } from '../console-frame.ts';
import { formFields, giveFormToken } from '../form-token.ts';
import { mayChange, needForm } from '../guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http-types.ts';
import { TakedownBody } from '../shapes/takedown.ts';
import { bodyPipe } from '../zod-pipe.ts';
import { askerOf, takedownsOf, unknownArticle } from './takedown.controller.ts';

const html = 'text/html; charset=utf-8';
type Draft = TakedownsView['draft'];

/** Fields of the form, or of the address that leads to it. */
function draftOf(fields: unknown): Draft {
  const given = formFields(fields);
  const text = (name: keyof Draft): string => (given.get(name) ?? '').trim().slice(0, 2_000);
  return { article: text('article'), reason: text('reason') };
}

/** The page of articles that were taken down. */
@Controller('takedowns')
export class TakedownsPageController {
  readonly #ports: ApiPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(apiPorts) ports: ApiPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  show(
    @Query() query: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#page({ draft: draftOf(query) }, request, reply);
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', html)
  async takeDown(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'), 'admin');
    const draft = draftOf(body);
    try {
      const { reason } = bodyPipe(TakedownBody).transform({ reason: draft.reason });
      if (
        (await takedownsOf(this.#ports).takeDown({
          article: draft.article,
          reason,
          who: askerOf(request),
        })) === undefined
      )
        unknownArticle();
      return await this.#page({ draft: { article: '', reason: '' } }, request, reply);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      reply.code(400);
      return this.#page({ draft, problem: error.message }, request, reply);
    }
  }

  @Post('lift')
  @HttpCode(200)
  async lift(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'), 'admin');
    if (
      (await takedownsOf(this.#ports).lift({ article: draftOf(body).article, who: askerOf(request) })) ===
      undefined
    )
      unknownArticle();
    reply.code(303).header('location', '/takedowns');
    return '';
  }

  async #page(
    view: Pick<TakedownsView, 'draft' | 'problem'>,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    const here = request.method === 'GET' ? request.url.slice(0, 2_000) : '/takedowns';
    const receipts = mayChange(request, 'admin') ? await this.#ports.takedowns?.list() : undefined;
    const takedowns = receipts?.toSorted((a, b) => (a.when < b.when ? 1 : -1));
    return renderTakedowns({ ...view, takedowns, token, here }, this.#frame.of(request));
  }
}
