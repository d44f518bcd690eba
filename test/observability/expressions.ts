import { alertTable } from '../../deploy/observability/tables/alert-table.ts';
import { boardTable } from '../../deploy/observability/tables/board-table.ts';

/** A PromQL expression, and where it stands. */
export interface Expression {
  readonly place: string;
  readonly expr: string;
}

/** All of rules and panels, with a value for each variable of a board. */
export const expressions: readonly Expression[] = [
  ...alertTable.map(({ name, expr }) => ({ place: `rule ${name}`, expr })),
  ...boardTable.flatMap(({ uid, rows }) =>
    rows.flatMap(({ panels }) =>
      panels.flatMap(({ title, queries }) =>
        queries.map(({ expr }) => ({
          place: `${uid}: ${title}`,
          expr: expr
            .replaceAll('$__rate_interval', '1m')
            .replaceAll('$source', 'harbour-post')
            .replaceAll('$stage', 'clean'),
        })),
      ),
    ),
  ),
];
