import { guardedScript, mostInScript, unguardedScript } from '../redis-script.ts';

/*
 * fates         hash   item -> {{origin, ...}, {event, ...}}
 *                      origin: {url, source, firstSeen}, of which an item mostly has one event:  {rank of
 *                      stage, version, attempt, at, fate, reason, place of its origin, JSON of the rest}; the
 *                      newest of each stage
 * seen          zset   items by firstSeen of their current event
 * hours         zset   hours that have counts
 * count:<hour>  hash   stage, fate, source, reason (lines) -> items
 */
const fatesLua = `
local fates, seen, hours, counts = ns .. 'fates', ns .. 'seen', ns .. 'hours', ns .. 'count:'
local hour = 3600000

-- Fates are lower-case ASCII, which every locale puts in the order of its bytes.
local function isGreater(a, b)
  if a[2] ~= b[2] then return a[2] > b[2] end
  if a[1] ~= b[1] then return a[1] > b[1] end
  if a[3] ~= b[3] then return a[3] > b[3] end
  if a[4] ~= b[4] then return a[4] > b[4] end
  return a[5] > b[5]
end
local function current(events)
  local newest = events[1]
  for i = 2, #events do if isGreater(events[i], newest) then newest = events[i] end end
  return newest
end
-- Events with their origin in place of its number.
local function load(text)
  local record = unpacked(text)
  for _, event in ipairs(record[2]) do event[7] = record[1][event[7]] end
  return record[2]
end
local function store(item, events)
  local origins, stored = {}, {}
  for i, event in ipairs(events) do
    local place
    for j, origin in ipairs(origins) do
      if origin[1] == event[7][1] and origin[2] == event[7][2] and origin[3] == event[7][3] then place = j end
    end
    if not place then
      place = #origins + 1
      origins[place] = event[7]
    end
    stored[i] = {event[1], event[2], event[3], event[4], event[5], event[6], place, event[8]}
  end
  call('HSET', fates, item, pack({origins, stored}))
end
local function answer(item, event)
  return {item, event[1], event[2], event[3], event[4], event[5], event[6], event[7][1], event[7][2], event[7][3], event[8]}
end
local function answers(item, events)
  local list = {}
  for i, event in ipairs(events) do list[i] = answer(item, event) end
  return list
end
local function hourOf(time) return math.floor(time / hour) * hour end
local function fieldOf(event) return event[1] .. '\\n' .. event[5] .. '\\n' .. event[7][2] .. '\\n' .. event[6] end
`;

const recordLua = `
local cache, order, before = {}, {}, {}
local function add(item, event)
  local events = cache[item]
  if not events then
    local text = call('HGET', fates, item)
    events = text and load(text) or {}
    cache[item], before[item] = events, #events > 0 and current(events)
    order[#order + 1] = item
  end
  for i, known in ipairs(events) do
    if known[1] == event[1] then
      if isGreater(event, known) then
        events[i] = event
        events.isChanged = true
      end
      return
    end
  end
  events[#events + 1] = event
  events.isChanged = true
end
while more() do
  local item = take()
  local event = {takeNumber(), takeNumber(), takeNumber(), takeNumber(), take(), take()}
  event[7] = {take(), take(), takeNumber()}
  event[8] = take()
  add(item, event)
end

local changes = {}
local function tally(event, change)
  local start, field = hourOf(event[7][3]), fieldOf(event)
  changes[start] = changes[start] or {}
  changes[start][field] = (changes[start][field] or 0) + change
end
for _, item in ipairs(order) do
  local events = cache[item]
  if events.isChanged then
    events.isChanged = nil
    local newest = current(events)
    store(item, events)
    if before[item] then tally(before[item], -1) end
    tally(newest, 1)
    if not before[item] or before[item][7][3] ~= newest[7][3] then call('ZADD', seen, newest[7][3], item) end
  end
end
for start, fields in pairs(changes) do
  local key = counts .. string.format('%.0f', start)
  for field, change in pairs(fields) do
    if change ~= 0 and call('HINCRBY', key, field, change) == 0 then call('HDEL', key, field) end
  end
  if call('EXISTS', key) == 1 then call('ZADD', hours, start, start) else call('ZREM', hours, start) end
end
`;

export const recordScript = guardedScript(fatesLua, recordLua);
export const importEventsScript = unguardedScript(fatesLua, recordLua);

export const fateOfScript = guardedScript(
  fatesLua,
  `
local item = take()
local text = call('HGET', fates, item)
return text and answers(item, load(text))
`,
);

/** Hours that a count looks at in one run. */
export const hoursInScript = 100;

/** Counts of at most 100 hours above `from` and below `to`. */
export const countScript = guardedScript(
  fatesLua,
  `
local from, to, offset = take(), take(), take()
local found = {}
for _, start in ipairs(call('ZRANGEBYSCORE', hours, '(' .. from, '(' .. to, 'LIMIT', offset, ${hoursInScript})) do
  found[#found + 1] = {tonumber(start), call('HGETALL', counts .. start)}
end
return found
`,
);

/**
 * Looks at items from newest firstSeen on, after the place (time and item; time alone: from before that time
 * on). Hours without a fitting count are skipped. Answers the events found, and the place where to go on,
 * nothing at the end.
 */
export const listScript = guardedScript(
  fatesLua,
  `
local limit, time, item, from, to = takeNumber(), takeOptional(), take(), takeOptional(), takeOptional()
local stage, fate, source = takeOptional(), take(), take()
local isFiltered = stage or fate ~= '' or source ~= ''
local budget = ${mostInScript}

local function rankAfter()
  local start = to and call('ZCOUNT', seen, to, '+inf') or 0
  if not time then return start end
  if item == '' then return math.max(start, call('ZCOUNT', seen, time, '+inf')) end
  local score = call('ZSCORE', seen, item)
  if score and tonumber(score) == time then return math.max(start, call('ZREVRANK', seen, item) + 1) end
  -- The item has moved on: those of the same time that come before it are told again, none is left out.
  return math.max(start, call('ZCOUNT', seen, '(' .. string.format('%.0f', time), '+inf'))
end
local function fits(event)
  return (not stage or event[1] == stage) and (fate == '' or event[5] == fate) and (source == '' or event[7][2] == source)
end
local fitting = {}
local function hasFitting(start)
  if not isFiltered then return true end
  if fitting[start] ~= nil then return fitting[start] end
  fitting[start] = false
  budget = budget - 10
  for _, field in ipairs(call('HKEYS', counts .. string.format('%.0f', start))) do
    local ofStage, ofFate, ofSource = string.match(field, '^(%d+)\\n([^\\n]*)\\n([^\\n]*)\\n')
    if fits({tonumber(ofStage), 0, 0, 0, ofFate, '', {'', ofSource}}) then fitting[start] = true end
  end
  return fitting[start]
end

local found = {}
while budget > 0 do
  local members = call('ZREVRANGE', seen, rankAfter(), rankAfter() + 99, 'WITHSCORES')
  if #members == 0 then return {found} end
  for i = 1, #members, 2 do
    item, time = members[i], tonumber(members[i + 1])
    if from and time < from then return {found} end
    budget = budget - 1
    if not hasFitting(hourOf(time)) then
      item, time = '', hourOf(time)
      break
    end
    local event = current(load(call('HGET', fates, item)))
    if fits(event) then found[#found + 1] = answer(item, event) end
    if #found == limit then return {found, time, item} end
  end
end
return {found, time, item}
`,
);

export const exportEventsScript = unguardedScript(
  fatesLua,
  `
local page = call('HSCAN', fates, take(), 'COUNT', ${mostInScript / 2})
local found = {}
for i = 1, #page[2], 2 do
  for _, event in ipairs(load(page[2][i + 1])) do found[#found + 1] = answer(page[2][i], event) end
end
return {page[1] == '0' and '' or page[1], found}
`,
);
