/** How the scripts of a page write dates and numbers: BCP 47, as the server wrote the page. */
export function readerLanguage(): string {
  return document.documentElement.dataset['locale'] ?? 'en-GB';
}
