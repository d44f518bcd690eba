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

/** Names that every language writes alike. */
const names = /newsmill|RSS|Atom|JSON(?: Feed|-LD)?|Markdown|ninjs|curl|TypeScript|Elasticsearch|Wikidata/g;
/** Attributes that are read out or shown. */
const shownAttributes = /^(?:aria-label|title|alt|label)$/;
const choices: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Words that an expression puts into a page as they stand. */
function bareWords(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text);
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(bareWords);
  if (ts.isBinaryExpression(node) && choices.has(node.operatorToken.kind))
    return [node.left, node.right].flatMap(bareWords);
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) return bareWords(node.expression);
  return [];
}

/** What an element, an attribute or a title shows without saying it; what stands in `<code>` is to be typed. */
function unsaidBy(node: ts.Node): readonly string[] {
  if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
    const isCode = ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'code';
    return isCode
      ? []
      : node.children.filter((child) => ts.isJsxText(child) || ts.isJsxExpression(child)).flatMap(bareWords);
  }
  if (ts.isJsxAttribute(node))
    return shownAttributes.test(node.name.getText()) ? bareWords(node.initializer) : [];
  return ts.isPropertyAssignment(node) && node.name.getText() === 'title' ? bareWords(node.initializer) : [];
}

/** Every text that the sources below `folders` say in English. */
export function collectWords(folders: readonly string[]): readonly CollectedWords[] {
  return collect(folders, saidBy);
}

/** Every text that the sources below `folders` show in English alone, since nothing says it. */
export function collectUnsaid(folders: readonly string[]): readonly CollectedWords[] {
  return collect(folders, unsaidBy)
    .filter(({ text }) => /\p{L}/u.test(text.replaceAll(names, '')))
    .map(({ text, place }) => ({ text: text.trim(), place }));
}

function collect(
  folders: readonly string[],
  textsOf: (node: ts.Node) => readonly string[],
): readonly CollectedWords[] {
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
        for (const text of textsOf(node)) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart());
          found.push({ text, place: `${name}:${line + 1}` });
        }
        ts.forEachChild(node, look);
      };
      look(source);
    }
  return found;
}
