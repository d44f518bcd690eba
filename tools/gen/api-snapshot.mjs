// What each lib offers: every exported name with its signature, read from the declarations that the compiler
// writes. A changed snapshot is a changed promise, so it belongs into the review.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { cache, root } from '../setup.mjs';

/** What the task `types` wrote: declarations that lie as the sources do. */
const declarations = join(cache, 'types');

/** A schema's type is as long as the schema; docs/schemas shows it better. */
const longest = 1_200;

function sentenceOf(symbol, checker) {
  return ts
    .displayPartsToString(symbol.getDocumentationComment(checker))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

const printer = ts.createPrinter({ removeComments: true });

/**
 * Unions of objects in the order of their texts: that of the compiler hangs on the order in which it came to
 * know their files, and on what it remembered of its last run.
 */
function sortedUnions(top, source, context) {
  const textOf = (node) => printer.printNode(ts.EmitHint.Unspecified, node, source);
  const visit = (node) => {
    const seen = ts.visitEachChild(node, visit, context);
    if (!ts.isUnionTypeNode(seen) || !seen.types.some(ts.isTypeLiteralNode)) return seen;
    const byText = seen.types.map((type) => ({ type, text: textOf(type) }));
    byText.sort((a, b) => (a.text < b.text ? -1 : 1));
    return context.factory.createUnionTypeNode(byText.map(({ type }) => type));
  };
  return ts.visitNode(top, visit);
}

/** The declaration as it stands in the .d.ts file, without `export declare`, comments and needless space. */
function signatureOf(declaration) {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const source = node.getSourceFile();
  const { transformed } = ts.transform(node, [(context) => (top) => sortedUnions(top, source, context)]);
  const text = printer
    .printNode(ts.EmitHint.Unspecified, transformed[0], source)
    .replace(/^export /, '')
    .replace(/^declare /, '')
    .trim();
  const schema = /^const \w+: z\.\w+</.exec(text);
  return schema === null || text.length <= longest ? text : `${schema[0]} … >; // see docs/schemas`;
}

function entriesOf(program, door) {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(door));
  if (module === undefined) return [];
  return checker
    .getExportsOfModule(module)
    .map((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const signatures = [...new Set((symbol.declarations ?? []).map(signatureOf))];
      return { name: exported.name, signatures, says: sentenceOf(symbol, checker) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function page(lib, entries) {
  const parts = entries.map(
    ({ name, signatures, says }) =>
      `## ${name}\n${says === '' ? '' : `${says}\n`}\n\`\`\`ts\n${signatures.join('\n')}\n\`\`\`\n`,
  );
  return `# @newsmill/${lib}\n<!-- Written by \`npm run gen\` from the declarations of the lib; a change here is a change of its public API. -->\n\n${parts.join('\n')}`;
}

/** The declaration that an import of another one leads to; those of packages are not needed to name ours. */
function declarationOf(specifier, from) {
  const [, lib] = /^@newsmill\/([^/]+)$/.exec(specifier) ?? [];
  if (lib !== undefined) return join(declarations, 'libs', lib, 'src', 'index.d.ts');
  return /^\..*\.tsx?$/.test(specifier)
    ? join(dirname(from), specifier.replace(/\.tsx?$/, '.d.ts'))
    : undefined;
}

function openProgram(doors) {
  const options = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    noLib: true,
  };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const path = declarationOf(text, from);
      return {
        resolvedModule:
          path === undefined ? undefined : { resolvedFileName: path, extension: ts.Extension.Dts },
      };
    });
  return ts.createProgram(doors, options, host);
}

export function apiSnapshotFiles() {
  const doors = readdirSync(join(root, 'libs'))
    .sort()
    .map((lib) => ({ lib, door: join(declarations, 'libs', lib, 'src', 'index.d.ts') }));
  const program = openProgram(doors.map(({ door }) => door));
  return doors
    .map(({ lib, door }) => [`docs/api/${lib}.md`, page(lib, entriesOf(program, door))])
    .filter(([, text]) => text.includes('\n## '));
}
