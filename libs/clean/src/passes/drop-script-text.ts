import { takeWhere, type Pass } from './pass.ts';

/**
 * A place that a template should have filled: `{{article.lead}}`, `%%AD_1%%`, `$$ARTICLEAD$$`, `[[ad:300x250]]`, `<%=
 * lead %>`.
 */
const placeholder =
  /^(?:\{\{[^{}=\x22]{1,120}\}\}|%%[\w.:-]{1,80}%%|\$\$[\w.:-]{1,80}\$\$|\[\[\s*\w{1,30}\s*[:|=][^[\]]{0,80}\]\]|<%[^<>%]{1,120}%>|\$\{[\w.]{1,80}\}|#\{[\w.]{1,80}\})$/;
/** How values begin and part in the data of scripts. */
const data = /\["\$"|"\$L\d|"[\w$@.-]{1,60}":\s?(?:["{[]|\d|true|false|null)|\\"[\w$@.-]{1,60}\\":/;
/** What only a program says. */
const program =
  /\bfunction\s?\w{0,40}\s?\([^()]{0,80}\)\s?\{|\b(?:var|let|const)\s[\w$]{1,40}\s?=|\bwindow\.[\w$.]{1,60}\s?=|\bdocument\.(?:write|getElement|createElement|querySelector|addEventListener)|\bdataLayer\.push\(|\bgoogletag\.|\(function\s?\(|=>\s?\{|\badsbygoogle\b|\.innerHTML\b|@(?:media|import|font-face)\b[^{]{0,80}\{|^[.#]?[\w-]{1,60}(?:\s[.#]?[\w-]{1,60}){0,4}\s?\{[^{}]{1,300}:[^{}]{1,300};/;
const marks = /[{}[\]":;=$()\\<>&|]/g;

/** Share of the characters of a line that are marks of data and programs. */
const markShare = (text: string): number => (text.match(marks)?.length ?? 0) / text.length;

/** Characters that are read of a line: data may be as long as the page. */
const mostRead = 1_000;
const fewestInData = 0.15;
const fewestInProgram = 0.06;

/**
 * Data, programs and unfilled places of templates that a page prints between its lines. Code that an article
 * shows stands in elements of code.
 */
export const dropScriptText: Pass = ({ lines }) =>
  takeWhere(lines, (line) => {
    if (line.kind === 'code' || line.kind === 'table') return undefined;
    const text = line.text.slice(0, mostRead);
    if (placeholder.test(text)) return 'is a place that a template left unfilled';
    const share = markShare(text);
    if (share >= fewestInData && data.test(text)) return 'is data of a script';
    return share >= fewestInProgram && program.test(text) ? 'is a script' : undefined;
  });
