import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { exportFilter, servedLibrary, type ExportQuery, type MillPorts } from '@newsmill/operate';
import { renderExport, type ExportView } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { operations } from '../description/operations.ts';
import { pagePipe } from '../description/zod-pipe.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { millPorts } from '../tokens.ts';

const html = 'text/html; charset=utf-8';
const pipe = pagePipe(operations.export.query);

/** The parameters of an export as the API takes them; those with what holds anyway are left out. */
function queryOf(query: ExportQuery): URLSearchParams {
  const {
    q,
    source = [],
    language = [],
    from,
    to,
    since,
    until,
    format,
    fields = [],
    collapse,
    bom,
    use,
  } = query;
  return new URLSearchParams(
    [
      ['q', q],
      ['source', source.join(',')],
      ['language', language.join(',')],
      ['from', from ?? ''],
      ['to', to ?? ''],
      ['since', since ?? ''],
      ['until', until ?? ''],
      ['format', format === 'ndjson' ? '' : format],
      ['fields', fields.join(',')],
      ['collapse', collapse ? 'true' : ''],
      ['bom', bom ? 'true' : ''],
      ['use', use === 'export' ? '' : use],
    ].filter(([, value]) => value !== ''),
  );
}

/** The page from which an export is downloaded; the API streams it. */
@Controller('export')
export class ExportPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  async show(
    @Query(pipe) query: ExportQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    try {
      const { use } = query;
      const found = await servedLibrary(this.#ports, use).search({
        ...exportFilter(query),
        sort: 'newest',
        limit: 1,
        facets: [],
      });
      return this.#page({ query, found }, request);
    } catch (error) {
      return this.#page({ query, problem: toldRefusal(error, reply) }, request);
    }
  }

  /** A form of a page sends what was left empty, too; the API wants no empty parameters. */
  @Get('file')
  @Header('content-type', html)
  file(
    @Query(pipe) query: ExportQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    try {
      exportFilter(query);
    } catch (error) {
      return this.#page({ query, problem: toldRefusal(error, reply) }, request);
    }
    const text = queryOf(query).toString();
    reply.code(303).header('location', text === '' ? '/api/v1/export' : `/api/v1/export?${text}`);
    return '';
  }

  #page(view: ExportView, request: HttpRequest): string {
    return renderExport(view, this.#frame.of(request));
  }
}
