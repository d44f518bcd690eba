import { findStranded, findUnburied, ledgerBehind, mendStranded } from '@newsmill/operate';
import { topicsMadeKey, type Role, type RolePorts } from '@newsmill/runtime';
import { periodicRole } from './periodic-role.ts';

/** What was told in the last minute may be on its way; and readers need a while to find a new topic. */
const settledMs = 75_000;
/** Looks without a finding until it is over. */
const calmLooks = 2;
const everyMs = 20_000;

type MendPorts = Pick<RolePorts, 'bus' | 'state' | 'now' | 'note'>;

/**
 * After topics were made, at a start or while services run: what waited in the old ones, and what lay in the
 * dead letters, is fetched again. It looks until nothing more is found.
 */
export function mendTopics(): Role {
  let calm = 0;
  return periodicRole({ name: 'mend-topics', takes: [], everyMs }, async (ports: MendPorts) => {
    const { bus, state, now, note } = ports;
    const madeAt = (await state.read([topicsMadeKey], now())).get(topicsMadeKey);
    if (madeAt === undefined || now() < Number(madeAt) + settledMs || (await ledgerBehind(bus)) > 0) return;
    const events = [...(await findStranded(ports, now())), ...(await findUnburied(ports, now()))];
    const items = await mendStranded(state, events, now());
    if (items > 0) note('topics.mended', { items });
    calm = items > 0 ? 0 : calm + 1;
    if (calm < calmLooks) return;
    calm = 0;
    await state.write([{ key: topicsMadeKey, value: null }]);
  });
}
