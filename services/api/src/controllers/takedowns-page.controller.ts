import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { renderTakedowns, type TakedownsView } from '@newsmill/service-console';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { type MillPorts, liftTakedown, listTakedowns, takeDown, TakedownBody } from '@newsmill/operate';
import { bodyPipe } from '../description/zod-pipe.ts';
import { askerOf } from './takedown.controller.ts';

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
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
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
    needForm(this.#ports, request, formFields(body).get('token'));
    const draft = draftOf(body);
    try {
      const { reason } = bodyPipe(TakedownBody).transform({ reason: draft.reason });
      await takeDown(
        this.#ports,
        { article: draft.article, reason, who: askerOf(request) },
        this.#ports.now(),
      );
      return await this.#page({ draft: { article: '', reason: '' } }, request, reply);
    } catch (error) {
      return this.#page({ draft, problem: toldRefusal(error, reply) }, request, reply);
    }
  }

  @Post('lift')
  @HttpCode(200)
  async lift(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'));
    await liftTakedown(
      this.#ports,
      { article: draftOf(body).article, who: askerOf(request) },
      this.#ports.now(),
    );
    reply.code(303).header('location', '/takedowns');
    return '';
  }

  async #page(
    view: Pick<TakedownsView, 'draft' | 'problem'>,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    const receipts = mayChange(request, 'admin') ? await listTakedowns(this.#ports.registry) : undefined;
    const takedowns = receipts?.toSorted((a, b) => (a.when < b.when ? 1 : -1));
    return renderTakedowns({ ...view, takedowns, token }, this.#frame.of(request));
  }
}
