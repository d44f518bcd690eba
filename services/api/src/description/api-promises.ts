/** A JSON value of the description, looked into without trust. */
type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nodeAt(node: unknown, ...path: readonly string[]): Node {
  const found = path.reduce<unknown>((at, key) => (isNode(at) ? at[key] : undefined), node);
  return isNode(found) ? found : {};
}

function listAt(node: Node, key: string): readonly unknown[] {
  const value = node[key];
  return Array.isArray(value) ? value : [];
}

/** What a reference leads to. */
function resolved(description: object, node: Node): Node {
  const reference = node['$ref'];
  return typeof reference === 'string' ? nodeAt(description, ...reference.slice(2).split('/')) : node;
}

/** Deeper parts of an answer are told by docs/schemas. */
const deepest = 4;

/** What an answer always holds: each required property with its type. */
function answerPromises(description: object, given: Node, at: string, depth = 0): string[] {
  const schema = resolved(description, given);
  if (depth > deepest) return [];
  const items = schema['items'];
  if (isNode(items)) return answerPromises(description, items, `${at}[]`, depth + 1);
  return Object.entries(nodeAt(schema, 'properties')).flatMap(([name, property]) => {
    if (!isNode(property)) return [];
    const part = resolved(description, property);
    const always = listAt(schema, 'required').includes(name) ? '' : '?';
    const type = typeof part['type'] === 'string' ? part['type'] : 'any';
    return [
      `${at}.${name}${always}: ${type}`,
      ...answerPromises(description, part, `${at}.${name}`, depth + 1),
    ];
  });
}

function requestPromises(description: object, operation: Node, at: string): string[] {
  const parameters = listAt(operation, 'parameters')
    .filter(isNode)
    .map((parameter) => resolved(description, parameter));
  const body = nodeAt(operation, 'requestBody', 'content', 'application/json', 'schema');
  const values = (schema: Node) => [...listAt(schema, 'enum'), ...listAt(nodeAt(schema, 'items'), 'enum')];
  return [
    ...parameters.flatMap((parameter) => [
      `${at} takes ${String(parameter['in'])} ${String(parameter['name'])}`,
      ...values(nodeAt(parameter, 'schema')).map(
        (value) => `${at} takes ${String(parameter['name'])}=${String(value)}`,
      ),
    ]),
    ...parameters
      .filter(({ required, in: place }) => required === true && place !== 'path')
      .map(({ name }) => `${at} requires ${String(name)}`),
    ...Object.keys(nodeAt(body, 'properties')).map((name) => `${at} takes body ${name}`),
    ...listAt(body, 'required').map((name) => `${at} requires body ${String(name)}`),
  ];
}

/**
 * Everything that a client of the API may rely on, one line each: operations, what they take, what they
 * require, what they answer.
 */
export function apiPromises(description: object): readonly string[] {
  const promises = Object.entries(nodeAt(description, 'paths')).flatMap(([path, methods]) =>
    Object.entries(isNode(methods) ? methods : {}).flatMap(([method, operation]) => {
      if (!isNode(operation)) return [];
      const at = `${method.toUpperCase()} ${path}`;
      const responses = Object.entries(nodeAt(operation, 'responses')).filter(([status]) =>
        status.startsWith('2'),
      );
      const answers = responses.flatMap(([status, response]) =>
        Object.entries(nodeAt(response, 'content')).flatMap(([media, content]) => [
          `${at} answers ${status} ${media}`,
          ...answerPromises(description, nodeAt(content, 'schema'), `${at} answers ${status} `),
        ]),
      );
      return [at, ...requestPromises(description, operation, at), ...answers];
    }),
  );
  return [...new Set(promises)].sort();
}
