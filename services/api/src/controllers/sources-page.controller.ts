import { basename } from 'node:path';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { periodStart, type Timeline } from '@newsmill/contracts';
import { LibraryTimeout, LibraryUnreachable } from '@newsmill/store';
import { renderSource, renderSources, type SourcesPageView } from '@newsmill/service-console';
import {
  mayChangeFiles,
  type MillPorts,
  listSources,
  readFetches,
  readSource,
  readSomeSources,
  SourcesPageQuery,
} from '@newsmill/operate';
import { etagOf } from '../description/answer-etag.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { type Done, draftIn, sourceDeeds } from '../console/source-deeds.ts';
import { pagePipe } from '../description/zod-pipe.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { wholeTimeline } from '../views/whole-timeline.ts';

const html = 'text/html; charset=utf-8';
/** Sources of one page. */
const pageOfSources = 50;
const dayMs = 86_400_000;
/** Days whose articles are shown. */
const shownDays = 30;

/** Undefined where the library cannot be asked now: the rest of the page is shown without it. */
async function articlesByDay(
  library: MillPorts['library'],
  source: string,
  now: number,
): Promise<Timeline | undefined> {
  try {
    const tomorrow = periodStart(now, 'day') + dayMs;
    const from = new Date(tomorrow - shownDays * dayMs).toISOString();
    const told = await library.timeline({
      query: undefined,
      sources: [source],
      languages: [],
      from,
      interval: 'day',
    });
    return wholeTimeline(told, { from, to: new Date(tomorrow).toISOString() });
  } catch (error) {
    if (error instanceof LibraryUnreachable || error instanceof LibraryTimeout) return undefined;
    throw error;
  }
}

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

  @Get(':id')
  @Header('content-type', html)
  one(
    @Param('id') id: string,
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#one(id, query, {}, request, reply);
  }

  /** Every form: does what its address says, and shows the page with what came of it. */
  @Post(Object.keys(sourceDeeds))
  @HttpCode(200)
  @Header('content-type', html)
  async act(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const form = formFields(body);
    needForm(this.#ports, request, form.get('token'));
    const [, name = ''] = /^\/sources\/(\w+)/.exec(request.url) ?? [];
    const deed = sourceDeeds[name];
    if (deed === undefined) throw new ApiProblem('not-found', 'There is no such form.');
    const id = form.get('source') ?? '';
    const show = (done: Done) =>
      form.get('one') === 'yes' && done.isGone !== true
        ? this.#one(id, query, done, request, reply)
        : this.#page(query, done, request, reply);
    try {
      return await show(await deed(this.#ports, id, form));
    } catch (error) {
      const draft = draftIn(form);
      return await show({ problem: toldRefusal(error, reply), ...(draft === undefined ? {} : { draft }) });
    }
  }

  async #one(
    id: string,
    query: SourcesPageQuery,
    done: Done,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const { folder, library, now } = this.#ports;
    const known = folder.sourceOf(id);
    if (known === undefined)
      throw new ApiProblem('unknown-source', 'There is no source of this id; /sources lists all.');
    const forms = this.#formsOf(request, reply);
    const [[source], { channels: fetches }, stored, timeline] = await Promise.all([
      readSomeSources(this.#ports, [known]),
      readFetches(this.#ports, id),
      forms.canPoll ? readSource(this.#ports, id) : undefined,
      articlesByDay(library, id, now()),
    ]);
    if (source === undefined) throw new ApiProblem('unknown-source', 'There is no source of this id.');
    const { text } = stored ?? {};
    const broken = folder.problems().find(({ file }) => basename(file).replace(/\.ya?ml$/, '') === id);
    return renderSource(
      {
        source,
        ...done,
        ...forms,
        query,
        fetches,
        ...(timeline === undefined ? {} : { timeline }),
        ...(text === undefined ? {} : { text, version: etagOf(text) }),
        ...(broken === undefined || !forms.canSwitch ? {} : { broken: basename(broken.file) }),
      },
      this.#frame.of(request),
    );
  }

  /** What this browser may do. Without a form nothing is given to it, and the page may be kept. */
  #formsOf(
    request: HttpRequest,
    reply: HttpReply,
  ): Pick<SourcesPageView, 'canPoll' | 'canExamine' | 'canSwitch' | 'token'> {
    const [canPoll, canExamine] = [mayChange(request, 'admin'), mayChange(request, 'write')];
    return {
      canPoll,
      canExamine,
      canSwitch: canPoll && mayChangeFiles(this.#ports),
      token: canExamine ? giveFormToken(request, reply, this.#ports.adminKey) : '',
    };
  }

  async #page(query: SourcesPageQuery, done: Done, request: HttpRequest, reply: HttpReply): Promise<string> {
    const asked = { ...query, limit: pageOfSources };
    const view = await listSources(this.#ports, asked);
    const forms = this.#formsOf(request, reply);
    return renderSources({ ...view, query: asked, ...done, ...forms }, this.#frame.of(request));
  }
}
