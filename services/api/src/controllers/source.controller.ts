import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { Source } from '@newsmill/contracts';
import { etagOf, namesTag } from '../answer-etag.ts';
import { ApiProblem } from '../api-problem.ts';
import { apiPorts, type ApiPorts, type SourceFiles, type StoredSource } from '../api-ports.ts';
import { headerOf, type HttpReply, type HttpRequest } from '../http-types.ts';
import { operations } from '../operations.ts';
import { SourceBody } from '../shapes/parameters.ts';
import { bodyPipe, queryPipe } from '../zod-pipe.ts';

const noQuery = queryPipe(operations.source.query);
const unknown = () =>
  new ApiProblem('unknown-source', 'There is no source of this id; /api/v1/sources lists all.');

function tagOf({ text, source }: StoredSource): string {
  return etagOf(text ?? JSON.stringify(source));
}

/** The state that a change is meant for. Refuses with precondition-needed or precondition-failed (RFC 9110, 13.2; RFC 6585, 3). */
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
  readonly #ports: ApiPorts;
  constructor(@Inject(apiPorts) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Get(':id')
  async source(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Source> {
    const stored = await this.#read(id);
    if (stored === undefined) throw unknown();
    reply.header('etag', tagOf(stored));
    return stored.source;
  }

  @Put(':id')
  async putSource(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(SourceBody)) body: SourceBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Source> {
    const files = this.#files();
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
    const before = await this.#read(id);
    checkVersion(request, before);
    if (before !== undefined && before.text === undefined)
      throw new ApiProblem(
        'not-supported',
        'This source is made by the program, so it has no file that could be changed.',
      );
    const written = await files.write({ ...body, id });
    reply.code(before === undefined ? 201 : 200).header('etag', tagOf(written));
    return written.source;
  }

  @Delete(':id')
  @HttpCode(204)
  async removeSource(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
  ): Promise<void> {
    const files = this.#files();
    const before = await this.#read(id);
    if (before === undefined) throw unknown();
    checkVersion(request, before);
    if (before.text === undefined)
      throw new ApiProblem(
        'not-supported',
        'This source is made by the program, so it has no file that could be removed; NEWSMILL_DEMO=no leaves the demonstration out.',
      );
    await files.remove(id);
  }

  #files(): SourceFiles {
    if (this.#ports.sourceFiles === undefined)
      throw new ApiProblem(
        'not-supported',
        'Sources of this mill come from elsewhere; change the file there.',
      );
    return this.#ports.sourceFiles;
  }

  /** From its file, else as the mill has it. */
  async #read(id: string): Promise<StoredSource | undefined> {
    const inFile = await this.#ports.sourceFiles?.read(id);
    if (inFile !== undefined) return inFile;
    const source = this.#ports.sources().find((entry) => entry.id === id);
    return source === undefined ? undefined : { source };
  }
}
