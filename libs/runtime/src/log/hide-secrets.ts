/** Shorter ones would be found in ordinary words. */
const shortest = 6;
const hidden = '[hidden]';

/** A secret as it may stand in a line: as it is, in JSON, in an address. */
function formsOfSecret(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}

/** Takes secrets out of whatever is written, in the forms in which they stand in lines and addresses. */
export interface Hiding {
  hide(text: string): string;
  /** More secrets: those that took the place of others. */
  add(secrets: readonly string[]): void;
}

export function hideSecrets(secrets: readonly string[]): Hiding {
  let forms: string[] = [];
  function add(more: readonly string[]): void {
    const long = more.filter(({ length }) => length >= shortest);
    forms = [...new Set([...forms, ...long.flatMap(formsOfSecret)])];
    // The longest first: one may be a part of another.
    forms.sort((a, b) => b.length - a.length);
  }
  add(secrets);
  return { hide: (text) => forms.reduce((left, form) => left.replaceAll(form, hidden), text), add };
}
