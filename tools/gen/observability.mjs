// Rules of Prometheus with their tests and runbooks, and boards of Grafana: all from two tables.
import { alertTable } from './observability/alert-table.ts';
import { boardTable } from './observability/board-table.ts';
import { renderBoard } from './observability/render-board.ts';
import { renderRules, renderRuleTests, renderRunbooks } from './observability/render-rules.ts';

const folder = 'deploy/observability';

export function observabilityFiles() {
  return [
    [`${folder}/rules.yml`, renderRules(alertTable)],
    [`${folder}/rules.test.yml`, renderRuleTests(alertTable)],
    ['docs/runbooks.md', renderRunbooks(alertTable)],
    ...boardTable.map((board) => [`${folder}/grafana/boards/${board.uid}.json`, renderBoard(board)]),
  ];
}
