import type { StatePlace } from '../../testing/state-samples.ts';
import { stateClaimingContract } from './claiming.contract.ts';
import { stateFatesContract } from './fates.contract.ts';
import { stateKeepingContract } from './keeping.contract.ts';
import { stateKnowingContract } from './knowing.contract.ts';
import { stateProcessesContract } from './processes.contract.ts';
import { stateRecordsContract } from './records.contract.ts';
import { stateSeriesContract } from './series.contract.ts';
import { stateSettledContract } from './settled.contract.ts';
import { stateSharingContract } from './sharing.contract.ts';
import { stateSizeContract } from './size.contract.ts';
import { stateTurnsContract } from './turns.contract.ts';

/** What every form of the State must do. `makePlace` answers an empty, whole place of its own each time. */
export function stateContract(name: string, makePlace: () => Promise<StatePlace>): void {
  stateKeepingContract(name, makePlace);
  stateClaimingContract(name, makePlace);
  stateKnowingContract(name, makePlace);
  stateFatesContract(name, makePlace);
  stateProcessesContract(name, makePlace);
  stateRecordsContract(name, makePlace);
  stateSeriesContract(name, makePlace);
  stateSettledContract(name, makePlace);
  stateSharingContract(name, makePlace);
  stateSizeContract(name, makePlace);
  stateTurnsContract(name, makePlace);
}
