import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metricTable } from '@newsmill/runtime';
import { alertTable } from '../../deploy/observability/tables/alert-table.ts';
import { boardTable } from '../../deploy/observability/tables/board-table.ts';
import { renderRules, renderRuleTests } from '../../deploy/observability/tables/render-rules.ts';
import { ensurePrometheus } from '../servers/native/install-tools.ts';
import { runCommand } from '../servers/native/run-command.ts';
import { serverStartLimitMs } from '../servers/start-servers.ts';
import { expressions } from './expressions.ts';
import { metricOf, namesIn } from './names-in.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'newsmill-rules-'));
let promtool: string;
beforeAll(async () => {
  ({ promtool } = await ensurePrometheus((text) => process.stderr.write(`newsmill test: ${text}\n`)));
  for (const name of ['rules.yml', 'rules.test.yml'])
    cpSync(join(root, 'deploy/observability', name), join(folder, name));
}, serverStartLimitMs);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rules of Prometheus', () => {
  it('are read by promtool, all of them', async () => {
    const { code, said } = await runCommand(promtool, ['check', 'rules', join(folder, 'rules.yml')]);
    expect([code, said]).toEqual([0, expect.stringContaining(`${alertTable.length} rules found`)]);
  });
  it('are named by the configuration of the containers, which promtool reads', async () => {
    const config = join(root, 'deploy/observability/prometheus.yml');
    const { code, said } = await runCommand(promtool, ['check', 'config', '--syntax-only', config]);
    expect([code, said]).toEqual([0, expect.stringContaining('is valid')]);
    const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    for (const file of ['prometheus.yml', 'rules.yml'])
      expect(compose).toContain(`./deploy/observability/${file}:/etc/prometheus/${file}:ro`);
    expect(readFileSync(config, 'utf8')).toContain('rule_files: [/etc/prometheus/rules.yml]');
  });
  it('fire on what they are for, and on nothing else', async () => {
    const { code, said } = await runCommand(promtool, ['test', 'rules', join(folder, 'rules.test.yml')]);
    expect([code, said]).toEqual([0, expect.stringContaining('SUCCESS')]);
    const tests = readFileSync(join(folder, 'rules.test.yml'), 'utf8');
    for (const { name } of alertTable)
      for (const which of ['fires', 'says nothing'])
        expect(tests).toContain(`name: Newsmill${name} ${which}\n`);
  });
  it('would be found out if they never fired, or always', async () => {
    const some = alertTable.slice(0, 3);
    for (const [name, expr] of [
      ['never', 'vector(1) == 0'],
      ['always', 'vector(1)'],
    ] as const) {
      writeFileSync(join(folder, `${name}.yml`), renderRules(some.map((alert) => ({ ...alert, expr }))));
      const tests = renderRuleTests(some).replace('- rules.yml', `- ${name}.yml`);
      writeFileSync(join(folder, `${name}.test.yml`), tests);
      const { code, said } = await runCommand(promtool, ['test', 'rules', join(folder, `${name}.test.yml`)]);
      expect([code === 0, said]).toEqual([false, expect.stringContaining(`Newsmill${some[2]?.name}`)]);
    }
  });
  it('have a name each, and a section of docs/runbooks.md with commands and steps', () => {
    expect(new Set(alertTable.map(({ name }) => name)).size).toBe(alertTable.length);
    const runbooks = readFileSync(join(root, 'docs/runbooks.md'), 'utf8');
    const rules = readFileSync(join(root, 'deploy/observability/rules.yml'), 'utf8');
    const anchors = [...rules.matchAll(/^ +runbook_url: docs\/runbooks\.md#(.+)$/gm)].map(
      ([, anchor]) => anchor,
    );
    const sections = runbooks.split(/^## /m).slice(1);
    expect(anchors).toEqual(sections.map((section) => section.split('\n', 1)[0]?.toLowerCase()));
    expect(anchors).toHaveLength(alertTable.length);
    for (const section of sections)
      expect(section).toMatch(/How to look:\n```sh\n[^\n`]+\n(?:[^`]*\n)?```\nWhat to do:\n- \S/);
  });
});

describe('the expressions of rules and boards', () => {
  const labelsOf = new Map<string, readonly string[]>(
    Object.values(metricTable).map(({ name, labels }) => [name, labels]),
  );
  /** Labels that Prometheus adds, or the form of a histogram has. */
  const ofAll = ['job', 'instance', 'le'];

  it.each(expressions)('$place names metrics and labels of the table: $expr', ({ expr }) => {
    const { metrics, groups } = namesIn(expr);
    expect(metrics.length).toBeGreaterThan(0);
    const own = metrics.filter(({ name }) => name.startsWith('newsmill_'));
    for (const { name, labels } of own) {
      const known = labelsOf.get(name) ?? labelsOf.get(metricOf(name));
      expect([name, known]).toEqual([name, expect.any(Array)]);
      expect([...ofAll, ...(known ?? [])]).toEqual(expect.arrayContaining([...labels]));
    }
    const all = own.flatMap(({ name }) => labelsOf.get(name) ?? labelsOf.get(metricOf(name)) ?? []);
    expect([...ofAll, ...all]).toEqual(expect.arrayContaining([...groups]));
  });
});

describe('the boards', () => {
  it('have panels side by side without overlap, with an id, a unit and a source of data each', () => {
    for (const { uid } of boardTable) {
      const board: {
        panels: {
          id: number;
          type: string;
          gridPos: { x: number; y: number; w: number; h: number };
          fieldConfig?: { defaults: { unit: string } };
          datasource?: { uid: string };
        }[];
      } = JSON.parse(readFileSync(join(root, `deploy/observability/grafana/boards/${uid}.json`), 'utf8'));
      const { panels } = board;
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, n) => `${x + (n % w)} ${y + Math.floor(n / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      for (const { type, gridPos, fieldConfig, datasource } of panels) {
        expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
        if (type !== 'row')
          expect([fieldConfig?.defaults.unit, datasource?.uid]).toEqual([
            expect.any(String),
            '${datasource}',
          ]);
      }
    }
  });
});
