/** The name by which robots.txt and pages speak of the crawler. */
export function productToken(userAgent: string): string {
  return userAgent.split(/[/\s]/)[0] ?? 'newsmill';
}
