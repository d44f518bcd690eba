import { decodeText } from '@newsmill/text';
import { readRobots, robotsLimit, type RobotsRules } from './read-robots.ts';

/** What came of asking for a robots.txt: an answer with its decoded body, or the kind of failure. */
export type RobotsReply =
  | { readonly status: number; readonly body: Uint8Array }
  | { readonly failure: string };

function everything(verdict: 'allow' | 'disallow'): RobotsRules {
  return { verdict, groups: [], sitemaps: [] };
}

/**
 * Rules that follow from a reply (RFC 9309, 2.3.1): 2xx is read, up to 500 KiB; 4xx and too many redirects
 * allow everything; 5xx, 429 and failures of network or server forbid everything until the next try.
 */
export function robotsFromAnswer(reply: RobotsReply): RobotsRules {
  if ('failure' in reply) return everything(reply.failure === 'too-many-redirects' ? 'allow' : 'disallow');
  if (reply.status >= 200 && reply.status < 300)
    return readRobots(decodeText(reply.body.subarray(0, robotsLimit), { kind: 'text' }).text);
  if (reply.status === 429 || reply.status >= 500) return everything('disallow');
  return everything('allow');
}
