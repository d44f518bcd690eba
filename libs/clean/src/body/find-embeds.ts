import { absoluteUrl } from '../metadata/images.ts';
import { tags } from '../tree/tags.ts';
import { ASIDE, attributeOf, COMMENTS, FOOTER, NAV, type Tree } from '../tree/tree.ts';
import type { Blocks } from './blocks.ts';
import type { Inset } from './inset.ts';

/** What an element shows of another site. */
interface Embed {
  readonly provider: string;
  readonly url: string;
}

/**
 * Hosts whose frames belong to a story, by the name of the provider. All other frames are advertisements,
 * forms and counters as a rule.
 */
const providers: readonly (readonly [string, RegExp])[] = [
  ['YouTube', /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/],
  ['Vimeo', /(?:^|\.)vimeo\.com$/],
  ['Dailymotion', /(?:^|\.)(?:dailymotion\.com|dai\.ly)$/],
  ['X', /(?:^|\.)(?:twitter|x)\.com$/],
  ['Instagram', /(?:^|\.)instagram\.com$/],
  ['Facebook', /(?:^|\.)facebook\.com$/],
  ['TikTok', /(?:^|\.)tiktok\.com$/],
  ['Spotify', /^open\.spotify\.com$/],
  ['SoundCloud', /(?:^|\.)soundcloud\.com$/],
  ['Reddit', /(?:^|\.)(?:reddit|redditmedia)\.com$/],
  ['Bluesky', /^(?:embed\.)?bsky\.app$/],
  ['Threads', /(?:^|\.)threads\.(?:net|com)$/],
  ['Telegram', /^t\.me$/],
  ['Datawrapper', /(?:^|\.)(?:datawrapper\.de|dwcdn\.net)$/],
  ['Flourish', /^flo\.uri\.sh$|(?:^|\.)flourish\.studio$/],
  ['Infogram', /(?:^|\.)infogram\.com$/],
  ['Google Maps', /^(?:maps\.google\.[a-z.]{2,6}|www\.google\.[a-z.]{2,6})$/],
  ['OpenStreetMap', /(?:^|\.)openstreetmap\.org$/],
  ['DocumentCloud', /(?:^|\.)documentcloud\.org$/],
  ['Scribd', /(?:^|\.)scribd\.com$/],
  ['Apple Podcasts', /^embed\.podcasts\.apple\.com$/],
  ['Bilibili', /(?:^|\.)bilibili\.com$/],
  ['Youku', /(?:^|\.)youku\.com$/],
  ['Naver TV', /^tv\.naver\.com$/],
  ['Kakao TV', /^(?:play-)?tv\.kakao\.com$/],
  ['VK', /(?:^|\.)(?:vk\.com|vkvideo\.ru)$/],
  ['Rutube', /(?:^|\.)rutube\.ru$/],
  ['Twitch', /(?:^|\.)twitch\.tv$/],
  ['Streamable', /^streamable\.com$/],
  ['Giphy', /^giphy\.com$/],
  ['Imgur', /(?:^|\.)imgur\.com$/],
  ['TED', /^embed\.ted\.com$/],
];

function providerOf(url: URL): string | undefined {
  const name = providers.find(([, host]) => host.test(url.hostname))?.[0];
  if (name === 'Google Maps') return url.pathname.startsWith('/maps') ? name : undefined;
  return name === 'Facebook' &&
    !/\/plugins\/(?:post|video)/.test(url.pathname) &&
    !/\/(?:posts|videos|watch|reel|photo)/.test(url.pathname)
    ? undefined
    : name;
}

/** The address of what a frame shows, where readers can open it; other frames keep their own. */
function watchable(url: URL): string {
  const video = /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname)
    ? /^\/embed\/([\w-]{6,20})$/.exec(url.pathname)?.[1]
    : undefined;
  if (video !== undefined && video !== 'videoseries') return `https://www.youtube.com/watch?v=${video}`;
  const film = url.hostname === 'player.vimeo.com' ? /^\/video\/(\d+)$/.exec(url.pathname)?.[1] : undefined;
  if (film !== undefined) return `https://vimeo.com/${film}`;
  return url.href;
}

const postClass =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|reddit-(?:embed-bq|card)|bluesky-embed|text-post-media|mastodon-embed|fb-(?:post|video))(?:\s|$)/;
const postAddress = /\/(?:status(?:es)?|p|reel|tv|video|videos|posts|comments|post|watch|t)\//;

/** The address of a quoted post: the last link inside that leads to a single post. */
function postLink(tree: Tree, node: number, base: string): string | undefined {
  let found: string | undefined;
  for (let inner = node; inner < (tree.end[node] as number); inner += 1) {
    if (tree.tag[inner] !== tags.a) continue;
    const url = absoluteUrl(attributeOf(tree, inner, 'href'), base);
    if (url !== undefined && postAddress.test(url)) found = url;
  }
  return found;
}

function embedOf(tree: Tree, node: number, base: string): Embed | undefined {
  const tag = tree.tag[node] as number;
  const isPost = tag === tags.blockquote && postClass.test(attributeOf(tree, node, 'class') ?? '');
  if (!isPost && tag !== tags.iframe) return undefined;
  const address = isPost
    ? postLink(tree, node, base)
    : absoluteUrl(
        [attributeOf(tree, node, 'src'), attributeOf(tree, node, 'data-src')].find(
          (one) => one !== undefined && /^\s*(?:https?:)?\/\//i.test(one),
        ),
        base,
      );
  if (address === undefined || address.length > 2_000) return undefined;
  const url = new URL(address);
  const provider = providerOf(url) ?? (isPost ? url.hostname : undefined);
  return provider === undefined ? undefined : { provider, url: watchable(url) };
}

const mostEmbeds = 50;

/**
 * Posts, videos and maps of known providers between the first and the last line of the body, and just before
 * it.
 */
export function findEmbeds(
  tree: Tree,
  blocks: Blocks,
  range: { readonly first: number; readonly last: number },
  base: string,
): Inset[] {
  const { first, last } = range;
  if (first < 0) return [];
  const embeds: Inset[] = [];
  const seen = new Set<string>();
  // A film may head the story: what stands behind the line before its first one counts.
  const from = first === 0 ? 0 : (blocks.last[first - 1] as number) + 1;
  const to = last + 1 < blocks.size ? (blocks.first[last + 1] as number) : tree.size;
  let line = first;
  for (let node = from; node < to && embeds.length < mostEmbeds; node += 1) {
    while (line <= last && (blocks.first[line] as number) < node) line += 1;
    const tag = tree.tag[node];
    if (
      (tag !== tags.iframe && tag !== tags.blockquote) ||
      (tree.flags[node] as number) & (NAV | ASIDE | FOOTER | COMMENTS)
    )
      continue;
    const embed = embedOf(tree, node, base);
    if (embed === undefined || seen.has(embed.url)) continue;
    seen.add(embed.url);
    embeds.push({
      node,
      block: { kind: 'embed', text: '', ...embed },
      line: tag === tags.blockquote ? lineBehind(blocks, tree.end[node] as number, line, last) : line,
    });
  }
  return embeds;
}

/** Number of the first line behind an element. */
function lineBehind(blocks: Blocks, end: number, from: number, last: number): number {
  let line = from;
  while (line <= last && (blocks.first[line] as number) < end) line += 1;
  return line;
}
