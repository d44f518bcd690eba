// Every regular expression of the product: literals out of the syntax tree, built ones out of the modules
// that build them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ownNode, root } from '../setup.mjs';

/** `bounded: 300, why` beside an expression: it never sees a longer text, so it need not be linear. */
const mark = /\bbounded: (\d+), \S/;

function boundOf(node, file) {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  const own = file.text.split('\n')[line] ?? '';
  let statement = node;
  while (!ts.isStatement(statement) && !ts.isClassElement(statement) && statement.parent !== undefined)
    statement = statement.parent;
  const found = mark.exec(own) ?? mark.exec(file.text.slice(statement.getFullStart(), statement.getStart()));
  return found === null ? undefined : Number(found[1]);
}

/** Literals with their places and bounds, and the places of `RegExp(`. */
export function expressionsIn(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const literals = [];
  const built = [];
  const see = (node) => {
    const place = () => ({
      path,
      line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      bound: boundOf(node, file),
    });
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ ...place(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(file) === 'RegExp')
      built.push(place());
    ts.forEachChild(node, see);
  };
  see(file);
  return { literals, built };
}

/**
 * What stands in the sources under some paths: expressions to judge, and problems of those that cannot be
 * judged.
 */
export function findExpressions(paths) {
  const found = paths.map((path) => expressionsIn(path, readFileSync(join(root, path), 'utf8')));
  const built = found.flatMap((one) => one.built);
  const seen = watchBuilding([...new Set(built.map(({ path }) => path))]);
  const judged = built.flatMap((place) =>
    seen
      .filter(({ path, line }) => path === place.path && line === place.line)
      .map(({ source, flags }) => ({ ...place, source, flags })),
  );
  const unseen = built.filter(
    (place) => !judged.some(({ path, line }) => path === place.path && line === place.line),
  );
  return {
    expressions: [...found.flatMap((one) => one.literals), ...judged],
    problems: unseen.map(
      ({ path, line }) =>
        `${path}:${line}: an expression is built while texts are read, so nobody can judge it; build it once, beside the imports, out of constants (with RegExp.escape), or compare strings`,
    ),
  };
}

/** The expressions that modules build when they are loaded. */
function watchBuilding(paths) {
  if (paths.length === 0) return [];
  const sources = new URL('../from-sources.mjs', import.meta.url).href;
  const watcher = fileURLToPath(new URL('./watch-building.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    ownNode,
    ['--disable-warning=ExperimentalWarning', '--import', sources, watcher, ...paths],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the modules that build expressions could not be loaded: ${stderr}`);
  return JSON.parse(stdout);
}
