import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text that the console says, and where. */
export interface CollectedWords {
  readonly text: string;
  /** File and line. */
  readonly place: string;
}

/** Texts that an expression can be: those of a literal, and of the branches of a choice. */
function literalsOf(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(literalsOf);
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isTemplateExpression(node)) throw new Error(`no text to look up: ${node.getText()}`);
  return [];
}

/** What a call of `say` or `word`, or a `Sentence`, says. */
function saidBy(node: ts.Node): readonly string[] {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const [first] = node.arguments;
    return /^(?:say|word)$/.test(node.expression.text) && first !== undefined ? literalsOf(first) : [];
  }
  const isSentence =
    (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) &&
    node.tagName.getText() === 'Sentence';
  if (!isSentence) return [];
  return node.attributes.properties.flatMap((one) => {
    if (!ts.isJsxAttribute(one) || one.name.getText() !== 'text' || one.initializer === undefined) return [];
    const value = ts.isJsxExpression(one.initializer) ? one.initializer.expression : one.initializer;
    return value === undefined ? [] : literalsOf(value);
  });
}

/** Every text that the sources below `folders` say in English. */
export function collectWords(folders: readonly string[]): readonly CollectedWords[] {
  const found: CollectedWords[] = [];
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue;
      const source = ts.createSourceFile(
        name,
        readFileSync(join(folder, name), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      );
      const look = (node: ts.Node): void => {
        for (const text of saidBy(node)) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart());
          found.push({ text, place: `${name}:${line + 1}` });
        }
        ts.forEachChild(node, look);
      };
      look(source);
    }
  return found;
}
