import type { MillGraph } from '@newsmill/operate';

type GraphStage = MillGraph['stages'][number];

/** A place of the mill, and a way between two. */
interface Node {
  readonly id: string;
  readonly label: readonly string[];
  readonly shape: 'host' | 'stage' | 'topic' | 'store';
}
interface Way {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function hostNodes({ hosts, others }: MillGraph): Node[] {
  const named = hosts.map(({ host, sources, channels, items }, index) => ({
    id: `host${index + 1}`,
    shape: 'host' as const,
    label: [host, `${counted(sources, 'source')}, ${counted(channels, 'channel')}`, counted(items, 'item')],
  }));
  if (others.hosts === 0) return named;
  const label = [
    counted(others.hosts, 'more host'),
    `${counted(others.sources, 'source')}, ${counted(others.channels, 'channel')}`,
    counted(others.items, 'item'),
  ];
  return [...named, { id: 'others', shape: 'host', label }];
}

/** What stands or ends at a stage, the greatest number first. */
function hereOf({ here }: GraphStage): string {
  return Object.entries(here)
    .toSorted(([, a], [, b]) => b - a)
    .map(([fate, count]) => `${fate} ${count}`)
    .join(', ');
}

/** What waits for a stage. */
function waitingOf({ waiting, retrying }: GraphStage): string {
  return `${waiting} waiting${retrying === 0 ? '' : `, ${retrying} to be tried again`}`;
}

/** The places of the mill and the ways between them. */
function partsOf(graph: MillGraph): {
  readonly nodes: readonly Node[];
  readonly ways: readonly Way[];
} {
  const hosts = hostNodes(graph);
  const nodes: Node[] = [...hosts];
  const ways: Way[] = hosts.map(({ id }) => ({ from: id, to: 'stage_fetch' }));
  for (const place of graph.stages) {
    const { stage, to } = place;
    const here = hereOf(place);
    nodes.push({ id: `stage_${stage}`, shape: 'stage', label: here === '' ? [stage] : [stage, here] });
    const next = graph.stages.find(({ from }) => from !== undefined && from === to);
    if (to === undefined || next === undefined) continue;
    nodes.push({ id: `topic_${stage}`, shape: 'topic', label: [to, waitingOf(next)] });
    ways.push({ from: `stage_${stage}`, to: `topic_${stage}` });
    ways.push({ from: `topic_${stage}`, to: `stage_${next.stage}` });
  }
  nodes.push({ id: 'library', shape: 'store', label: ['library', counted(graph.library, 'article')] });
  nodes.push({ id: 'dead', shape: 'store', label: ['dead letters', String(graph.dead)] });
  ways.push({ from: 'stage_index', to: 'library' });
  for (const { stage, here } of graph.stages)
    if ((here['dead'] ?? 0) > 0)
      ways.push({ from: `stage_${stage}`, to: 'dead', label: String(here['dead']) });
  return { nodes, ways };
}

/** Text in a label of Mermaid: what has a meaning there is written as an entity. */
const mermaid = (text: string): string => text.replace(/[^\w .,:/-]/g, (sign) => `#${sign.codePointAt(0)};`);
const mermaidBrackets = { host: ['[', ']'], stage: ['([', '])'], topic: ['[[', ']]'], store: ['[(', ')]'] };

/** A flowchart in the language of Mermaid. */
export function drawMermaid(graph: MillGraph): string {
  const { nodes, ways } = partsOf(graph);
  return [
    'flowchart LR',
    ...nodes.map(({ id, shape, label }) => {
      const [open, close] = mermaidBrackets[shape];
      return `  ${id}${open}"${label.map(mermaid).join('<br/>')}"${close}`;
    }),
    ...ways.map(({ from, to, label }) => `  ${from} -->${label === undefined ? '' : `|${label}|`} ${to}`),
  ].join('\n');
}

const dot = (text: string): string => text.replace(/[\\"]/g, String.raw`\$&`);
const dotShapes = { host: 'box', stage: 'ellipse', topic: 'cds', store: 'cylinder' };

/** A directed graph in the language of Graphviz. */
export function drawDot(graph: MillGraph): string {
  const { nodes, ways } = partsOf(graph);
  return [
    'digraph newsmill {',
    '  rankdir=LR;',
    ...nodes.map(
      ({ id, shape, label }) =>
        `  ${id} [shape=${dotShapes[shape]}, label="${label.map(dot).join(String.raw`\n`)}"];`,
    ),
    ...ways.map(
      ({ from, to, label }) => `  ${from} -> ${to}${label === undefined ? '' : ` [label="${dot(label)}"]`};`,
    ),
    '}',
  ].join('\n');
}

/** The same for a terminal: hosts, then each stage with what waits for it. */
export function drawText(graph: MillGraph): string {
  const hosts = hostNodes(graph).map(
    ({ label: [name = '', ...rest] }) => `  ${name.padEnd(40)} ${rest.join(', ')}`,
  );
  const stages = graph.stages.flatMap((place) => [
    ...(place.from === undefined ? [] : [`  │ ${place.from}: ${waitingOf(place)}`]),
    `  ▼ ${place.stage.padEnd(7)} ${hereOf(place)}`.trimEnd(),
  ]);
  return [
    `sources (${counted(graph.discovered, 'item')} discovered)`,
    ...hosts,
    '',
    ...stages,
    `  ▼ library ${counted(graph.library, 'article')}`,
    '',
    `dead letters ${graph.dead}`,
  ].join('\n');
}
