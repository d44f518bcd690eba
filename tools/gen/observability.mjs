// Rules of Prometheus with their tests and runbooks, and boards of Grafana: all from two tables.
import { alertTable } from '../../deploy/observability/tables/alert-table.ts';
import { boardTable } from '../../deploy/observability/tables/board-table.ts';
import { renderBoard } from '../../deploy/observability/tables/render-board.ts';
import {
  renderRules,
  renderRuleTests,
  renderRunbooks,
} from '../../deploy/observability/tables/render-rules.ts';

const folder = 'deploy/observability';

export function observabilityFiles() {
  return [
    [`${folder}/rules.yml`, renderRules(alertTable)],
    [`${folder}/rules.test.yml`, renderRuleTests(alertTable)],
    ['docs/runbooks.md', renderRunbooks(alertTable)],
    ...boardTable.map((board) => [`${folder}/grafana/boards/${board.uid}.json`, renderBoard(board)]),
  ];
}
