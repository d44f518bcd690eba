import { stageNames } from '@newsmill/contracts';
import { mostInPiece } from '../../state.ts';
import { guardedScript, unguardedScript } from '../redis-script.ts';
import { dayMs } from '../../settled.ts';
import { settledLua, stampLua } from './settled.ts';

/*
 * fates         hash   item -> {{origin, ...}, {event, ...}}
 *                      origin: {url, source, firstSeen}, of which an item mostly has one event:  {rank of
 *                      stage, version, attempt, at, fate, reason, place of its origin, JSON of the rest}; the
 *                      newest of each stage
 * seen          zset   items by firstSeen of their current event
 * hours         zset   hours that have counts, and days (by their start) before meta.folded
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
local folded = tonumber(call('HGET', ns .. 'meta', 'folded')) or 0
local function hourOf(time)
  local unit = time < folded and ${dayMs} or hour
  return math.floor(time / unit) * unit
end
-- Changes the counts of an hour, by field.
local function countUp(start, fields)
  local key = counts .. string.format('%.0f', start)
  for field, change in pairs(fields) do
    if change ~= 0 and call('HINCRBY', key, field, change) == 0 then call('HDEL', key, field) end
  end
  if call('EXISTS', key) == 1 then call('ZADD', hours, start, start) else call('ZREM', hours, start) end
end
local function fieldOf(event) return event[1] .. '\\n' .. event[5] .. '\\n' .. event[7][2] .. '\\n' .. event[6] end
`;

const recordLua = `
local cache, order, before, awake = {}, {}, {}, {}
local function eventsOf(item, event)
  local text = call('HGET', fates, item)
  if text then return load(text) end
  local record = findSettled(item)
  if not hasFlag(record, hasFate) then return {} end
  local known = settledEvent(item, record)
  local isSame = event[2] == known[2] and event[1] == known[1] and event[5] == known[5] and event[6] == known[6]
  -- What comes once more is no news, and what led to the settled event is known to the ledger.
  if isSame or not isGreater(event, known) then return false end
  known[7][1] = event[7][1]
  awake[item] = record
  return {known}
end
local function add(item, event)
  local events = cache[item]
  if not events then
    events = eventsOf(item, event)
    if not events then return end
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
    if not before[item] or awake[item] or before[item][7][3] ~= newest[7][3] then call('ZADD', seen, newest[7][3], item) end
    if awake[item] then
      setFlag(awake[item], hasFate, false)
      saveSettled(item, awake[item])
    end
  end
end
for start, fields in pairs(changes) do countUp(start, fields) end
`;

export const recordScript = guardedScript(fatesLua, settledLua, recordLua);
export const importEventsScript = unguardedScript(fatesLua, settledLua, recordLua);

export const fateOfScript = guardedScript(
  fatesLua,
  settledLua,
  `
local item = take()
local text = call('HGET', fates, item)
if text then return answers(item, load(text)) end
local record = findSettled(item)
return hasFlag(record, hasFate) and {answer(item, settledEvent(item, record))}
`,
);

/** Hours that one run counts by the day at most. */
const mostFolded = 200;

/**
 * Looks at the items that came first, from where the last run ended: those at rest whose newest event is older than
 * `before` become settled. A state that is rebuilt is kept small this way too. Answers how many it looked at and
 * retired, and 1 where it came to the end.
 */
export const retireScript = unguardedScript(
  fatesLua,
  settledLua,
  stampLua,
  `
local before, limit = takeNumber(), takeNumber()
local indexRank = ${stageNames.indexOf('index')}
local meta, items, hosts, owners = ns .. 'meta', ns .. 'items', ns .. 'hosts', ns .. 'owners'

local function articleIn(event) return event[8] ~= '' and cjson.decode(event[8]).articleId or '' end
-- Whether an earlier visit left an article in the library that the newest one speaks against.
local function isDoubted(events, newest)
  for _, event in ipairs(events) do
    if event[1] == indexRank and event[5] == 'indexed' and newest[1] ~= indexRank and articleIn(event) ~= '' then return true end
  end
  return false
end
local function isAtRest(key, page)
  if page[1] ~= 'p' or page[5] or page[13] then return false end
  local host = call('HGET', hosts, page[4])
  return not host or unpacked(host)[4] ~= key
end
local function retire(item)
  local events = load(call('HGET', fates, item))
  local newest = current(events)
  if not settledFates[newest[5]] or isDoubted(events, newest) then return false end
  for _, event in ipairs(events) do if event[4] >= before then return false end end
  local text = call('HGET', items, item)
  local page = text and unpacked(text)
  if page and not isAtRest(item, page) then return false end
  -- An item that another one is named after stays, or both would be one.
  local other = findSettled(item)
  local record = other or {flags = 0, stamp = ''}
  if hasFlag(record, hasFate) or (page and hasFlag(record, hasPage)) then return false end
  record.outcome = outcomeOf(fieldOf(newest))
  record.version = newest[2] > 0 and newest[2] or newest[4]
  record.minute = math.floor(newest[7][3] / 60000)
  setFlag(record, isUnfetched, newest[2] == 0)
  setFlag(record, hasFate, true)
  local article = articleIn(newest)
  setFlag(record, isOwnArticle, article == item)
  record.article = article == item and '' or article
  if #record.article > 255 then return false end
  if page then
    record.stamp = shortStamp(page[10])
    setFlag(record, hasPage, true)
    call('HDEL', items, item)
  end
  if call('HGET', owners, item) == '' then
    setFlag(record, isOwner, true)
    call('HDEL', owners, item)
  end
  saveSettled(item, record)
  call('HDEL', fates, item)
  call('ZREM', seen, item)
  return true
end

local function foldHours()
  local from = math.floor(before / ${dayMs}) * ${dayMs}
  if from <= folded then return end
  local old = call('ZRANGEBYSCORE', hours, '(' .. string.format('%.0f', folded - 1), '(' .. string.format('%.0f', from), 'LIMIT', 0, ${mostFolded})
  if #old == ${mostFolded} then from = math.floor(tonumber(old[#old]) / ${dayMs}) * ${dayMs} end
  for _, start in ipairs(old) do
    local day = string.format('%.0f', math.floor(tonumber(start) / ${dayMs}) * ${dayMs})
    if tonumber(start) < from and day ~= start then
      local fields = call('HGETALL', counts .. start)
      for i = 1, #fields, 2 do call('HINCRBY', counts .. day, fields[i], fields[i + 1]) end
      call('UNLINK', counts .. start)
      call('ZREM', hours, start)
      call('ZADD', hours, day, day)
    end
  end
  if from > folded then call('HSET', meta, 'folded', string.format('%.0f', from)) end
end

local from = tonumber(call('HGET', meta, 'retired')) or 0
local looked, retired = 0, 0
local rows = call('ZRANGE', seen, from, from + limit - 1, 'WITHSCORES')
local isEnd = #rows < 2 * limit
for i = 1, #rows, 2 do
  if tonumber(rows[i + 1]) >= before then
    isEnd = true
    break
  end
  looked = looked + 1
  if retire(rows[i]) then retired = retired + 1 end
end
if isEnd then
  call('HDEL', meta, 'retired')
  foldHours()
else
  call('HSET', meta, 'retired', from + looked - retired)
end
return {looked, retired, isEnd and 1 or 0}
`,
);

/** Digits by which settled items are put into hashes of their own. */
const bucketDigits = 4;
/** Hashes of settled items that one run reads. */
const bucketsInScript = 512;

/** The settled items of some hashes from a number on; answers the number where to go on, -1 at the end. */
export const exportSettledScript = unguardedScript(
  settledLua,
  `
local first = takeNumber()
local found = {}
-- The count is a part of what is whole; where that is lost, only a look tells.
if first == 0 and call('EXISTS', KEYS[1]) == 1 and (tonumber(call('HGET', ns .. 'meta', 'settled')) or 0) == 0 then return {-1, found} end
local last = math.min(first + ${bucketsInScript}, ${16 ** bucketDigits}) - 1
for number = first, last do
  local digits = string.format('%04x', number)
  local rows = call('HGETALL', ns .. 'settled:' .. digits)
  for i = 1, #rows, 2 do
    local record = readSettled(rows[i + 1])
    local stage, fate, source, reason = outcomeNamed(record.outcome)
    found[#found + 1] = {digits .. toHex(rows[i]), record.flags, stage, fate, source, reason, record.version, record.minute * 60000, record.article, record.stamp}
  end
end
return {last + 1 < ${16 ** bucketDigits} and last + 1 or -1, found}
`,
);

/** Puts settled items in; those that are there stay. */
export const importSettledScript = unguardedScript(
  fatesLua,
  settledLua,
  `
while more() do
  local key, flags = take(), takeNumber()
  local field = take() .. '\\n' .. take() .. '\\n' .. take() .. '\\n' .. take()
  local record = {flags = flags, outcome = outcomeOf(field), version = takeNumber(), minute = takeNumber() / 60000, article = take(), stamp = take()}
  if not findSettled(key) then
    saveSettled(key, record)
    if hasFlag(record, hasFate) then countUp(hourOf(record.minute * 60000), {[field] = 1}) end
  end
end
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
local budget = ${mostInPiece}

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
local page = call('HSCAN', fates, take(), 'COUNT', ${mostInPiece / 2})
local found = {}
for i = 1, #page[2], 2 do
  for _, event in ipairs(load(page[2][i + 1])) do found[#found + 1] = answer(page[2][i], event) end
end
return {page[1] == '0' and '' or page[1], found}
`,
);
