import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../../docs/transport.md', import.meta.url), 'utf8');

/** The rule of a user of Redis as docs/transport.md shows it, for another name, password and namespace. */
export function documentedRule(user: string, password: string, keys: string): readonly string[] {
  const line = page.split('\n').find((each) => each.startsWith('ACL SETUSER newsmill '));
  if (line === undefined) throw new Error('docs/transport.md has no rule for Redis any more');
  const rule = line.replace('>PASSWORD', `>${password}`).replace('~newsmill:*', `~${keys}`);
  return [user, ...rule.split(' ').slice(3)];
}

/** The body that makes a key of Elasticsearch as docs/transport.md shows it, for another namespace. */
export function documentedKey(namespace: string): object {
  const [, body = ''] = /POST _security\/api_key[^\n]*\n\n```text\n(\{\n[\s\S]*?\n\})\n```/.exec(page) ?? [];
  return JSON.parse(body.replace('newsmill-*', `${namespace}-*`)) as object;
}
