// The rules of this repository that no published rule knows. Each is proved awake in every run by
// tools/lint/planted.mjs.
import { dirname, join, relative, sep } from 'node:path';
import { allowed, areOtherForms, doors, openToTests, partOf } from './arrows.mjs';

const posix = (path) => path.split(sep).join('/');

/** Calls `visit(node, source)` for whatever names a module: import, export from, import(). */
function forEachImport(visit) {
  const read = (node) => {
    if (node.source?.type === 'Literal' && typeof node.source.value === 'string')
      visit(node, node.source.value);
  };
  return {
    ImportDeclaration: read,
    ExportNamedDeclaration: read,
    ExportAllDeclaration: read,
    ImportExpression: read,
  };
}

const arrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      up: '{{from}} may not import {{to}}: arrows go down (tags in package.json, tools/lint/arrows.mjs).',
      inside: 'Inside a part import the file, not the door.',
      deep: 'Import the door of another part: @newsmill/{{to}}.',
      out: 'A relative import may not leave its part; import @newsmill/<part>. Tests may take what lies in src/testing of a part below.',
      foreign: 'A door offers what lies behind it, nothing of another part.',
      form: 'A form of a port may not import another one: what both need lies above them, such as in library/query or library/rank (tools/lint/arrows.mjs).',
    },
  },
  create(context) {
    const file = posix(relative(context.cwd, context.filename));
    const from = partOf(file);
    if (from === undefined) return {};
    const isDoor = /\/src\/(?:\w+\/)?index\.ts$/.test(file);
    const isTest = /\.(test|contract)\.tsx?$|\/src\/testing\//.test(file);
    return forEachImport((node, source) => {
      const named = /^@newsmill\/([^/]+)(\/.+)?$/.exec(source);
      if (named !== null) {
        const [, to] = named;
        if (to === from) context.report({ node, messageId: 'inside' });
        else if (
          !(allowed[from] ?? []).includes(to) &&
          !(isTest && openToTests.has(from) && openToTests.has(to))
        )
          context.report({ node, messageId: 'up', data: { from, to } });
        else if (!doors.has(source)) context.report({ node, messageId: 'deep', data: { to } });
        else if (isDoor && node.type === 'ExportNamedDeclaration')
          context.report({ node, messageId: 'foreign' });
        return;
      }
      if (!source.startsWith('.')) return;
      const target = posix(join(dirname(file), source));
      // What only tests need (real servers) lies beside the parts.
      if (isTest && target.startsWith('test/')) return;
      // What a part offers to tests alone lies in its folder `testing`, not behind its door.
      if (isTest && /\/src\/testing\//.test(target) && (allowed[from] ?? []).includes(partOf(target))) return;
      if (partOf(target) !== from) context.report({ node, messageId: 'out' });
      else if (/\/src\/index\.ts$/.test(target)) context.report({ node, messageId: 'inside' });
      else if (areOtherForms(file, target)) context.report({ node, messageId: 'form' });
    });
  },
};

/** Whether `test` holds for a node below, not counting functions inside it. */
function holdsBelow(node, test) {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some((child) => holdsBelow(child, test));
  if (test(node)) return true;
  if (/Function/.test(node.type ?? '')) return false;
  return Object.entries(node).some(
    ([key, child]) => key !== 'parent' && typeof child === 'object' && holdsBelow(child, test),
  );
}

/** Names of what takes an error on behalf of whoever waits: of promises, callbacks, streams and signals. */
const takesErrors = /^(reject|done|destroy|abort|fail)$/;

/** Whether a catch throws, returns, or hands its error to somebody who waits for it. */
function answers({ param, body }) {
  const isError = (node) =>
    node.type === 'Identifier' && param?.type === 'Identifier' && node.name === param.name;
  const handsOn = (node) => {
    const name = node.callee?.type === 'MemberExpression' ? node.callee.property.name : node.callee?.name;
    return (
      node.type === 'CallExpression' && takesErrors.test(name ?? '') && holdsBelow(node.arguments, isError)
    );
  };
  return holdsBelow(
    body,
    (node) => node.type === 'ThrowStatement' || node.type === 'ReturnStatement' || handsOn(node),
  );
}

const swallowedErrors = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      swallowed:
        'This catch neither throws nor returns: the error is lost. Translate it (keep the cause), answer, or let it fly.',
    },
  },
  create(context) {
    return {
      CatchClause(node) {
        if (!answers(node)) context.report({ node, messageId: 'swallowed' });
      },
      CallExpression(node) {
        const [handler] = node.arguments;
        const isCatch =
          node.callee.type === 'MemberExpression' &&
          node.callee.property.type === 'Identifier' &&
          node.callee.property.name === 'catch';
        if (
          isCatch &&
          /FunctionExpression/.test(handler?.type ?? '') &&
          handler.body.type === 'BlockStatement' &&
          handler.body.body.length === 0
        )
          context.report({ node, messageId: 'swallowed' });
      },
    };
  },
};

const castsWithReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      bare: 'A cast must carry its reason in a comment on its line or the line above; better: parse, narrow, or use satisfies.',
    },
  },
  create(context) {
    const comments = context.sourceCode.getAllComments();
    const commented = new Set(comments.flatMap(({ loc }) => [loc.start.line, loc.end.line]));
    const isAlone = ({ loc }) =>
      context.sourceCode.lines[loc.start.line - 1].slice(0, loc.start.column).trim() === '';
    // A formatter moves a comment that its line cannot hold to the line above.
    const above = new Set(comments.filter(isAlone).map(({ loc }) => loc.end.line + 1));
    const hasReason = ({ loc }) =>
      commented.has(loc.start.line) || commented.has(loc.end.line) || above.has(loc.start.line);
    const check = (node) => {
      const { typeAnnotation: type } = node;
      const isConst =
        type.type === 'TSTypeReference' &&
        type.typeName.type === 'Identifier' &&
        type.typeName.name === 'const';
      if (!isConst && !hasReason(node)) context.report({ node, messageId: 'bare' });
    };
    return { TSAsExpression: check, TSTypeAssertion: check };
  },
};

const disablesWithReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Say why the rule does not hold here: oxlint-disable-line rule -- reason.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*(?:es|ox)lint-disable/.test(comment.value) && !/ -- \S/.test(comment.value))
            context.report({ loc: comment.loc, messageId: 'bare' });
        }
      },
    };
  },
};

/** Options: what no code may hold, each with a selector of nodes and what is said of it. */
const restrictedSyntax = {
  meta: { type: 'problem', schema: { type: 'array', items: { type: 'object' } } },
  create: (context) =>
    Object.fromEntries(
      context.options.map(({ selector, message }) => [selector, (node) => context.report({ node, message })]),
    ),
};

const rules = {
  arrows,
  'restricted-syntax': restrictedSyntax,
  'swallowed-errors': swallowedErrors,
  'casts-with-reason': castsWithReason,
  'disables-with-reason': disablesWithReason,
};

export default { meta: { name: 'newsmill' }, rules };
