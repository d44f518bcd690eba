// What each lib offers: every exported name with its signature, read from the declarations that the build writes.
// A changed snapshot is a changed promise, so it belongs into the review.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../setup.mjs';

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

/** The declaration as it stands in the .d.ts file, without `export declare`, comments and needless space. */
function signatureOf(declaration) {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const text = ts
    .createPrinter({ removeComments: true })
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
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

export function apiSnapshotFiles() {
  const doors = readdirSync(join(root, 'libs'))
    .sort()
    .map((lib) => ({ lib, door: join(root, 'libs', lib, 'dist', 'index.d.ts') }))
    .filter(({ door }) => existsSync(door));
  const program = ts.createProgram(
    doors.map(({ door }) => door),
    {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      skipLibCheck: true,
      noEmit: true,
      types: [],
      noLib: true,
    },
  );
  return doors
    .map(({ lib, door }) => [`docs/api/${lib}.md`, page(lib, entriesOf(program, door))])
    .filter(([, text]) => text.includes('\n## '));
}
