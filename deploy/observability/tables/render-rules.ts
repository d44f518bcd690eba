import { stringify } from 'yaml';
import type { Alert } from './alert-table.ts';

/** The section of docs/runbooks.md about a rule. */
export const anchorOf = ({ name }: Pick<Alert, 'name'>): string => name.toLowerCase();

/** As the rule is called in Prometheus. */
export const ruleName = ({ name }: Pick<Alert, 'name'>): string => `Newsmill${name}`;

const labelsOf = ({ severity }: Alert) => ({ severity });
const annotationsOf = (alert: Alert) => ({
  summary: alert.summary,
  description: alert.means,
  runbook_url: `docs/runbooks.md#${anchorOf(alert)}`,
});

const made =
  '# Written by `npm run gen` from deploy/observability/tables/alert-table.ts; change that instead.\n';
const yaml = (value: unknown): string => made + stringify(value, { lineWidth: 0 });

/** Rules of Prometheus. */
export function renderRules(alerts: readonly Alert[]): string {
  return yaml({
    groups: [
      {
        name: 'newsmill',
        rules: alerts.map((alert) => ({
          alert: ruleName(alert),
          expr: alert.expr,
          for: alert.for,
          labels: labelsOf(alert),
          annotations: annotationsOf(alert),
        })),
      },
    ],
  });
}

function filled(text: string, labels: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{ \$labels\.([a-z]+) \}\}/g, (_, name: string) => labels[name] ?? '');
}

/** Tests of the rules for `promtool test rules`: each fires on one set of series, and says nothing of another. */
export function renderRuleTests(alerts: readonly Alert[]): string {
  const inputOf = (series: Readonly<Record<string, string>>) =>
    Object.entries(series).map(([name, values]) => ({ series: name, values }));
  const testOf = (alert: Alert, which: 'fires' | 'quiet') => {
    const { series, at } = alert[which];
    const { labels } = alert.fires;
    const annotations = Object.entries(annotationsOf(alert)).map(([name, text]) => [
      name,
      filled(text, labels),
    ]);
    return {
      name: `${ruleName(alert)} ${which === 'fires' ? 'fires' : 'says nothing'}`,
      interval: '1m',
      input_series: inputOf(series),
      alert_rule_test: [
        {
          eval_time: at,
          alertname: ruleName(alert),
          exp_alerts:
            which === 'quiet'
              ? []
              : [
                  {
                    exp_labels: { ...labelsOf(alert), ...labels },
                    exp_annotations: Object.fromEntries(annotations),
                  },
                ],
        },
      ],
    };
  };
  return yaml({
    rule_files: ['rules.yml'],
    evaluation_interval: '1m',
    tests: alerts.flatMap((alert) => [testOf(alert, 'fires'), testOf(alert, 'quiet')]),
  });
}

/** docs/runbooks.md: of each rule what it means, how to look, and what to do. */
export function renderRunbooks(alerts: readonly Alert[]): string {
  const sections = alerts.map(
    (alert) => `## ${alert.name}
**${ruleName(alert)}** (${alert.severity}${alert.for === '0m' ? '' : `, after ${alert.for}`}): ${alert.summary.replace(/\{\{ \$labels\.([a-z]+) \}\}/g, (_, name: string) => name.toUpperCase())}

${alert.means}

How to look:
\`\`\`sh
${alert.look.join('\n')}
\`\`\`
What to do:
${alert.steps.map((step) => `- ${step}`).join('\n')}

It fires on \`${alert.expr}\`.
`,
  );
  return `# Runbooks
<!-- Written by \`npm run gen\`; change the source instead. -->

One section for each rule in \`deploy/observability/rules.yml\` ([how to switch it on](run-in-production.md#boards-and-alerts)): what it means, how to look, what to do. critical: news or answers are lost or stand still now. warning: some are, or they will be. SERVICE, ID, URL, HOST and PORT stand for what the alert names. Without containers leave out \`docker compose …\` and look at the process itself; in containers write \`docker compose --profile full exec api newsmill\` instead of \`./newsmill\` (\`--profile embedded exec mill\` where that runs). The table is in \`deploy/observability/tables/alert-table.ts\`, with a test of each rule.

${sections.join('\n')}`;
}
