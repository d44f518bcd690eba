import { exportFilter, ExportQuery } from '@newsmill/service-api';
import { complain } from '../say.ts';
import { exportToFile, exportToStream } from '../export-library.ts';
import { withPorts } from './with-ports.ts';

export interface ExportCommand {
  readonly format?: string;
  readonly since?: string;
  readonly until?: string;
  readonly query?: string;
  readonly source?: string;
  readonly language?: string;
  readonly from?: string;
  readonly to?: string;
  readonly fields?: string;
  readonly bom?: boolean;
  readonly out?: string;
  readonly continue?: boolean;
}

/** `newsmill export`: what changed, as NDJSON, ninjs or CSV, to standard output or a file. The mill may run meanwhile. */
export async function exportArticles(
  data: string,
  { query, out, continue: isContinued = false, bom, ...rest }: ExportCommand,
): Promise<number> {
  const parsed = ExportQuery.safeParse({ ...rest, q: query, bom: bom === true ? 'true' : undefined });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) complain(`--${path.join('.')}: ${message}`);
    return 2;
  }
  if (isContinued && (out === undefined || rest.since !== undefined)) {
    complain(
      '--continue goes on with the file of --out, from where it ended: name it, and leave --since away',
    );
    return 2;
  }
  const { format, since, until, fields } = parsed.data;
  const options = { format, since, until, fields, bom, where: exportFilter(parsed.data) };
  const { bytes, cursor } = await withPorts(data, ({ library }) =>
    out === undefined
      ? exportToStream(library, options, process.stdout)
      : exportToFile(library, out, { ...options, isContinued }),
  );
  complain(
    `${bytes} bytes; go on with --since ${cursor ?? ''}${out === undefined ? '' : ` or --continue --out ${out}`}`,
  );
  return 0;
}
