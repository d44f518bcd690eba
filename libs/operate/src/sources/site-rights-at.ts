import { siteRightsHeader, writeSiteRights, type FetchedPage, type Source } from '@newsmill/contracts';
import { productToken, siteFileLimit, siteRightsOf, type RobotsRules, type SiteFiles } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { Secrets } from '@newsmill/source-files';
import { ownRequest, typedRequest } from './own-settings.ts';

/** What reads the files of a site. */
export interface SiteReaders {
  robots(body: Uint8Array): Promise<RobotsRules>;
  files(files: Readonly<Record<'tdm' | 'ai' | 'rsl', Uint8Array | undefined>>): Promise<SiteFiles>;
}

/** Who asks, and what it may ask. */
export interface SiteAsking {
  readonly readers: SiteReaders;
  readonly http: HttpClient;
  readonly allowPrivate: readonly string[];
  readonly userAgent: string;
  /** The source of the page, where it has one. */
  readonly source: Source | undefined;
  readonly secrets: Secrets;
  /** Whether somebody typed the address who may not choose what is asked by the proxy of the source. */
  readonly isTyped?: boolean;
}

const longestMs = 5_000;

/** The bytes of a file, none where there is no such file; `away` where nothing answers there. */
async function fileAt(url: string, asking: SiteAsking): Promise<Uint8Array | 'away' | undefined> {
  const { http, allowPrivate, source, secrets, isTyped = false } = asking;
  const settingsOf = isTyped ? typedRequest : ownRequest;
  const own = source === undefined ? undefined : await settingsOf(source, secrets, url);
  try {
    const { status, decoded, body } = await http.send({
      url,
      allowPrivate,
      access: own?.access,
      headers: { accept: '*/*' },
      maxBytes: siteFileLimit,
      onTooLarge: 'truncate',
      decode: true,
      totalTimeoutMs: longestMs,
    });
    return status >= 200 && status < 300 ? (decoded ?? body) : undefined;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return 'away';
  }
}

function licenceOf(robots: RobotsRules | undefined, origin: string): string | undefined {
  const licence = robots?.licences?.find((address) => URL.canParse(address, origin));
  return licence === undefined ? undefined : new URL(licence, origin).href;
}

/**
 * The page with what the files of its site say of rights, as the fetch stage hands it on: each file is asked for
 * once, one after the other, and what cannot be had says nothing.
 */
export async function withSiteRights(page: FetchedPage, asking: SiteAsking): Promise<FetchedPage> {
  const { [siteRightsHeader]: _sent, ...httpHeaders } = page.httpHeaders;
  const { origin } = new URL(page.finalUrl);
  const came: (Uint8Array | undefined)[] = [];
  let isAway = false;
  const ask = async (url: string | undefined): Promise<Uint8Array | undefined> => {
    if (isAway || url === undefined) return undefined;
    const file = await fileAt(url, asking);
    if (file === 'away') isAway = true;
    return file === 'away' ? undefined : file;
  };
  const rules = asking.source?.robots === 'ignore' ? undefined : await ask(`${origin}/robots.txt`);
  const robots = rules === undefined ? undefined : await asking.readers.robots(rules);
  for (const url of [`${origin}/.well-known/tdmrep.json`, `${origin}/ai.txt`, licenceOf(robots, origin)])
    came.push(await ask(url));
  const [tdm, ai, rsl] = came;
  const told = writeSiteRights(
    siteRightsOf({
      robots,
      files: await asking.readers.files({ tdm, ai, rsl }),
      url: page.finalUrl,
      agent: productToken(asking.userAgent),
    }),
  );
  return {
    ...page,
    httpHeaders: told === undefined ? httpHeaders : { ...httpHeaders, [siteRightsHeader]: told },
  };
}
