import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import {
  readReport,
  reportAsCsv,
  reportPeriodAt,
  type MillPorts,
  type Report,
  type ReportQuery,
} from '@newsmill/operate';
import { renderReport } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { operations } from '../description/operations.ts';
import { pagePipe, queryPipe } from '../description/zod-pipe.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { ReportPageQuery } from '../shapes/report.ts';
import { millPorts } from '../tokens.ts';

/** Coverage and latency of sources: for programs, as a table to download, and as a page. */
@Controller()
export class ReportController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('api/v1/report')
  async report(
    @Query(queryPipe(operations.report.query)) query: ReportQuery,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Report | string> {
    const report = await readReport(this.#ports, query);
    if (query.format === 'json') return report;
    reply
      .header('content-type', 'text/csv; charset=utf-8; header=present')
      .header('content-disposition', 'attachment; filename="newsmill-report.csv"');
    return reportAsCsv(report);
  }

  @Get('report')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(
    @Query(pagePipe(ReportPageQuery)) { period, at }: ReportPageQuery,
    @Req() request: HttpRequest,
  ): Promise<string> {
    const now = this.#ports.now();
    const shown = reportPeriodAt(at === undefined ? now : Math.min(now, Date.parse(at)), period);
    const from = new Date(shown.from).toISOString();
    const report = await readReport(this.#ports, {
      period,
      from,
      to: new Date(shown.to).toISOString(),
      format: 'json',
      source: undefined,
    });
    return renderReport({ report, at: from.slice(0, 10) }, this.#frame.of(request));
  }
}
