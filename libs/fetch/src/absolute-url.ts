const breaks = /[\t\n\r]/;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** `https:news` lies below the address that it stands on: it names no host. */
const hostless = /^https?:(?![\\/]{2})/i;

/** An address made absolute; undefined when it cannot be. One that names a scheme stays as it is written. */
export function absoluteUrl(reference: string, base: string | undefined): string | undefined {
  const text = (breaks.test(reference) ? reference.replace(/[\t\n\r]/g, '') : reference).trim();
  if (text === '') return undefined;
  const parsed = URL.parse(text, base);
  if (parsed === null) return undefined;
  return scheme.test(text) && !hostless.test(text) ? text : parsed.href;
}

const names = 'href|src|cite|action|background|longdesc|data|codebase|classid|usemap|profile|poster';
const addressNames: ReadonlySet<string> = new Set(names.split('|'));
const relative = new RegExp(`\\s(?:${names})\\s*=\\s*(?!["']?[a-z][a-z0-9+.-]*:)`, 'i');
const tag = /<[a-z][^<>]{0,4000}>/gi;
const addressed = new RegExp(`(\\s(?:${names})\\s*=\\s*)("[^"<>]*"|'[^'<>]*'|[^\\s"'<>]+)`, 'gi');

/** Whether the value of an attribute of HTML is an address. */
export function isAddressName(name: string): boolean {
  return addressNames.has(name);
}

/**
 * HTML whose relative addresses are resolved against a base, for texts that leave the document they stood in.
 */
export function rebaseHtml(html: string, base: string): string {
  // Nearly all texts hold absolute addresses only, so it pays to look first.
  if (!html.includes('<') || !relative.test(html) || !URL.canParse(base)) return html;
  return html.replace(tag, (whole) =>
    !relative.test(whole)
      ? whole
      : whole.replace(addressed, (attribute: string, head: string, quoted: string) => {
          const quote = /^["']/.test(quoted) ? quoted.charAt(0) : '"';
          const value = quoted.replace(/^["']|["']$/g, '').trim();
          const target = absoluteUrl(value, base);
          return target === undefined || value === '' ? attribute : `${head}${quote}${target}${quote}`;
        }),
  );
}
