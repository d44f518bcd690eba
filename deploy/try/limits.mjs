// Memory and process limits of a container through control groups, version 1 or 2, where this machine lets us
// make them.
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sizes = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
const bytes = (text) =>
  Math.round(Number.parseFloat(text) * (sizes[/[kmg]/i.exec(String(text))?.[0].toLowerCase()] ?? 1));
const top = '/sys/fs/cgroup';
const isV2 = existsSync(join(top, 'cgroup.controllers'));

/** Files of the group's limits: where, what. */
function plan(name, { memory, pids }) {
  if (isV2)
    return [
      {
        group: join(top, name),
        limits: { 'memory.max': bytes(memory), 'memory.swap.max': 0, 'pids.max': pids },
      },
    ];
  return [
    { group: join(top, 'memory', name), limits: { 'memory.limit_in_bytes': bytes(memory) } },
    { group: join(top, 'pids', name), limits: { 'pids.max': pids } },
  ];
}

/**
 * Makes the groups of a container. `join`: files that a process writes its id into; empty when limits cannot
 * be had here.
 */
export function limitContainer(name, wanted) {
  const groups = plan(name, wanted);
  try {
    for (const { group, limits } of groups) {
      mkdirSync(group);
      for (const [file, value] of Object.entries(limits)) writeFileSync(join(group, file), String(value));
    }
  } catch (error) {
    return {
      join: [],
      problem: error instanceof Error ? error.message : String(error),
      peak: () => undefined,
      remove() {},
    };
  }
  return {
    join: groups.map(({ group }) => join(group, 'cgroup.procs')),
    /** Greatest memory so far, in MB. */
    peak: () =>
      Math.round(
        Number(
          readFileSync(join(groups[0].group, isV2 ? 'memory.peak' : 'memory.max_usage_in_bytes'), 'utf8'),
        ) /
          2 ** 20,
      ),
    remove: () => groups.forEach(({ group }) => rmdirSync(group)),
  };
}
