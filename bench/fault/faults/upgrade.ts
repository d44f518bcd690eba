import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serviceNames } from '@newsmill/contracts';
import type { Services } from '../../../test/start-services.ts';
import type { ServiceGround, ServicePlan } from '../fault-services.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

async function command(words: readonly [string, ...string[]], folder: string): Promise<void> {
  const [program, ...rest] = words;
  const child = spawn(program, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${words.join(' ')}: exit code ${String(code)}`);
}

/** Builds the project as it was so many commits ago; packages are those of now. */
async function buildBefore(commits: number, folder: string): Promise<string> {
  const before = join(folder, 'before');
  await command(['git', 'clone', '--quiet', '--shared', '--no-checkout', root, before], root);
  await command(['git', 'checkout', '--quiet', '--detach', `HEAD~${commits}`], before);
  // Links to the libs are relative: they lead to those of the copy.
  await command(['cp', '-a', join(root, 'node_modules'), join(before, 'node_modules')], root);
  await command([process.execPath, 'tools/setup.mjs', '--quiet'], before);
  return before;
}

/** Puts each process in place of one of another version while it works; no service is away but the API. */
async function roll(services: Services, checkout: string): Promise<void> {
  services.startFrom(checkout);
  for (const name of serviceNames) {
    if (name === 'api') {
      await services.end(name);
      await services.start(name);
      continue;
    }
    await services.start(name);
    await services.endOldest(name);
  }
}

const secondsOfRoll = 40;
const rolls = 4;

/** F15: back to an earlier version and forth again, twice, service by service, with messages under way. */
export function upgrade({ dose, folder, tell }: ServiceGround): ServicePlan {
  let before: Promise<string> | undefined;
  return {
    articles: 1_000,
    seconds: rolls * secondsOfRoll,
    between: [3_000, 6_000],
    blows: Array.from({ length: rolls }, (_, number) => {
      const isBack = number % 2 === 0;
      return {
        name: isBack ? 'downgrade' : 'upgrade',
        strike: async (services) => {
          before ??= buildBefore(dose, folder);
          const checkout = isBack ? await before : root;
          tell(
            `${number + 1}: ${isBack ? `to the version of ${dose} commits ago` : 'to the version of now'}`,
          );
          await roll(services, checkout);
        },
      };
    }),
  };
}
