/** The page that logs in and then goes on where one is now. `here`: path and query of this page. */
export function loginAddress(here: string): string {
  if (here === '/login' || here.startsWith('/login?')) return here;
  return here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`;
}
