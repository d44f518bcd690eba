/** One command of a shell block. */
export interface ShellCommand {
  /** Of its first line within the block, from 0. */
  readonly line: number;
  /** As it stands, continued lines included. */
  readonly text: string;
  /** Its words, quotation marks and comments taken away; variables stay as they are. */
  readonly words: readonly string[];
}

/** Words as a shell divides them: quotation marks, backslashes and comments; nothing is expanded. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  const piece = /\s+|#.*$|(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/gmsy;
  for (const [found] of text.matchAll(piece)) {
    if (/^\s/.test(found)) continue;
    if (found.startsWith('#')) continue;
    words.push(
      found.replaceAll(
        /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs,
        (_, single?: string, double?: string, escaped?: string) =>
          single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? (escaped === '\n' ? '' : (escaped ?? '')),
      ),
    );
  }
  return words.filter((word) => word !== '');
}

/** The commands of a shell block, one a line; a backslash at its end continues it. */
export function splitCommands(text: string): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let begun: { readonly line: number; readonly lines: string[] } | undefined;
  for (const [line, content] of text.split('\n').entries()) {
    begun ??= { line, lines: [] };
    begun.lines.push(content);
    if (content.endsWith('\\')) continue;
    const whole = begun.lines.join('\n');
    const words = wordsOf(whole);
    if (words.length > 0) commands.push({ line: begun.line, text: whole, words });
    begun = undefined;
  }
  return commands;
}
