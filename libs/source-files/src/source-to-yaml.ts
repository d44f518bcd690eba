import { Source, type SourceInput } from '@newsmill/contracts';
import { stringify } from 'yaml';
import { schemaLine } from './source-schema.ts';

/** Fields in the order in which an operator reads them. */
// biome-ignore format: a table, read by its rows
const order = [
  'id', 'name', 'channels', 'domains', 'enabled', 'language', 'country', 'timeZone', 'tags', 'licence',
  'rights', 'retention', 'robots', 'headers', 'access', 'allowPrivate', 'websub', 'discover', 'limits', 'quota', 'onGone',
  'entryFallback', 'feedOnly', 'include', 'exclude', 'rules', 'tests',
] as const satisfies readonly (keyof SourceInput)[];

/**
 * The YAML file of a source, each field with its meaning as a comment, and the line by which editors find the
 * schema. What is not given is left out.
 */
export function sourceToYaml(source: SourceInput): string {
  const parts = order.flatMap((key) => {
    const value = source[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const meaning = Source.shape[key].description;
    return [
      `${meaning === undefined ? '' : `# ${meaning}\n`}${stringify({ [key]: value }, { lineWidth: 0 })}`,
    ];
  });
  return [`${schemaLine}\n`, ...parts].join('\n');
}
