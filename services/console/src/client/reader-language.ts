/** The language in which the scripts of a page write dates and numbers. */
export function readerLanguage(): string {
  const { lang } = document.documentElement;
  return lang === '' || lang === 'en' ? 'en-GB' : lang;
}
