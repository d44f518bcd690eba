/**
 * Whether an address is that of a whole publication (or of one of its languages), and not of a page in it.
 */
export function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return (
    search === '' &&
    /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|default)\.[a-z]{2,5})?$/i.test(pathname)
  );
}
