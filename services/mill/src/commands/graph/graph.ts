import { defineCommand } from '../declare/define-command.ts';
import { data, sources, sourcesFolder } from '../declare/mill-options.ts';
import { oneOf, whole } from '../declare/options.ts';
import { sourcesIn } from '../sources/sources-in.ts';
import { exitCodes, millExits, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import { drawDot, drawMermaid, drawText } from './draw-graph.ts';

export const command = defineCommand({
  name: 'graph',
  description:
    'how the mill is laid out and what is where: sources by host, stages, topics and library, with counts',
  words: '',
  options: {
    format: oneOf(
      '<format>',
      ['text', 'mermaid', 'dot', 'json'],
      'text',
      'mermaid: a flowchart for Markdown; dot: for Graphviz',
    ),
    hosts: whole('<n>', 20, 'hosts that are named, those with the most items'),
    sources,
    data,
  },
  examples: ['newsmill graph', 'newsmill graph --format mermaid --hosts 5'],
  exits: ['done', ...millExits],
  async run(_, options, environment) {
    const { readGraph } = await import('@newsmill/operate');
    const folder = sourcesIn(sourcesFolder(options, environment));
    const graph = await withPorts(options.data, (ports) => readGraph({ ...ports, folder }, options.hosts));
    const drawn = {
      text: drawText,
      mermaid: drawMermaid,
      dot: drawDot,
      json: (shown: typeof graph) => JSON.stringify(shown, null, 2),
    };
    say(drawn[options.format](graph));
    return exitCodes.done;
  },
});
