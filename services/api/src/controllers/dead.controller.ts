import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  chooseDead,
  choiceOfDead,
  type DeadGroupsQuery,
  type DeadGroupsView,
  type DeadLetterDetail,
  type DeadQuery,
  type DeadReceipt,
  type DeadView,
  type DiscardBody,
  discardLetters,
  editLetter,
  type EditLetterBody,
  filterOfDead,
  listReceipts,
  listReplayRuns,
  lookMs,
  type MillPorts,
  readDead,
  readDeadGroups,
  readDeadLetter,
  readLetterBytes,
  type ReplayBody,
  noteChange,
  replayDeadLetters,
  type ReplayRunBody,
  type ReplayRunView,
  startReplayRun,
  stopReplayRun,
  type TrialBody,
  type TrialsView,
  tryLetters,
  tryRequest,
} from '@newsmill/operate';
import { needScope } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';
import { millPorts } from '../tokens.ts';
import { askerOf } from './takedown.controller.ts';

const noQuery = queryPipe(operations.deadLetter.query);

/** Headers with which bytes of others become a file, and nothing that a browser shows or runs. */
export function asFile(reply: HttpReply, id: string): void {
  reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', `attachment; filename="dead-letter-${id.replaceAll(/[^\w-]/g, '_')}.bin"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox");
}

/** Trials together: what a request gives is one of them. */
export async function tryChosen(ports: MillPorts, body: TrialBody): Promise<TrialsView> {
  const [id] = body.ids ?? [];
  if (!body.ask || id === undefined) return tryLetters(ports, choiceOfDead(body), body.sample);
  const trial = await tryRequest(ports, id);
  const of = (outcome: string) => (trial.outcome === outcome ? 1 : 0);
  return {
    found: 1,
    tried: 1,
    passes: of('passes'),
    dropped: of('dropped'),
    fails: of('fails'),
    untold: 0,
    trials: [trial],
  };
}

/** What failed for good: seen by its causes, tried, edited, replayed, discarded. */
@Controller('api/v1/dead')
export class DeadController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get()
  dead(@Query(queryPipe(operations.dead.query)) query: DeadQuery): Promise<DeadView> {
    const { limit, cursor } = query;
    return readDead(this.#ports, { ...filterOfDead(query), limit, cursor, waitMs: lookMs });
  }

  @Get('groups')
  groups(@Query(queryPipe(operations.deadGroups.query)) query: DeadGroupsQuery): Promise<DeadGroupsView> {
    return readDeadGroups(this.#ports, { ...filterOfDead(query), waitMs: lookMs });
  }

  @Get('receipts')
  async receipts(@Query(noQuery) _query: object): Promise<{ readonly receipts: readonly DeadReceipt[] }> {
    return { receipts: await listReceipts(this.#ports.registry) };
  }

  @Get('replays')
  async replays(@Query(noQuery) _query: object): Promise<{ readonly replays: readonly ReplayRunView[] }> {
    return { replays: await listReplayRuns(this.#ports) };
  }

  @Post('replays')
  @HttpCode(202)
  async startReplay(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.startReplay.body)) body: ReplayRunBody,
  ): Promise<ReplayRunView> {
    needScope(request, operations.startReplay.access);
    const { rate } = body;
    const { run } = await startReplayRun(this.#ports, choiceOfDead(body), { rate, who: askerOf(request) });
    return run;
  }

  @Delete('replays/:id')
  stopReplay(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
  ): Promise<ReplayRunView> {
    needScope(request, operations.stopReplay.access);
    return stopReplayRun(this.#ports, id, askerOf(request));
  }

  @Post('try')
  @HttpCode(200)
  tryLetters(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.tryLetters.body)) body: TrialBody,
  ): Promise<TrialsView> {
    needScope(request, body.ask ? 'admin' : operations.tryLetters.access);
    return tryChosen(this.#ports, body);
  }

  @Post('replay')
  @HttpCode(200)
  async replay(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.replay.body)) body: ReplayBody,
  ): Promise<{ readonly replayed: number; readonly ids: readonly string[] }> {
    needScope(request, operations.replay.access);
    const ids = await chooseDead(this.#ports, choiceOfDead(body));
    if (body.dryRun || ids.length === 0) return { replayed: 0, ids };
    const { replayed } = await replayDeadLetters(this.#ports, ids, this.#ports.now());
    await noteChange({ what: 'letters-replayed', detail: `${replayed}: ${ids.slice(0, 10).join(' ')}` });
    return { replayed, ids };
  }

  @Post('discard')
  @HttpCode(200)
  discard(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.discardLetters.body)) body: DiscardBody,
  ): Promise<DeadReceipt> {
    needScope(request, operations.discardLetters.access);
    return discardLetters(this.#ports, choiceOfDead(body), {
      who: askerOf(request),
      reason: body.why,
      now: this.#ports.now(),
    });
  }

  @Get(':id')
  letter(@Param('id') id: string, @Query(noQuery) _query: object): Promise<DeadLetterDetail> {
    return readDeadLetter(this.#ports, id);
  }

  @Get(':id/bytes')
  async bytes(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const bytes = await readLetterBytes(this.#ports, id);
    asFile(reply, id);
    reply.send(Buffer.from(bytes));
  }

  @Post(':id/edit')
  @HttpCode(200)
  edit(
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.editLetter.body)) { text, edition }: EditLetterBody,
  ): Promise<DeadReceipt> {
    needScope(request, operations.editLetter.access);
    const asker = { who: askerOf(request), now: this.#ports.now() };
    return editLetter(this.#ports, { id, text, edition }, asker);
  }
}
