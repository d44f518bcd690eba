import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type {
  AuditView,
  DeadLetterDetail,
  DeadView,
  ItemView,
  LedgerView,
  Preview,
  SourcesView,
} from '@newsmill/service-console';
import { parseAddress } from '@newsmill/text';
import { ApiProblem } from '../api-problem.ts';
import { apiPorts, type AddedSource, type ApiPorts } from '../api-ports.ts';
import { needScope } from '../guard-requests.ts';
import type { HttpRequest } from '../http-types.ts';
import { operations } from '../operations.ts';
import type {
  AddSourceBody,
  AuditQuery,
  DeadQuery,
  LedgerQuery,
  PreviewBody,
  ReplayBody,
} from '../shapes/parameters.ts';
import { readAudit } from '../views/read-audit.ts';
import { chooseDead, readDead, readDeadLetter } from '../views/read-dead.ts';
import { listLedger, lookUp } from '../views/read-ledger.ts';
import { readSources } from '../views/read-sources.ts';
import { bodyPipe, queryPipe } from '../zod-pipe.ts';

/** An address as people type it, whole. Refuses with bad-address. */
export function wholeAddress(text: string): string {
  const address = parseAddress(text);
  if (address === undefined || address.hostname === '')
    throw new ApiProblem('bad-address', 'That is no http or https address.', [
      { pointer: '#/url', detail: 'an address such as https://example.org/feed.xml' },
    ]);
  return address.href;
}

const noQuery = queryPipe(operations.sources.query);

/** What operators use: sources, ledger, audit, dead letters, preview. */
@Controller('api/v1')
export class OperateController {
  readonly #ports: ApiPorts;
  constructor(@Inject(apiPorts) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Get('sources')
  sources(@Query(noQuery) _query: object): Promise<SourcesView> {
    return readSources(this.#ports);
  }

  @Post('sources')
  async addSource(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.addSource.body)) body: AddSourceBody,
  ): Promise<AddedSource> {
    needScope(request, 'write');
    if (this.#ports.addSource === undefined)
      throw new ApiProblem('not-supported', 'Sources of this mill come from elsewhere; add the file there.');
    return this.#ports.addSource({ ...body, url: wholeAddress(body.url) });
  }

  @Get('ledger')
  ledger(
    @Query(queryPipe(operations.ledger.query)) query: LedgerQuery,
  ): Promise<ItemView | NonNullable<LedgerView['list']>> {
    if (query.url === undefined) return listLedger(this.#ports, query);
    if (query.fate !== undefined || query.source !== undefined || query.cursor !== undefined) {
      throw new ApiProblem(
        'bad-parameter',
        'url names one item; fate, source and cursor choose among many.',
        [{ pointer: '#/url', detail: 'not together with fate, source or cursor' }],
      );
    }
    return lookUp(this.#ports, query.url);
  }

  @Get('audit')
  audit(@Query(queryPipe(operations.audit.query)) query: AuditQuery): Promise<AuditView> {
    return readAudit(this.#ports, query);
  }

  @Get('dead')
  dead(@Query(queryPipe(operations.dead.query)) query: DeadQuery): Promise<DeadView> {
    return readDead(this.#ports, query);
  }

  @Get('dead/:id')
  deadLetter(@Param('id') id: string, @Query(noQuery) _query: object): Promise<DeadLetterDetail> {
    return readDeadLetter(this.#ports, id);
  }

  @Post('dead/replay')
  @HttpCode(200)
  async replay(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.replay.body)) body: ReplayBody,
  ): Promise<{ readonly replayed: number; readonly ids: readonly string[] }> {
    needScope(request, 'write');
    const ids = await chooseDead(this.#ports, body);
    if (body.dryRun || ids.length === 0) return { replayed: 0, ids };
    const { replayed } = await this.#ports.replay(ids);
    return { replayed, ids };
  }

  @Post('preview')
  @HttpCode(200)
  preview(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.preview.body)) body: PreviewBody,
  ): Promise<Preview> {
    needScope(request, 'write');
    return this.#ports.preview(wholeAddress(body.url));
  }
}
