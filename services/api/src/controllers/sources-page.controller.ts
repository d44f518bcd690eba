import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { renderSources, type SourcesPageView } from '@newsmill/service-console';
import {
  examineSource,
  type MillPorts,
  pickSources,
  PlanBody,
  planGiven,
  pollNow,
  readSources,
  SourcesPageQuery,
  testSource,
} from '@newsmill/operate';
import { isRefused } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { bodyPipe, pagePipe } from '../description/zod-pipe.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';

const html = 'text/html; charset=utf-8';
/** Sources of one page. */
const pageOfSources = 50;
type Shown = Pick<SourcesPageView, 'examination' | 'polled' | 'tested' | 'plan' | 'file' | 'problem'>;

const noSource = (id: string) => ({ problem: `There is no source ${JSON.stringify(id.slice(0, 100))}.` });

/** The page of the sources: what arrives from each, and the forms that poll or examine one now. */
@Controller('sources')
export class SourcesPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  show(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#page(query, {}, request, reply);
  }

  @Post('poll')
  @HttpCode(200)
  @Header('content-type', html)
  poll(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#answer({ query, body }, request, reply, async (id) => ({
      polled: await pollNow(this.#ports, id),
    }));
  }

  @Post('examine')
  @HttpCode(200)
  @Header('content-type', html)
  examine(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#answer({ query, body }, request, reply, async (id) => {
      const source = this.#ports.folder.sourceOf(id);
      return source === undefined ? noSource(id) : { examination: await examineSource(this.#ports, source) };
    });
  }

  @Post('test')
  @HttpCode(200)
  @Header('content-type', html)
  test(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#answer({ query, body }, request, reply, async (id) => {
      const { folder, thread } = this.#ports;
      const source = folder.sourceOf(id);
      return source === undefined
        ? noSource(id)
        : { tested: await testSource(thread, source, folder.directory) };
    });
  }

  @Post('plan')
  @HttpCode(200)
  @Header('content-type', html)
  plan(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const text = formFields(body).get('file') ?? '';
    return this.#answer({ query, body }, request, reply, async () => {
      const wish = bodyPipe(PlanBody).transform(text.trim() === '' ? {} : { file: text });
      return { plan: await planGiven(this.#ports, wish), file: text };
    });
  }

  /** The page with what a form did. */
  async #answer(
    { query, body }: { readonly query: SourcesPageQuery; readonly body: unknown },
    request: HttpRequest,
    reply: HttpReply,
    work: (id: string) => Promise<Shown>,
  ): Promise<string> {
    const form = formFields(body);
    needForm(this.#ports, request, form.get('token'));
    try {
      return await this.#page(query, await work(form.get('source') ?? ''), request, reply);
    } catch (error) {
      if (!isRefused(error)) throw error;
      reply.code(400);
      return this.#page(query, { problem: error.message }, request, reply);
    }
  }

  async #page(
    query: SourcesPageQuery,
    shown: Shown,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const asked = { ...query, limit: pageOfSources };
    const view = pickSources(await readSources(this.#ports), asked);
    const forms = {
      canPoll: mayChange(request, 'admin'),
      canExamine: mayChange(request, 'write'),
    };
    // Without a form nothing is given to the browser, and the page may be kept.
    const token = forms.canExamine ? giveFormToken(request, reply, this.#ports.adminKey) : '';
    return renderSources({ ...view, query: asked, ...shown, ...forms, token }, this.#frame.of(request));
  }
}
