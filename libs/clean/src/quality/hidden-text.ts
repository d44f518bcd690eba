import { blockText } from '../body/block-text.ts';
import type { Blocks } from '../body/blocks.ts';
import { tags } from '../tree/tags.ts';
import { attributeOf, HIDDEN, STYLED_AWAY, type Tree } from '../tree/tree.ts';
import { hasSpamWords } from './script.ts';

/** Text and links that readers do not see. */
export interface HiddenParts {
  /**
   * Blocks with running text that a style puts out of sight, or hidden ones that speak of what spam speaks
   * of.
   */
  readonly lines: readonly { readonly index: number; readonly text: string }[];
  readonly isLinkFarm: boolean;
}

/** Hosts that share buttons lead to; many pages hide a row of them. */
const shareHosts =
  /(?:^|\.)(?:facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|instagram|youtube|tumblr|telegram|t|threads|bsky|tiktok|xing|vk|line|google|apple|flipboard|mastodon|getpocket|spotify)\.(?:com|me|net|org|app|social)$/;

/** Finds injected parts: running text styled out of sight, and crowds of hidden links to other sites. */
export function findHidden(tree: Tree, blocks: Blocks, host: string): HiddenParts {
  const lines: { index: number; text: string }[] = [];
  for (let index = 0; index < blocks.size && lines.length < 20; index += 1) {
    const flags = tree.flags[blocks.first[index] as number] as number;
    if (!(flags & (HIDDEN | STYLED_AWAY)) || (blocks.weight[index] as number) < 2) continue;
    const text = blockText(blocks, index);
    if ((flags & STYLED_AWAY && (blocks.weight[index] as number) >= 8) || hasSpamWords(text))
      lines.push({ index, text });
  }
  const hosts = new Set<string>();
  let spamLinks = 0;
  for (let node = 0; node < tree.size; node += 1) {
    if (tree.tag[node] !== tags.a || !((tree.flags[node] as number) & HIDDEN)) continue;
    const target = /^https?:\/\/([^/?#]+)/i.exec(attributeOf(tree, node, 'href') ?? '')?.[1]?.toLowerCase();
    if (target === undefined || target.endsWith(host) || shareHosts.test(target)) continue;
    if ((tree.flags[node] as number) & STYLED_AWAY) hosts.add(target);
    if (hasSpamWords(target.replace(/[.-]/g, ' '))) spamLinks += 1;
  }
  return {
    lines,
    isLinkFarm:
      hosts.size >= 5 || spamLinks >= 3 || lines.filter((line) => hasSpamWords(line.text)).length >= 4,
  };
}
