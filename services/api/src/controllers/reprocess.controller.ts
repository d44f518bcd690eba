import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { AgainBody, compareAgain, type AgainView, type MillPorts } from '@newsmill/operate';
import { renderReprocess, type ReprocessView } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { operations } from '../description/operations.ts';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { millPorts } from '../tokens.ts';

const html = 'text/html; charset=utf-8';
type Draft = ReprocessView['draft'];

/** Fields of the form, or of the address that leads to it. */
function draftOf(fields: unknown): Draft {
  const given = formFields(fields);
  const text = (name: keyof Draft): string => (given.get(name) ?? '').trim().slice(0, 1_000);
  return { q: text('q'), source: text('source'), from: text('from'), to: text('to'), sample: text('sample') };
}

/** The choice as the API takes it: what was left empty is absent. */
function bodyOf({ sample, ...words }: Draft): AgainBody {
  const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
  return bodyPipe(AgainBody).transform({ ...given, ...(sample === '' ? {} : { sample: Number(sample) }) });
}

/** What the cleaner of now makes of articles that are there: for programs, and as a page. */
@Controller()
export class ReprocessController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Post('api/v1/reprocess/compare')
  @HttpCode(200)
  compare(
    @Query(queryPipe(operations.compareAgain.query)) _query: object,
    @Body(bodyPipe(operations.compareAgain.body)) body: AgainBody,
  ): Promise<AgainView> {
    return compareAgain(this.#ports, body);
  }

  @Get('reprocess')
  @Header('content-type', html)
  show(
    @Query() query: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    return this.#page({ draft: draftOf(query) }, request, reply);
  }

  @Post('reprocess')
  @HttpCode(200)
  @Header('content-type', html)
  async comparePage(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'));
    const draft = draftOf(body);
    try {
      return this.#page({ draft, found: await compareAgain(this.#ports, bodyOf(draft)) }, request, reply);
    } catch (error) {
      return this.#page({ draft, problem: toldRefusal(error, reply) }, request, reply);
    }
  }

  #page(
    view: Pick<ReprocessView, 'draft' | 'found' | 'problem'>,
    request: HttpRequest,
    reply: HttpReply,
  ): string {
    const token = mayChange(request, operations.compareAgain.access)
      ? giveFormToken(request, reply, this.#ports.adminKey)
      : undefined;
    return renderReprocess({ ...view, token }, this.#frame.of(request));
  }
}
