/** An address made absolute; undefined when it cannot be, or is in no scheme that a reader may follow. */
export function absoluteUrl(reference: string, base: string | undefined): string | undefined {
  const text = reference.replace(/[\t\n\r]/g, '').trim();
  if (text === '') return undefined;
  const parsed = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (parsed === undefined) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  return parsed.href;
}

const tag = /<[a-z][^<>]{0,4000}>/gi;
const addressed = /(\s(?:href|src|cite|action|background|longdesc|data|codebase|classid|usemap|profile|poster)\s*=\s*)("[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)/gi;

/** HTML whose relative addresses are resolved against a base, for texts that leave the document they stood in. */
export function rebaseHtml(html: string, base: string): string {
  if (!html.includes('<') || !URL.canParse(base)) return html;
  return html.replace(tag, (whole) =>
    whole.replace(addressed, (attribute: string, head: string, quoted: string) => {
      const quote = /^["']/.test(quoted) ? quoted.charAt(0) : '"';
      const value = quoted.replace(/^["']|["']$/g, '').trim();
      const target = absoluteUrl(value, base);
      return target === undefined || value === '' ? attribute : `${head}${quote}${target}${quote}`;
    }),
  );
}
