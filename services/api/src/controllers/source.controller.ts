import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { Source } from '@newsmill/contracts';
import { etagOf, namesTag } from '../description/answer-etag.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { needScope } from '../guards/guard-requests.ts';
import {
  type Examination,
  examineSource,
  type MillPorts,
  liftBrake,
  type LiftedBrake,
  pollNow,
  type PollNow,
  putSource,
  readFetches,
  readSource,
  removeSource,
  type StoredSource,
  SourceBody,
  type SourceFetches,
  switchSource,
  type SourceTest,
  testSource,
} from '@newsmill/operate';
import { headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';

const noQuery = queryPipe(operations.source.query);
const unknown = () =>
  new ApiProblem('unknown-source', 'There is no source of this id; /api/v1/sources lists all.');

function tagOf({ text, source }: StoredSource): string {
  return etagOf(text ?? JSON.stringify(source));
}

/**
 * The state that a change is meant for. Refuses with precondition-needed or precondition-failed (RFC 9110,
 * 13.2; RFC 6585, 3).
 */
function checkVersion(request: HttpRequest, stored: StoredSource | undefined): void {
  const [match, noneMatch] = [headerOf(request, 'if-match'), headerOf(request, 'if-none-match')];
  if (match === undefined && noneMatch === undefined)
    throw new ApiProblem(
      'precondition-needed',
      'Send the ETag of the source as you read it in If-Match, or "If-None-Match: *" for a new one.',
    );
  const holdsMatch = match === undefined || (stored !== undefined && namesTag(match, tagOf(stored)));
  const holdsNone = noneMatch === undefined || stored === undefined || !namesTag(noneMatch, tagOf(stored));
  if (!holdsMatch || !holdsNone)
    throw new ApiProblem(
      'precondition-failed',
      stored === undefined ? 'There is no source of this id.' : 'The source is not as you read it.',
    );
}

/** One source: its file, to read, replace and remove. */
@Controller('api/v1/sources')
export class SourceController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get(':id')
  async source(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Source> {
    const stored = await readSource(this.#ports, id);
    if (stored === undefined) throw unknown();
    reply.header('etag', tagOf(stored));
    return stored.source;
  }

  @Get(':id/fetches')
  fetches(@Param('id') id: string, @Query(noQuery) _query: object): Promise<SourceFetches> {
    return readFetches(this.#ports, id);
  }

  @Put(':id')
  async putSource(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(SourceBody)) body: SourceBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Source> {
    if (body.id !== undefined && body.id !== id)
      throw new ApiProblem('bad-body', 'id: that of the address, or none', [
        { pointer: '#/id', detail: `${JSON.stringify(id)}, as in the address, or none` },
      ]);
    const parsed = Source.safeParse({ ...body, id });
    if (!parsed.success)
      throw new ApiProblem(
        'bad-parameter',
        'The id of a source is lower-case letters, digits and hyphens, at most 63.',
        [{ pointer: '#/id', detail: 'lower-case letters, digits and hyphens, at most 63' }],
      );
    const written = await putSource(this.#ports, { ...body, id }, (before) => checkVersion(request, before));
    reply.code(written.isNew ? 201 : 200).header('etag', tagOf(written));
    return written.source;
  }

  @Post(':id/poll')
  @HttpCode(200)
  poll(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
  ): Promise<PollNow> {
    needScope(request, operations.pollSource.access);
    return pollNow(this.#ports, id);
  }

  @Post(':id/lift')
  @HttpCode(200)
  lift(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
  ): Promise<LiftedBrake> {
    needScope(request, operations.liftBrake.access);
    return liftBrake(this.#ports, id);
  }

  @Post(':id/pause')
  @HttpCode(200)
  pause(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Source> {
    needScope(request, operations.pauseSource.access);
    return this.#switch(id, false, reply);
  }

  @Post(':id/resume')
  @HttpCode(200)
  resume(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Source> {
    needScope(request, operations.resumeSource.access);
    return this.#switch(id, true, reply);
  }

  async #switch(id: string, enabled: boolean, reply: HttpReply): Promise<Source> {
    const switched = await switchSource(this.#ports, id, enabled);
    reply.header('etag', tagOf(switched));
    return switched.source;
  }

  @Post(':id/examine')
  @HttpCode(200)
  async examine(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
  ): Promise<Examination> {
    needScope(request, operations.examineSource.access);
    const source = this.#ports.folder.sourceOf(id);
    if (source === undefined) throw unknown();
    return examineSource(this.#ports, source);
  }

  @Post(':id/test')
  @HttpCode(200)
  async test(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
  ): Promise<SourceTest> {
    needScope(request, operations.testSource.access);
    const source = this.#ports.folder.sourceOf(id);
    if (source === undefined) throw unknown();
    return testSource(this.#ports.thread, source, this.#ports.folder.directory);
  }

  @Delete(':id')
  @HttpCode(204)
  async removeSource(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
  ): Promise<void> {
    await removeSource(this.#ports, id, (before) => {
      if (before === undefined) throw unknown();
      checkVersion(request, before);
    });
  }
}
