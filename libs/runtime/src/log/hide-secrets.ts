/** Shorter ones would be found in ordinary words. */
const shortest = 6;
const hidden = '[hidden]';

/** A secret as it may stand in a line: as it is, in JSON, in an address. */
function formsOfSecret(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}

/** Takes these secrets out of whatever is written, in the forms in which they stand in lines and addresses. */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.filter(({ length }) => length >= shortest).flatMap(formsOfSecret))];
  // The longest first: one may be a part of another.
  forms.sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((left, form) => left.replaceAll(form, hidden), text);
}
