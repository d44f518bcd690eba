import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import type { LedgerView } from '@newsmill/service-console';
import {
  type MillPorts,
  type AuditView,
  type ItemView,
  type MillNow,
  type PickedSources,
  SourcesQuery,
  type WrittenSource,
  type AddSourceBody,
  type AuditQuery,
  type Examination,
  type ExamineBody,
  type ExtractBody,
  type LedgerQuery,
  type PlanBody,
  type PreviewBody,
  auditMill,
  listLedger,
  lookUp,
  readProcesses,
  readSeries,
  listSources,
  mostSourcesOfPage,
  addSource,
  type ImportBody,
  type ImportedList,
  importGiven,
  examineSource,
  extractAddress,
  planGiven,
  previewAddress,
} from '@newsmill/operate';
import { seriesKinds, type ProcessesView, type Scope, type SeriesView } from '@newsmill/contracts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { needScope } from '../guards/guard-requests.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import { ExtractAnswer, type ImportAnswer, PlanAnswer, PreviewAnswer } from '../shapes/answers.ts';
import type { SeriesQuery } from '../shapes/overview.ts';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';
import { sharedMillNow } from '../views/shared-mill-now.ts';
import { shownPath, shownSource } from '../views/shown-path.ts';

/**
 * The scope that an operation needs which asks publishers: where it may ask private addresses, or as a source
 * that no file has, that of whoever writes source files.
 */
export function scopeToAsk(
  operation: 'preview' | 'extract' | 'addSource' | 'importSources',
  { allowPrivate, definition }: { readonly allowPrivate: readonly string[]; readonly definition?: object },
): Scope {
  const isOrdinary = allowPrivate.length === 0 && definition === undefined;
  return operations[isOrdinary ? operation : 'putSource'].access;
}

/** A list that was imported, with files as whoever runs the mill names them. */
export function importAnswer(list: ImportedList): ImportAnswer {
  const lines = list.lines.map((line) =>
    line.file === undefined ? line : { ...line, file: shownPath(line.file) },
  );
  return { ...list, lines };
}

const noQuery = queryPipe(operations.addSource.query);

/** What operators use: sources, ledger, audit, preview. */
@Controller('api/v1')
export class OperateController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get('sources')
  async sources(@Query(queryPipe(operations.sources.query)) query: SourcesQuery): Promise<PickedSources> {
    const { asOf: _asOf, ...picked } = await listSources(this.#ports, {
      ...query,
      limit: query.limit ?? mostSourcesOfPage,
    });
    return picked;
  }

  @Post('sources')
  async addSource(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.addSource.body)) body: AddSourceBody,
  ): Promise<WrittenSource> {
    needScope(request, scopeToAsk('addSource', body));
    return shownSource(await addSource(this.#ports, body));
  }

  @Post('sources/import')
  @HttpCode(200)
  async importSources(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.importSources.body)) body: ImportBody,
  ): Promise<ImportAnswer> {
    needScope(request, scopeToAsk('importSources', body));
    return importAnswer(await importGiven(this.#ports, body));
  }

  @Post('sources/plan')
  @HttpCode(200)
  async plan(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.planSources.body)) body: PlanBody,
  ): Promise<PlanAnswer> {
    needScope(request, operations.planSources.access);
    return PlanAnswer.parse(await planGiven(this.#ports, body));
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
    return auditMill(this.#ports, query);
  }

  @Get('processes')
  processes(@Query(noQuery) _query: object): Promise<ProcessesView> {
    return readProcesses(this.#ports);
  }

  @Get('overview')
  overview(@Query(noQuery) _query: object): Promise<MillNow> {
    return sharedMillNow(this.#ports);
  }

  @Get('series')
  series(@Query(queryPipe(operations.series.query)) { name, span }: SeriesQuery): Promise<SeriesView> {
    return readSeries(this.#ports, name ?? [...seriesKinds.keys()], span);
  }

  @Post('preview')
  @HttpCode(200)
  async preview(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.preview.body)) body: PreviewBody,
  ): Promise<PreviewAnswer> {
    needScope(request, scopeToAsk('preview', body));
    return PreviewAnswer.parse(await previewAddress(this.#ports, body.url, body));
  }

  @Post('examine')
  @HttpCode(200)
  examine(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.examineDefinition.body)) { definition, allowPrivate }: ExamineBody,
  ): Promise<Examination> {
    needScope(request, operations.examineDefinition.access);
    return examineSource(this.#ports, { ...definition, allowPrivate });
  }

  @Post('extract')
  @HttpCode(200)
  async extract(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.extract.body)) body: ExtractBody,
  ): Promise<ExtractAnswer> {
    needScope(request, scopeToAsk('extract', body));
    return ExtractAnswer.parse(await extractAddress(this.#ports, body.url, body));
  }
}
