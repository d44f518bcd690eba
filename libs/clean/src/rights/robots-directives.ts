import { tags } from '../tree/tags.ts';
import { attributeOf, type Tree } from '../tree/tree.ts';

/** What a page says to robots: to whom (`robots`: to all), and what. Names in small letters. */
export interface RobotsDirective {
  readonly agent: string;
  readonly content: string;
}

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
