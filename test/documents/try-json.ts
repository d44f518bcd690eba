import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ExtensionAnswer, LogLine, mappingTypes } from '@newsmill/contracts';
import { articleMapping } from '@newsmill/store';
import type { Place } from './open-place.ts';
import { root, type Block } from './read-documents.ts';
import type { Trial } from './try-shell.ts';

interface Server {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly type?: string;
  readonly url?: string;
}

/** A client of agents can start, or reach, what the excerpt names. */
async function mcpServer({ command, args = [], type, url }: Server, place: Place): Promise<Trial> {
  if (command !== undefined) {
    const { code, stderr } = await place.run(`./newsmill ${args.join(' ')}`, {
      NEWSMILL_POLL_MIN: 'no duration',
    });
    if (code !== 78 || !command.endsWith('/newsmill'))
      throw new Error(`exit code ${String(code)}: ${stderr}`);
    return 'parsed';
  }
  if (type !== 'http') throw new Error(`unknown type of server: ${String(type)}`);
  const answer = await fetch((url ?? '').replace('http://127.0.0.1:8080', place.address), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${place.key}`,
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'documents', version: '1' },
      },
    }),
  });
  if (!answer.ok) throw new Error(`${String(url)} answers ${answer.status}`);
  return 'run';
}

/** A problem document as the API describes it. */
function problem(value: unknown): Trial {
  const api: { components: { schemas: Record<string, object> } } = JSON.parse(
    readFileSync(join(root, 'services/api/openapi.json'), 'utf8'),
  );
  const validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const check = validator.compile({ $ref: '#/components/schemas/Problem', components: api.components });
  if (!check(value)) throw new Error(`it is no problem document: ${validator.errorsText(check.errors)}`);
  return 'parsed';
}

/** Fields that a query of Elasticsearch names. */
function fieldsOf(query: unknown): string[] {
  if (Array.isArray(query)) return query.flatMap(fieldsOf);
  if (typeof query !== 'object' || query === null) return [];
  return Object.entries(query).flatMap(([name, part]): string[] => {
    if (name === 'path') return [String(part)];
    if (['match', 'term', 'terms', 'range', 'geo_distance'].includes(name))
      return Object.keys(part).filter((key) => key !== 'distance');
    return fieldsOf(part);
  });
}

function elasticQuery(value: object): Trial {
  const fields = fieldsOf(value);
  const types = mappingTypes(articleMapping.properties ?? {});
  const strangers = fields.filter((field) => types[field] === undefined);
  if (fields.length === 0 || strangers.length > 0)
    throw new Error(`it names no field of the index: ${strangers.join(', ')}`);
  return 'parsed';
}

/**
 * Tries a JSON block as what it is: servers for agents, a problem document, a line of the log, the answer of an
 * extension, a query of Elasticsearch.
 */
export async function tryJson(block: Block, place: Place): Promise<Trial> {
  const value: unknown = JSON.parse(block.text);
  if (typeof value !== 'object' || value === null) throw new Error('it is no object');
  if ('mcpServers' in value) {
    // as clients of agents read it
    const [server] = Object.values(value.mcpServers as Readonly<Record<string, Server>>);
    if (server === undefined) throw new Error('it names no server');
    return mcpServer(server, place);
  }
  if ('msg' in value) {
    LogLine.parse(value);
    return 'parsed';
  }
  if ('facts' in value) {
    ExtensionAnswer.parse(value);
    return 'parsed';
  }
  return 'code' in value ? problem(value) : elasticQuery(value);
}
