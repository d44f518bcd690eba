import { tags } from '../tree/tags.ts';
import { attributeOf, type Tree } from '../tree/tree.ts';

/** What a page says to robots: to whom (`robots`: to all), and what. Names in small letters. */
export interface RobotsDirective {
  readonly agent: string;
  readonly content: string;
}

/** Directives after which a page is not ours to keep. */
const forbidding = /(?:^|[\s,;])(?:noindex|none)(?:$|[\s,;])/i;
/** Directives with a value: what stands before their colon names nobody. */
const withValue = /^(?:unavailable_after|max-snippet|max-image-preview|max-video-preview)$/i;
const namedPart = /^([A-Za-z][\w-]*)\s*:(.*)$/s;

/**
 * The directives in the meta elements of a page. Only what stands before the body counts: the rest may be by
 * its readers.
 */
export function readRobotsDirectives(tree: Tree): RobotsDirective[] {
  const body = tree.tag.subarray(0, tree.size).indexOf(tags.body);
  return tree.metas.flatMap((node) => {
    const agent =
      body >= 0 && node > body ? undefined : attributeOf(tree, node, 'name')?.trim().toLowerCase();
    const content = agent === undefined || agent === '' ? undefined : attributeOf(tree, node, 'content');
    return agent === undefined || content === undefined ? [] : [{ agent, content }];
  });
}

/** Whether an X-Robots-Tag header forbids it to an agent: what names nobody, or all, or it. */
function headerForbids(header: string, agent: string): boolean {
  let holds = true;
  for (const part of header.split(',')) {
    const [, name, directives = ''] = namedPart.exec(part.trim()) ?? [];
    const isNamed = name !== undefined && !withValue.test(name);
    if (isNamed) holds = name.toLowerCase() === agent;
    if (holds && forbidding.test(isNamed ? directives : part)) return true;
  }
  return false;
}

/**
 * Whether a page forbids keeping it, in its meta elements or its X-Robots-Tag header: `noindex` or `none`,
 * said to all or to `agent`.
 */
export function forbidsKeeping(
  directives: readonly RobotsDirective[],
  header: string | undefined,
  agent: string,
): boolean {
  const name = agent.toLowerCase();
  if (header !== undefined && headerForbids(header, name)) return true;
  return directives.some(
    (one) => (one.agent === 'robots' || one.agent === name) && forbidding.test(one.content),
  );
}
