import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { millPorts } from '../tokens.ts';
import {
  type MillPorts,
  exportChanges,
  type ExportPiece,
  type ExportQuery,
  exportFilter,
  servedLibrary,
} from '@newsmill/operate';
import type { ExportFormat } from '@newsmill/contracts';
import type { HttpReply } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import { queryPipe } from '../description/zod-pipe.ts';

const types: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  ninjs: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/** Everything that changed since a cursor, as a stream. */
@Controller('api/v1')
export class ExportController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get('export')
  async export(
    @Query(queryPipe(operations.export.query)) query: ExportQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { format, since, until, fields, bom, use } = query;
    const pieces = exportChanges(servedLibrary(this.#ports, use), {
      format,
      since,
      until,
      fields,
      bom,
      where: exportFilter(query),
    });
    // Before the head of the answer goes out: what is wrong is answered as such.
    const first = await pieces.next();
    reply
      .header('content-type', types[format])
      .header('cache-control', 'no-store')
      .header(
        'content-disposition',
        `attachment; filename="newsmill.${format === 'csv' ? 'csv' : 'ndjson'}"`,
      );
    reply.send(Readable.from(textsOf(first, pieces), { objectMode: false, highWaterMark: 1 }));
  }
}

/** Ends with the stream that reads it, also where the client goes away. */
async function* textsOf(
  first: IteratorResult<ExportPiece, unknown>,
  rest: AsyncGenerator<ExportPiece>,
): AsyncGenerator<string> {
  try {
    if (first.done !== true) yield first.value.text;
    for await (const { text } of rest) yield text;
  } finally {
    await rest.return(undefined);
  }
}
