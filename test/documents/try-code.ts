import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext, SourceTextModule } from 'node:vm';
import ts from 'typescript';
import * as newsmillClient from '@newsmill/client';
import { loadEnrichers } from '@newsmill/service-enrich';
import type { Place } from './open-place.ts';
import { fileOf, root, type Block } from './read-documents.ts';
import type { Trial } from './try-shell.ts';

const { openClient } = newsmillClient;

export interface TypedBlock {
  readonly path: string;
  readonly block: Block;
}

function sourceOf(block: Block): string {
  const { text } = block;
  if (fileOf(block) !== undefined) return text;
  const importsClient = text.includes("from '@newsmill/client'");
  return importsClient
    ? `${text}export {};\n`
    : `import { openClient } from '@newsmill/client';\nconst client = openClient({ address: '' });\n${text}export {};\n`;
}

/** Files of the project and of the compiler, read once for all that is compiled. */
const read = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says against the blocks, `path:line: message`. */
export function typeMistakes(blocks: readonly TypedBlock[]): string[] {
  const names = new Map(
    blocks.map(
      ({ path, block }) =>
        [join(root, fileOf(block) ?? `${path.replaceAll('/', '-')}-${block.line}.ts`), block] as const,
    ),
  );
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    customConditions: ['newsmill-source'],
    experimentalDecorators: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  // Files that a page shows lie in a folder that is not there.
  host.directoryExists = () => true;
  host.fileExists = (name) => names.has(name) || fileExists(name);
  host.readFile = (name) => {
    const block = names.get(name);
    return block === undefined ? readFile(name) : sourceOf(block);
  };
  host.getSourceFile = (name, target) => {
    const block = names.get(name);
    if (block !== undefined) return ts.createSourceFile(name, sourceOf(block), target, true);
    if (!read.has(name)) read.set(name, getSourceFile(name, target));
    return read.get(name);
  };
  const program = ts.createProgram([...names.keys()], options, host);
  return [...names.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

/** Declarations of a lib, as the snapshots of its door show them, parsed. */
export function parseDeclarations({ text }: Block): Trial {
  const { diagnostics = [] } = ts.transpileModule(text.replaceAll('… >', 'unknown>'), {
    reportDiagnostics: true,
    fileName: 'snapshot.ts',
    compilerOptions: { target: ts.ScriptTarget.ES2023 },
  });
  if (diagnostics.length > 0)
    throw new Error(
      diagnostics.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')).join('\n'),
    );
  return 'parsed';
}

/** Runs a block against a mill: `client` is there for those that do not open one. */
export async function runTyped({ text }: Block, address: string, key: string): Promise<Trial> {
  const written = text
    .replace(/^import (\{[^}]*\}) from '@newsmill\/client';$/m, 'const $1 = newsmillClient;')
    .replaceAll('http://127.0.0.1:8080', address)
    .replaceAll('process.env.NEWSMILL_KEY', JSON.stringify(key));
  const script = ts.transpileModule(`(async () => {\n${written}\n})()`, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  }).outputText;
  const client = openClient({ address, key });
  const quiet = { log: () => undefined };
  await runInNewContext(script, { client, newsmillClient, console: quiet });
  return 'run';
}

/** Tries a block of JavaScript: an enricher is loaded as the enrich stage does, all else parsed. */
export async function tryScript(block: Block, place: Place): Promise<Trial> {
  if (!block.text.includes('export const enricher')) {
    new SourceTextModule(block.text);
    return 'parsed';
  }
  const path = join(place.folder, `enricher-${block.line}.mjs`);
  writeFileSync(path, block.text);
  const loaded = await loadEnrichers({ enrichers: ['none', path] });
  if (loaded.length !== 1) throw new Error('it gives no enricher');
  return 'run';
}
