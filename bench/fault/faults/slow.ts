import { setTimeout as sleep } from 'node:timers/promises';
import { memoryOf } from '../../process-tree.ts';
import type { Services } from '../../../test/processes/start-services.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { faultServices, type ServiceGround, type ServicePlan } from '../fault-services.ts';
import { slowStages } from './slow-stages.ts';

/** What gets through to Elasticsearch: some five articles a second. */
const bytesPerSecond = 25_000;
/** Resident memory may grow by so much between the first and the last third, as a share. */
const mostGrowth = 0.15;

function residentMb(services: Services): number {
  return services.processes('index').reduce((sum, pid) => sum + memoryOf(pid, 'VmRSS'), 0);
}

async function lagOf(services: Services): Promise<number> {
  const answer = await fetch(`${services.address}/metrics`);
  const lines = (await answer.text()).split('\n');
  return lines
    .filter((line) => line.startsWith('newsmill_consumer_lag_messages{') && line.includes('newsmill-index'))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** The index service must hold little, and say how much waits. */
function slowServices(ground: ServiceGround): ServicePlan {
  const resident: number[] = [];
  let mostLag = 0;
  const { links, dose, tell } = ground;
  return {
    articles: Math.max(300, dose * 15),
    seconds: dose,
    between: [4_000, 5_000],
    blows: [
      {
        name: 'a slow library',
        strike: async (services) => {
          links.link('index', 'elasticsearch').poison([{ kind: 'bandwidth', bytesPerSecond, way: 'there' }]);
          for (const end = Date.now() + dose * 1_000; Date.now() < end; await sleep(1_000)) {
            resident.push(residentMb(services));
            mostLag = Math.max(mostLag, await lagOf(services));
          }
          links.link('index', 'elasticsearch').poison([]);
          tell(`${Math.round(mostLag)} messages waited at most`);
        },
      },
    ],
    judge() {
      const third = Math.floor(resident.length / 3);
      const mean = (list: readonly number[]) =>
        list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
      const [first, last] = [mean(resident.slice(third, 2 * third)), mean(resident.slice(2 * third))];
      const growth = last / first - 1;
      return {
        extra: {
          'memory of index': `${first.toFixed(0)} MB, then ${last.toFixed(0)} MB`,
          'waiting at most': `${mostLag} messages`,
        },
        broken:
          growth > mostGrowth
            ? [
                `the memory of the index service grew by ${(growth * 100).toFixed(0)} % while its library was slow`,
              ]
            : [],
      };
    },
  };
}

/** F9: the library takes far less than comes in. */
export function slow(run: FaultRun): Promise<FaultFindings> {
  return run.form === 'embedded' ? slowStages(run) : faultServices(slowServices)(run);
}
