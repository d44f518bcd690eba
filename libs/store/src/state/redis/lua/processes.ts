import { seriesTiers } from '@newsmill/contracts';
import { unguardedScript } from '../redis-script.ts';

/*
 * processes  hash  id of a process -> end (epoch milliseconds) : what it says of itself
 * beats      hash  id of a process -> the last beat whose counts were added
 * series:STEP  hash  place in the ring of steps -> when the step begins, and what was counted in it, packed; a step
 *            has its place by its number, so the hash cannot grow
 */

/** Processes whose time was up long ago, and that nobody has taken away; more are left to the next call. */
const mostForgotten = 100;
/** The clocks of two processes may differ by so much. */
const graceMs = 600_000;

/** The clock of the server decides to which step something belongs: those of processes may differ. */
const clockLua = `
local time = call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

export const announceScript = unguardedScript(
  clockLua,
  `
local id, ends, text = take(), take(), take()
call('HSET', ns .. 'processes', id, ends .. ':' .. text)
local forgotten = 0
local known = call('HGETALL', ns .. 'processes')
for at = 1, #known, 2 do
  local last = tonumber(string.match(known[at + 1], '^%d+')) or 0
  if last + ${graceMs} < tonumber(ends) and forgotten < ${mostForgotten} then
    call('HDEL', ns .. 'processes', known[at])
    call('HDEL', ns .. 'beats', known[at])
    forgotten = forgotten + 1
  end
end
local beat, left = takeNumber(), takeNumber()
if beat <= (tonumber(call('HGET', ns .. 'beats', id)) or 0) then return end
call('HSET', ns .. 'beats', id, beat)
local sums, peaks = {}, {}
while left > 0 do
  local name = take()
  sums[name] = takeNumber()
  left = left - 1
end
while more() do
  local name = take()
  peaks[name] = takeNumber()
end
local function count(stepMs, ring)
  local number = math.floor(now / stepMs)
  local key, place = ns .. 'series:' .. stepMs, tostring(number % ring)
  local text = call('HGET', key, place)
  local kept = text and unpacked(text)
  if not kept or kept.start ~= number * stepMs then kept = {start = number * stepMs, counts = {}} end
  local counts = kept.counts
  for name, value in pairs(sums) do counts[name] = (counts[name] or 0) + value end
  for name, value in pairs(peaks) do counts[name] = math.max(counts[name] or 0, value) end
  call('HSET', key, place, pack(kept))
end
${seriesTiers.map(({ stepMs, steps }) => `count(${stepMs}, ${steps})`).join('\n')}
`,
);

export const withdrawScript = unguardedScript(`
local id = take()
call('HDEL', ns .. 'processes', id)
call('HDEL', ns .. 'beats', id)
`);

export const announcementsScript = unguardedScript(`return call('HVALS', ns .. 'processes')`);

/** Answers JSON: what time it is, and the newest steps, oldest first. */
export const countedStepsScript = unguardedScript(
  clockLua,
  `
local stepMs, ring, wanted = takeNumber(), takeNumber(), takeNumber()
local newest = math.floor(now / stepMs)
local places = {}
for number = newest - wanted + 1, newest do places[#places + 1] = tostring(number % ring) end
local steps = {}
for at, text in ipairs(call('HMGET', ns .. 'series:' .. stepMs, unpack(places))) do
  local kept = text and unpacked(text)
  if kept and kept.start == (newest - wanted + at) * stepMs then steps[#steps + 1] = kept end
end
return cjson.encode({now = now, steps = steps})
`,
);
