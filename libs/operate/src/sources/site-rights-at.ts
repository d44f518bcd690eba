import { siteRightsHeader, writeSiteRights, type FetchedPage } from '@newsmill/contracts';
import {
  productToken,
  siteFileAddresses,
  siteFileLimit,
  siteRightsOf,
  type RobotsRules,
  type SiteFiles,
} from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { OwnRequest } from './own-settings.ts';

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
  /** Whether robots.txt is asked for. */
  readonly asksRobots: boolean;
  /** How an address is asked for. */
  requestOf(url: string): Promise<OwnRequest>;
}

const longestMs = 5_000;

/** The bytes of a file, none where there is no such file; `away` where nothing answers there. */
async function fileAt(url: string, asking: SiteAsking): Promise<Uint8Array | 'away' | undefined> {
  const { http, allowPrivate } = asking;
  const { access } = await asking.requestOf(url);
  try {
    const { status, decoded, body } = await http.send({
      url,
      allowPrivate,
      access,
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

/**
 * The page with what the files of its site say of rights, as the fetch stage hands it on: each file is asked for
 * once, one after the other, and what cannot be had says nothing.
 */
export async function withSiteRights(page: FetchedPage, asking: SiteAsking): Promise<FetchedPage> {
  const { [siteRightsHeader]: _sent, ...httpHeaders } = page.httpHeaders;
  const { origin } = new URL(page.finalUrl);
  let isAway = false;
  const ask = async (url: string | undefined): Promise<Uint8Array | undefined> => {
    if (isAway || url === undefined) return undefined;
    const file = await fileAt(url, asking);
    if (file === 'away') isAway = true;
    return file === 'away' ? undefined : file;
  };
  const rules = asking.asksRobots ? await ask(`${origin}/robots.txt`) : undefined;
  const robots = rules === undefined ? undefined : await asking.readers.robots(rules);
  const { tdm, ai, rsl } = siteFileAddresses(origin, robots);
  const files = { tdm: await ask(tdm), ai: await ask(ai), rsl: await ask(rsl) };
  const told = writeSiteRights(
    siteRightsOf({
      robots,
      files: await asking.readers.files(files),
      url: page.finalUrl,
      agent: productToken(asking.userAgent),
    }),
  );
  return {
    ...page,
    httpHeaders: told === undefined ? httpHeaders : { ...httpHeaders, [siteRightsHeader]: told },
  };
}
