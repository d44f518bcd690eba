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
import {
  renderDead,
  renderDeadLetter,
  renderDeadLetters,
  say,
  type DeadLetterPage,
  type DeadLettersPage,
} from '@newsmill/service-console';
import {
  checkEdit,
  choiceOfDead,
  type DeadGroupsQuery,
  type DeadQuery,
  DiscardBody,
  discardLetters,
  editLetter,
  filterOfDead,
  listReceipts,
  listReplayRuns,
  lookMs,
  type MillPorts,
  readDead,
  readDeadGroups,
  readDeadLetter,
  readLetterBytes,
  ReplayRunBody,
  startReplayRun,
  stopReplayRun,
  TrialBody,
} from '@newsmill/operate';
import { ConsoleFrame } from '../console/console-frame.ts';
import { draftIn } from '../console/source-deeds.ts';
import { operations } from '../description/operations.ts';
import { bodyPipe, pagePipe } from '../description/zod-pipe.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { isRefused } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { asFile, tryChosen } from './dead.controller.ts';
import { askerOf } from './takedown.controller.ts';

const html = 'text/html; charset=utf-8';

/** What somebody chose on a page of letters. */
interface Wish {
  readonly ids: readonly string[];
  readonly query: DeadGroupsQuery;
  /** The choice as the API takes it. */
  readonly choice: object;
  /** Whether letters were to be chosen, and none was. */
  readonly isEmpty: boolean;
  /** Whether it was sent from the page of one letter. */
  readonly isAlone: boolean;
  readonly fields: ReadonlyMap<string, string>;
}

function idsIn(body: unknown): readonly string[] {
  const given = typeof body === 'object' && body !== null && 'id' in body ? [body.id].flat() : [];
  return given.filter((id): id is string => typeof id === 'string');
}

function readWish(body: unknown): Wish {
  const fields = formFields(body);
  const ids = idsIn(body);
  const query = pagePipe(operations.deadGroups.query).transform(Object.fromEntries(fields));
  const meant = Object.keys(query).length > 0 ? query : { all: true };
  const isMeant = fields.get('which') === 'meant';
  return {
    ids,
    query,
    choice: isMeant ? meant : { ids },
    isEmpty: fields.has('which') && !isMeant && ids.length === 0,
    isAlone: fields.has('alone'),
    fields,
  };
}

/** The pages of dead letters, and what their forms do. */
@Controller('dead')
export class DeadPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  groups(
    @Query(pagePipe(operations.deadGroups.query)) query: DeadGroupsQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#groupsPage(query, request, reply);
  }

  @Get('letters')
  @Header('content-type', html)
  letters(
    @Query(pagePipe(operations.dead.query)) { limit: _, cursor, ...query }: DeadQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#lettersPage({ query, cursor }, request, reply);
  }

  @Get(':id')
  @Header('content-type', html)
  letter(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#letterPage(id, {}, request, reply);
  }

  @Get(':id/bytes')
  async bytes(@Param('id') id: string, @Res() reply: HttpReply): Promise<void> {
    const bytes = await readLetterBytes(this.#ports, id);
    asFile(reply, id);
    reply.send(Buffer.from(bytes));
  }

  @Post('try')
  @HttpCode(200)
  @Header('content-type', html)
  tryLetters(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const ask = formFields(body).get('ask') === '1';
    this.#need(body, request, ask ? 'admin' : 'read');
    return this.#act(body, request, reply, async (wish) => {
      const trials = await tryChosen(
        this.#ports,
        bodyPipe(TrialBody).transform({ ...wish.choice, ...(ask ? { ask } : {}) }),
      );
      const [id] = wish.ids;
      return wish.isAlone && id !== undefined
        ? this.#letterPage(id, { trials }, request, reply)
        : this.#lettersPage({ query: wish.query, chosen: new Set(wish.ids), trials }, request, reply);
    });
  }

  @Post('replay')
  @HttpCode(200)
  @Header('content-type', html)
  replay(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    this.#need(body, request);
    return this.#act(body, request, reply, async ({ choice, fields }) => {
      const { rate, ...meant } = bodyPipe(ReplayRunBody).transform({
        ...choice,
        rate: Number(fields.get('rate')),
      });
      await startReplayRun(this.#ports, choiceOfDead(meant), { rate, who: askerOf(request) });
      return this.#toGroups(reply);
    });
  }

  @Post('stop')
  @HttpCode(200)
  @Header('content-type', html)
  async stop(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    this.#need(body, request);
    return this.#act(body, request, reply, async ({ fields }) => {
      await stopReplayRun(this.#ports, fields.get('run') ?? '', askerOf(request));
      return this.#toGroups(reply);
    });
  }

  @Post('discard')
  @HttpCode(200)
  @Header('content-type', html)
  discard(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    this.#need(body, request);
    return this.#act(body, request, reply, async ({ choice, fields }) => {
      const { why, ...meant } = bodyPipe(DiscardBody).transform({ ...choice, why: fields.get('why') ?? '' });
      await discardLetters(this.#ports, choiceOfDead(meant), {
        who: askerOf(request),
        reason: why,
        now: this.#ports.now(),
      });
      return this.#toGroups(reply);
    });
  }

  @Post('edit')
  @HttpCode(200)
  @Header('content-type', html)
  async edit(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    this.#need(body, request);
    const fields = formFields(body);
    const [id = '', draft = ''] = [fields.get('id'), draftIn(fields)];
    try {
      const draftFaults = await checkEdit(this.#ports, { id, text: draft });
      if (fields.get('do') !== 'send' || draftFaults.length > 0) {
        if (draftFaults.length > 0) reply.code(400);
        return await this.#letterPage(id, { draft, draftFaults }, request, reply);
      }
      const edit = { id, text: draft, edition: fields.get('edition') };
      await editLetter(this.#ports, edit, { who: askerOf(request), now: this.#ports.now() });
      return this.#toGroups(reply);
    } catch (error) {
      if (!isRefused(error) || error.code === 'unknown-dead-letter') throw error;
      reply.code(400);
      return this.#letterPage(id, { draft, problem: { english: error.message } }, request, reply);
    }
  }

  #need(body: unknown, request: HttpRequest, more: 'read' | 'admin' = 'read'): void {
    needForm(this.#ports, request, formFields(body).get('token'), more);
  }

  #toGroups(reply: HttpReply): string {
    reply.code(303).header('location', '/dead');
    return '';
  }

  /** What is refused is told on the page from which it was asked. */
  async #act(
    body: unknown,
    request: HttpRequest,
    reply: HttpReply,
    act: (wish: Wish) => Promise<string>,
  ): Promise<string> {
    const wish = readWish(body);
    const tell = (problem: DeadLettersPage['problem']) => {
      reply.code(400);
      return this.#lettersPage({ query: wish.query, chosen: new Set(wish.ids), problem }, request, reply);
    };
    if (wish.isEmpty) return tell(say('Choose letters first, or all of them.'));
    try {
      return await act(wish);
    } catch (error) {
      if (!isRefused(error)) throw error;
      const [id] = wish.ids;
      if (!wish.isAlone || id === undefined || error.code === 'unknown-dead-letter')
        return tell({ english: error.message });
      reply.code(400);
      return this.#letterPage(id, { problem: { english: error.message } }, request, reply);
    }
  }

  #asker(request: HttpRequest, reply: HttpReply) {
    return {
      mayAct: mayChange(request, operations.startReplay.access),
      mayEdit: mayChange(request, operations.editLetter.access),
      token: giveFormToken(request, reply, this.#ports.adminKey),
    };
  }

  async #groupsPage(query: DeadGroupsQuery, request: HttpRequest, reply: HttpReply): Promise<string> {
    const [groups, replays, receipts] = await Promise.all([
      readDeadGroups(this.#ports, { ...filterOfDead(query), waitMs: lookMs }),
      listReplayRuns(this.#ports),
      listReceipts(this.#ports.registry),
    ]);
    // Those that have ended are of interest for a day.
    const recent = replays.filter(
      ({ state, updatedAt }) => state === 'running' || updatedAt > this.#ports.now() - 86_400_000,
    );
    return renderDead(
      {
        groups,
        query,
        replays: recent.slice(0, 5),
        receipts: receipts.slice(0, 20),
        ...this.#asker(request, reply),
      },
      this.#frame.of(request),
    );
  }

  async #lettersPage(
    {
      query,
      cursor,
      chosen = new Set(),
      ...more
    }: Partial<Pick<DeadLettersPage, 'trials' | 'problem' | 'chosen'>> & {
      readonly query: DeadGroupsQuery;
      readonly cursor?: string | undefined;
    },
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const filter = filterOfDead(query);
    const [letters, groups] = await Promise.all([
      readDead(this.#ports, { ...filter, limit: 50, cursor, waitMs: lookMs }),
      query.group === undefined ? undefined : readDeadGroups(this.#ports, { ...filter, waitMs: lookMs }),
    ]);
    return renderDeadLetters(
      { letters, group: groups?.groups[0], query, chosen, ...more, ...this.#asker(request, reply) },
      this.#frame.of(request),
    );
  }

  async #letterPage(
    id: string,
    more: Partial<Pick<DeadLetterPage, 'trials' | 'problem' | 'draft' | 'draftFaults'>>,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const letter = await readDeadLetter(this.#ports, id);
    const asker = this.#asker(request, reply);
    const here = `/dead/${encodeURIComponent(id)}`;
    return renderDeadLetter({ letter, ...more, ...asker, here }, this.#frame.of(request));
  }
}
