import type {
  DeadGroup,
  DeadGroupsQuery,
  DeadGroupsView,
  DeadLetterDetail,
  DeadReceipt,
  DeadView,
  ReplayRunView,
  TrialsView,
} from '@newsmill/operate';
import type { Told } from '../views.ts';

/** What every page of dead letters knows of whoever looks. */
interface DeadAsker {
  /** Whether they may replay, try and discard; and edit. */
  readonly mayAct: boolean;
  readonly mayEdit: boolean;
  /** Of the forms. */
  readonly token: string;
  readonly problem?: Told | undefined;
}

/** The causes of dead letters, replays under way, and what was done. */
export interface DeadGroupsPage extends DeadAsker {
  readonly groups: DeadGroupsView;
  readonly query: DeadGroupsQuery;
  readonly replays: readonly ReplayRunView[];
  readonly receipts: readonly DeadReceipt[];
}

/** Letters one by one: of a group, or of whatever was asked for. */
export interface DeadLettersPage extends DeadAsker {
  readonly letters: DeadView;
  readonly group?: DeadGroup | undefined;
  readonly query: DeadGroupsQuery;
  /** The letters that were chosen before. */
  readonly chosen: ReadonlySet<string>;
  readonly trials?: TrialsView | undefined;
}

/** One letter; `draft`: what somebody wrote in its place. */
export interface DeadLetterPage extends DeadAsker {
  readonly letter: DeadLetterDetail;
  /** The address of the page, which its forms do not have. */
  readonly here: string;
  readonly trials?: TrialsView | undefined;
  readonly draft?: string | undefined;
  /** What the schema says against the draft; empty where it fits. */
  readonly draftFaults?: readonly { readonly pointer: string; readonly detail: string }[] | undefined;
}
