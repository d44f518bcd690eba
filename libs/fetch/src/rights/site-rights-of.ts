import type { SiteRights } from '@newsmill/contracts';
import { absoluteUrl } from '../absolute-url.ts';
import { mayFetch, usageFor, type RobotsRules } from '../robots/read-robots.ts';
import { aiRobots } from './ai-robots.ts';
import { closestPart } from './closest-part.ts';
import { rslRules } from './rsl-rules.ts';
import type { SiteFiles } from './site-files.ts';

type Rule = SiteRights['rules'][number];

/** What speaks for a page: the rules of its host, as far as they were asked for, and the files of its site. */
export interface SiteEvidence {
  readonly robots: RobotsRules | undefined;
  readonly files: SiteFiles;
  readonly url: string;
  /** Product token of the crawler. */
  readonly agent: string;
}

/** The rules for one named robot alone, kept with the file: it is asked for each page of a host. */
const groupsOfRobots = new WeakMap<RobotsRules, ReadonlyMap<string, RobotsRules>>();

function rulesByRobot(rules: RobotsRules): ReadonlyMap<string, RobotsRules> {
  const known = groupsOfRobots.get(rules);
  if (known !== undefined) return known;
  const wanted = new Set<string>(Object.values(aiRobots).flat());
  const groups = new Map<string, RobotsRules['groups'][number][]>();
  for (const group of rules.groups)
    for (const agent of group.agents)
      if (wanted.has(agent)) groups.set(agent, [...(groups.get(agent) ?? []), { ...group, agents: [agent] }]);
  const own = new Map(
    [...groups].map(([agent, list]) => [agent, { verdict: 'rules', groups: list, sitemaps: [] } as const]),
  );
  groupsOfRobots.set(rules, own);
  return own;
}

/** Robots for training or for answers to which the page is closed by name. One of each is enough. */
function closedToRobots(rules: RobotsRules, url: string): Rule[] {
  const byRobot = rulesByRobot(rules);
  // an object literal has no other keys
  return (Object.keys(aiRobots) as (keyof typeof aiRobots)[]).flatMap((name): Rule[] => {
    for (const robot of aiRobots[name]) {
      const own = byRobot.get(robot);
      const answer = own === undefined ? undefined : mayFetch(own, url, robot);
      if (answer?.allowed === false)
        return [{ name, source: 'robots.txt', words: `${robot}: ${answer.rule}` }];
    }
    return [];
  });
}

/** Kinds of files by which ai.txt closes texts: pages and plain text. */
const textFiles = ['/a.html', '/a.htm', '/a.txt'];

function aiFileRules(ai: RobotsRules | undefined, { url, agent }: SiteEvidence): Rule[] {
  if (ai === undefined) return [];
  const { origin } = new URL(url);
  for (const address of [url, ...textFiles.map((path) => origin + path)]) {
    const answer = mayFetch(ai, address, agent);
    if (!answer.allowed) return [{ name: 'ai.txt', source: 'ai.txt', words: answer.rule ?? 'Disallow' }];
  }
  return [];
}

/** What the files of a site say of one of its pages. */
export function siteRightsOf(evidence: SiteEvidence): SiteRights {
  const { robots, files, url, agent } = evidence;
  const tdm = closestPart(files.tdm, ({ location }) => location, url);
  const rsl = closestPart(files.rsl, (part) => part.url, url);
  const told = robots?.verdict === 'rules' ? robots : undefined;
  const usage = (kind: 'content-usage' | 'content-signal') =>
    told === undefined ? undefined : usageFor(told, { kind, url, agent });
  const policy = tdm?.policy === undefined ? undefined : absoluteUrl(tdm.policy, url);
  return {
    contentUsage: usage('content-usage'),
    contentSignal: usage('content-signal'),
    reservation: tdm?.isReserved,
    policy,
    rules: [
      ...(told === undefined ? [] : closedToRobots(told, url)),
      ...aiFileRules(files.ai, evidence),
      ...(rsl === undefined ? [] : rslRules(rsl, 'RSL licence')),
    ].map((rule) => ({ ...rule, words: rule.words.slice(0, 200) })),
    licences: (told?.licences ?? []).flatMap((address) => absoluteUrl(address, url) ?? []),
  };
}
