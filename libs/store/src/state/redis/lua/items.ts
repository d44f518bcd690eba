import { mostWords } from '@newsmill/contracts';
import { mostInPiece } from '../../state.ts';
import { guardedScript, unguardedScript } from '../redis-script.ts';
import { frontierLua } from './frontier.ts';
import { settledLua, stampLua } from './settled.ts';

export const knowsScript = guardedScript(
  settledLua,
  `
local known = {}
while more() do
  local key = take()
  known[#known + 1] = (call('HEXISTS', ns .. 'items', key) == 1 or hasFlag(findSettled(key), hasPage)) and 1 or 0
end
return known
`,
);

/** The twin of foldStamp (contracts/page-stamp.ts); the contract suite holds both to the same. */
const foldStampLua = `
local weights = {x = 0, f = 1, o = 2, t = 3}
local function foldStamp(known, source, said)
  if known[10] == said then return 'known', said end
  local words, best, isUndated = {}, -1, true
  for word in string.gmatch(known[10], '[^ ]+') do
    words[#words + 1] = word
    local letter, _, mark = readWord(word)
    best = math.max(best, weights[letter])
    isUndated = isUndated and string.sub(mark, 1, 1) == '~'
  end
  local letter, channel, mark = readWord(said)
  local weight = weights[letter]
  if known[3] ~= source and #words > 0 then
    if weight > best or letter == 't' then return 'taken', said end
    if weight < best then return 'known', known[10] end
  end
  local isAdmitted = best == weights.x and weight > best
  local isFirstDate = isUndated and weight >= math.min(best, weights.o) and string.sub(mark, 1, 1) ~= '~'
  local added = (#words == 0 or isFirstDate or isAdmitted) and 'changed' or 'known'
  local place = #words + 1
  for i, word in ipairs(words) do
    local old, other, before = readWord(word)
    if other == channel then
      place = i
      added = before == mark and not isAdmitted and 'known' or 'changed'
      if letter == 'x' or old == 't' then said = old .. string.sub(said, 2) end
      break
    end
  end
  words[place] = said
  return added, table.concat(words, ' ', math.max(1, #words - ${mostWords - 1}))
end
`;

export const addScript = guardedScript(
  frontierLua,
  settledLua,
  stampLua,
  foldStampLua,
  `
local added = {}
-- A page that is settled comes back where something is said of it that is a change.
local function addSettled(key, record, item, domain, due)
  local _, _, source = outcomeNamed(record.outcome)
  local answer, stamp = foldStamp({[3] = source, [10] = record.stamp}, item[3], shortStamp(item[10]))
  if answer == 'known' and stamp == record.stamp then return answer end
  record.stamp = stamp
  if answer ~= 'known' then
    if answer ~= 'taken' then item[3] = source end
    item[8], item[9] = record.minute * 60000, record.version
    insert(key, item, domain, due)
    record.stamp = ''
    setFlag(record, hasPage, false)
    wakeFate(key, record, item[2])
  end
  saveSettled(key, record)
  return answer
end
local function add(key, item, domain, due)
  local old = find(key)
  if not old then
    local record = findSettled(key)
    if hasFlag(record, hasPage) then return addSettled(key, record, item, domain, due) end
    insert(key, item, domain, due)
    return 'new'
  end
  if old[1] ~= 'p' then return 'known' end
  local answer, stamp = foldStamp(old, item[3], item[10])
  if answer == 'known' and stamp == old[10] then return answer end
  old[10] = stamp
  if answer ~= 'known' then
    old[12] = item[12]
    if answer == 'taken' then
      if old[5] then count(old, -1) end
      old[3] = item[3]
      if old[5] then count(old, 1) end
    end
    -- Who waits already keeps the place.
    if hostOf(old[4])[4] == key then old[13] = due else move(key, old, old[5] and due and math.min(old[5], due) or old[5] or due) end
  end
  save(key, old)
  return answer
end
while more() do added[#added + 1] = add(takeItem()) end
placeTouched()
return added
`,
);

export const removeScript = guardedScript(
  frontierLua,
  `
while more() do
  local key = take()
  local item = find(key)
  if item then
    release(key, item)
    move(key, item, false)
    call('HDEL', items, key)
    call('ZREM', channels, key)
    call('SREM', failing, key)
  end
end
placeTouched()
`,
);

export const getScript = guardedScript(
  frontierLua,
  `
local found = {}
while more() do
  local key = take()
  local item = find(key)
  found[#found + 1] = item and answer(key, item)
end
return found
`,
);

export const channelsScript = guardedScript(
  frontierLua,
  `
local from = takeNumber()
local found = {}
for _, key in ipairs(call('ZRANGE', channels, from, from + ${mostInPiece - 1})) do found[#found + 1] = answer(key, find(key)) end
return found
`,
);

/** Of a piece of the channels those of some sources, and how many were looked at. */
export const channelsOfScript = guardedScript(
  frontierLua,
  `
local from = takeNumber()
local wanted, found = {}, {}
while more() do wanted[take()] = true end
local keys = call('ZRANGE', channels, from, from + ${mostInPiece - 1})
for _, key in ipairs(keys) do
  local item = find(key)
  if wanted[item[3]] then found[#found + 1] = answer(key, item) end
end
return {#keys, found}
`,
);

export const countChannelsScript = guardedScript(`
return {call('ZCARD', ns .. 'channels'), call('SCARD', ns .. 'failing')}
`);

/** What is in the queue was due when something was claimed last. */
export const countDueScript = guardedScript(`
return call('ZCARD', ns .. 'queue') + call('ZCOUNT', ns .. 'due', '-inf', takeNumber())
`);

export const countsScript = guardedScript(
  frontierLua,
  `
local claimed = {}
for _, name in ipairs(call('SMEMBERS', held)) do
  local item = find(hostOf(name)[4])
  if item then
    local field = item[1] .. item[3]
    claimed[field] = (claimed[field] or 0) + 1
  end
end
local answers = {}
local fields = call('HGETALL', counts)
for i = 1, #fields, 2 do answers[#answers + 1] = {fields[i], tonumber(fields[i + 1]), claimed[fields[i]] or 0} end
return answers
`,
);

export const importItemsScript = unguardedScript(
  frontierLua,
  settledLua,
  `
while more() do
  local key, item, domain, due = takeItem()
  local record = call('HEXISTS', items, key) == 0 and (findSettled(key) or {flags = 0})
  -- A page at rest may as well stay settled.
  if record and (due or not hasFlag(record, hasPage)) then
    insert(key, item, domain, due)
    if hasFlag(record, hasPage) then
      record.stamp = ''
      setFlag(record, hasPage, false)
      saveSettled(key, record)
    end
  end
end
placeTouched()
`,
);

export const importSchedulesScript = unguardedScript(
  frontierLua,
  `
while more() do
  local key, due, attempt, fetched = take(), takeOptional(), takeNumber(), takeNumber()
  local item = find(key)
  if item and not item[5] and item[9] == 0 then
    hostOf(item[4])
    item[7] = attempt
    item[9] = fetched
    move(key, item, due)
    save(key, item)
  end
end
placeTouched()
`,
);

export const importHostsScript = unguardedScript(
  frontierLua,
  `
while more() do
  local name, domain, free, domainFree, holder, lease = take(), take(), takeNumber(), takeOptional(), take(), takeOptional()
  local host = hostOf(name, domain)
  host[2] = math.max(host[2], free)
  if domainFree then pause(host[1], domainFree) end
  if holder ~= '' and lease and (not host[4] or host[3] < lease) then hold(name, host, holder, lease) end
  touched[name] = true
end
placeTouched()
`,
);

/** A page of channels (in order), of other items, or of hosts; the cursor is empty at the end. */
export const exportFrontierScript = unguardedScript(
  frontierLua,
  `
local what, cursor = take(), take()
local found = {}
if what == 'channels' then
  local keys = call('ZRANGE', channels, tonumber(cursor), tonumber(cursor) + ${mostInPiece - 1})
  for _, key in ipairs(keys) do found[#found + 1] = answer(key, find(key)) end
  return {#keys == ${mostInPiece} and tostring(tonumber(cursor) + ${mostInPiece}) or '', found}
end
local page = call('HSCAN', what == 'pages' and items or hosts, cursor, 'COUNT', ${mostInPiece / 2})
for i = 1, #page[2], 2 do
  local name, value = page[2][i], unpacked(page[2][i + 1])
  if what == 'hosts' then found[#found + 1] = {name, value[1], value[2], tonumber(call('HGET', pauses, value[1])) or 0, value[4] or '', value[3]}
  elseif value[1] == 'p' then found[#found + 1] = answer(name, value) end
end
return {page[1] == '0' and '' or page[1], found}
`,
);
