import { unguardedScript } from '../redis-script.ts';

/* processes  hash  id of a process -> end (epoch milliseconds) : what it says of itself */

/** Processes whose time was up long ago, and that nobody has taken away; more are left to the next call. */
const mostForgotten = 100;
/** The clocks of two processes may differ by so much. */
const graceMs = 600_000;

export const announceScript = unguardedScript(`
local id, ends, text = take(), take(), take()
call('HSET', ns .. 'processes', id, ends .. ':' .. text)
local forgotten = 0
local known = call('HGETALL', ns .. 'processes')
for at = 1, #known, 2 do
  local last = tonumber(string.match(known[at + 1], '^%d+')) or 0
  if last + ${graceMs} < tonumber(ends) and forgotten < ${mostForgotten} then
    call('HDEL', ns .. 'processes', known[at])
    forgotten = forgotten + 1
  end
end
`);

export const withdrawScript = unguardedScript(`call('HDEL', ns .. 'processes', take())`);

export const announcementsScript = unguardedScript(`return call('HVALS', ns .. 'processes')`);
