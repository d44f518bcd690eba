import { Source } from '@newsmill/contracts';
import { z } from 'zod';

/** The JSON Schema of source files, which stands beside them: editors check and complete by it. */
export const schemaFile = 'source.schema.json';

/** First line of a source file that the mill writes, which YAML language servers read. */
export const schemaLine = `# yaml-language-server: $schema=./${schemaFile}`;

let written: string | undefined;

/** Text of that schema, of this version; made once, since it goes with every file that is written. */
export function sourceSchema(): string {
  return (written ??= schemaText());
}

function schemaText(): string {
  const schema = z.toJSONSchema(Source, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ $id: 'urn:newsmill:schema:source', title: 'source', ...schema }, null, 2)}\n`;
}
