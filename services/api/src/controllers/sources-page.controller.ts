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
import type { Timeline } from '@newsmill/contracts';
import { LibraryTimeout, LibraryUnreachable } from '@newsmill/store';
import {
  renderSource,
  renderSources,
  type SourcePageView,
  type SourcesPageView,
} from '@newsmill/service-console';
import {
  editSource,
  examineSource,
  mayChangeFiles,
  type MillPorts,
  pickSources,
  PlanBody,
  planGiven,
  pollNow,
  readFetches,
  readSource,
  readSources,
  removeSource,
  type StoredSource,
  SourcesPageQuery,
  switchSource,
  testSource,
} from '@newsmill/operate';
import { etagOf } from '../description/answer-etag.ts';
import { ApiProblem, isRefused } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { bodyPipe, pagePipe } from '../description/zod-pipe.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';

const html = 'text/html; charset=utf-8';
/** Sources of one page. */
const pageOfSources = 50;
type Shown = Pick<
  SourcesPageView,
  'examination' | 'polled' | 'tested' | 'plan' | 'file' | 'done' | 'problem'
> &
  Pick<SourcePageView, 'draft'> & {
    /** Whether the source is no more. */
    readonly isGone?: boolean;
  };
const dayMs = 86_400_000;
/** Days whose articles are shown. */
const shownDays = 30;
const soon = 'The mill takes that up within seconds.';

const noSource = (id: string) => ({ problem: `There is no source ${JSON.stringify(id.slice(0, 100))}.` });

/** Refuses with precondition-failed where the file is not as the form showed it. */
function checkText(before: StoredSource | undefined, version: string | undefined): void {
  if (before?.text !== undefined && etagOf(before.text) === version) return;
  throw new ApiProblem('precondition-failed', 'The file is not as you read it: somebody has changed it.');
}

/** Undefined where the library cannot be asked now: the rest of the page is shown without it. */
async function articlesByDay(
  library: MillPorts['library'],
  source: string,
  now: number,
): Promise<Timeline | undefined> {
  try {
    const days = Array.from({ length: shownDays }, (_, place) =>
      new Date((Math.floor(now / dayMs) + 1 + place - shownDays) * dayMs).toISOString(),
    );
    const [from] = days;
    const told = await library.timeline({
      query: undefined,
      sources: [source],
      languages: [],
      from,
      interval: 'day',
    });
    const counts = new Map(told.items.map(({ start, count }) => [Date.parse(start), count]));
    return { ...told, items: days.map((start) => ({ start, count: counts.get(Date.parse(start)) ?? 0 })) };
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

  @Post('pause')
  @HttpCode(200)
  @Header('content-type', html)
  pause(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#answer({ query, body }, request, reply, async (id) => {
      const { source } = await switchSource(this.#ports, id, false);
      return { done: `${source.name} is paused: it is not polled until you resume it. ${soon}` };
    });
  }

  @Post('resume')
  @HttpCode(200)
  @Header('content-type', html)
  resume(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#answer({ query, body }, request, reply, async (id) => {
      const { source } = await switchSource(this.#ports, id, true);
      return { done: `${source.name} is polled again. ${soon}` };
    });
  }

  /** Shows what another text of the file would change, or writes it. */
  @Post('edit')
  @HttpCode(200)
  @Header('content-type', html)
  edit(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const form = formFields(body);
    // Browsers send line ends as CR LF.
    const draft = (form.get('text') ?? '').replaceAll('\r\n', '\n');
    return this.#answer({ query, body, draft }, request, reply, async (id) => {
      const plan = await planGiven(this.#ports, { file: draft, whole: false });
      if (form.get('do') !== 'save' || plan.problems.length > 0) return { draft, plan };
      await editSource(this.#ports, { id, text: draft }, (before) => checkText(before, form.get('version')));
      return { done: `The file is written. ${soon}` };
    });
  }

  @Post('remove')
  @HttpCode(200)
  @Header('content-type', html)
  remove(
    @Query(pagePipe(SourcesPageQuery)) query: SourcesPageQuery,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const form = formFields(body);
    return this.#answer({ query, body }, request, reply, async (id) => {
      if (form.get('confirm')?.trim() !== id)
        return { problem: `Nothing is removed: type ${id} to be sure.` };
      await removeSource(this.#ports, id, (before) => checkText(before, form.get('version')));
      return { done: `${id} is removed; its articles stay. ${soon}`, isGone: true };
    });
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
    {
      query,
      body,
      draft,
    }: { readonly query: SourcesPageQuery; readonly body: unknown; readonly draft?: string },
    request: HttpRequest,
    reply: HttpReply,
    work: (id: string) => Promise<Shown>,
  ): Promise<string> {
    const form = formFields(body);
    needForm(this.#ports, request, form.get('token'));
    const id = form.get('source') ?? '';
    const show = (shown: Shown) =>
      form.get('one') === 'yes' && shown.isGone !== true
        ? this.#one(id, query, shown, request, reply)
        : this.#page(query, shown, request, reply);
    try {
      return await show(await work(id));
    } catch (error) {
      if (!isRefused(error)) throw error;
      reply.code(400);
      return await show({ problem: error.message, ...(draft === undefined ? {} : { draft }) });
    }
  }

  async #one(
    id: string,
    query: SourcesPageQuery,
    shown: Shown,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const { folder, library, now } = this.#ports;
    const known = folder.sourceOf(id);
    if (known === undefined)
      throw new ApiProblem('unknown-source', 'There is no source of this id; /sources lists all.');
    const forms = this.#formsOf(request);
    const only = { sources: () => [known], problems: () => [] };
    const [{ sources }, { channels: fetches }, stored, timeline] = await Promise.all([
      readSources({ ...this.#ports, folder: only, now }),
      readFetches(this.#ports, id),
      forms.canPoll ? readSource(this.#ports, id) : undefined,
      articlesByDay(library, id, now()),
    ]);
    const [source] = sources;
    if (source === undefined) throw new ApiProblem('unknown-source', 'There is no source of this id.');
    const { text } = stored ?? {};
    const token = forms.canExamine ? giveFormToken(request, reply, this.#ports.adminKey) : '';
    return renderSource(
      {
        source,
        ...shown,
        ...forms,
        query,
        fetches,
        ...(timeline === undefined ? {} : { timeline }),
        ...(text === undefined ? {} : { text, version: etagOf(text) }),
        token,
      },
      this.#frame.of(request),
    );
  }

  /** What this browser may do. */
  #formsOf(request: HttpRequest): Pick<SourcesPageView, 'canPoll' | 'canExamine' | 'canSwitch'> {
    const canPoll = mayChange(request, 'admin');
    return {
      canPoll,
      canExamine: mayChange(request, 'write'),
      canSwitch: canPoll && mayChangeFiles(this.#ports),
    };
  }

  async #page(
    query: SourcesPageQuery,
    shown: Shown,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const asked = { ...query, limit: pageOfSources };
    const view = pickSources(await readSources(this.#ports), asked);
    const forms = this.#formsOf(request);
    // Without a form nothing is given to the browser, and the page may be kept.
    const token = forms.canExamine ? giveFormToken(request, reply, this.#ports.adminKey) : '';
    return renderSources({ ...view, query: asked, ...shown, ...forms, token }, this.#frame.of(request));
  }
}
