import { alertRecords, type MillPorts } from '@newsmill/operate';
import type { WelcomeView } from '@newsmill/service-console';
import type { SearchPage, Source } from '@newsmill/contracts';
import { LibraryTimeout, LibraryUnreachable } from '@newsmill/store';
import { cookiesOf, type HttpRequest } from '../http/http-types.ts';
import { mayChange } from '../guards/guard-requests.ts';

/** Cookie with whether somebody has put the first steps away. */
export const welcomeCookie = 'newsmill-welcome';

/** Tags of the sources that a mill brings along. */
const broughtTags = ['demonstration', 'starter'];

/** Whether somebody added a source: neither the demonstration nor the starter list brought it. */
function isOwn({ tags }: Source): boolean {
  return !tags.some((tag) => broughtTags.includes(tag));
}

/** Whether the mill has the demonstration. */
export function hasDemonstration({ folder }: Pick<MillPorts, 'folder'>): boolean {
  return folder.sources().some(({ tags }) => tags.includes('demonstration'));
}

/** Whether all that a search can find is of the dirty pages of the demonstration. */
export function isOfDirtyPages(
  { folder }: Pick<MillPorts, 'folder'>,
  { q, source }: { readonly q: string; readonly source: readonly string[] },
): boolean {
  const isDirty = (id: string) => folder.sourceOf(id)?.tags.includes('dirty-pages') === true;
  return q === 'tag:dirty-pages' || (q === '' && source.length > 0 && source.every(isDirty));
}

/** What the forms of the first steps show: the newest article and the place that most articles name. */
export function exampleIn(page: SearchPage): WelcomeView['example'] {
  const [newest] = page.items;
  if (newest === undefined) return undefined;
  return { url: newest.url, place: page.facets['place']?.[0]?.value };
}

/**
 * The first steps of whoever asks; undefined once a source and a saved search are there, or where that browser has put
 * them away. `exampleOf`: asked only where they are shown.
 */
export async function readWelcome(
  ports: Pick<MillPorts, 'folder' | 'registry'>,
  request: HttpRequest,
  exampleOf: () => Promise<WelcomeView['example']>,
): Promise<WelcomeView | undefined> {
  if (cookiesOf(request).get(welcomeCookie) === 'away') return undefined;
  const hasSource = ports.folder.sources().some(isOwn);
  try {
    const { items } = await alertRecords(ports.registry).searches.list({ limit: 1 });
    const hasAlert = items.length > 0;
    if (hasSource && hasAlert) return undefined;
    return { hasSource, hasAlert, canWrite: mayChange(request, 'write'), example: await exampleOf() };
  } catch (error) {
    // A page that tells how the mill stands is needed most then; the first steps wait.
    if (error instanceof LibraryUnreachable || error instanceof LibraryTimeout) return undefined;
    throw error;
  }
}
