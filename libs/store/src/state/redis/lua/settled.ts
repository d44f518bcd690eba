import { settledFates } from '../../settled.ts';

/*
 * settled:<4 hex digits>  hash  the next 12 hex digits of the item as 6 bytes -> flags (1 byte), number of its outcome
 *                         (3), version or time of its newest event (6), minute of firstSeen (4), article (its length
 *                         in 1 byte; 16 bytes where it is a hash), stamp. Small hashes are lists of bytes: some 36
 *                         bytes an item
 * outcomes                hash  what an item came to (stage, fate, source, reason: a field of the counts) -> number
 * outcome:names           hash  the other way round
 * meta                    hash  outcomes: numbers given; settled: how many items; retired: rank in `seen` of the next
 *                         item to look at; folded: hours before that are counted by the day
 */
export const settledFlags = { hasPage: 1, hasFate: 2, isOwner: 4, isUnfetched: 8, isOwnArticle: 16 } as const;

export const settledLua = `
${Object.entries(settledFlags)
  .map(([name, bit]) => `local ${name} = ${bit}`)
  .join('\n')}
local settledFates = {${[...settledFates].map((fate) => `${fate} = true`).join(', ')}}
local function hasFlag(record, flag) return record and bit.band(record.flags, flag) ~= 0 end
local function setFlag(record, flag, isSet) record.flags = isSet and bit.bor(record.flags, flag) or bit.band(record.flags, bit.bnot(flag)) end
local function fromHex(text) return (string.gsub(text, '%x%x', function(pair) return string.char(tonumber(pair, 16)) end)) end
local function toHex(text) return (string.gsub(text, '.', function(byte) return string.format('%02x', string.byte(byte)) end)) end
local function isHash(text) return #text == 32 and string.find(text, '^[0-9a-f]+$') ~= nil end

local function settledPlace(item)
  local digits = (isHash(item) or isHash(item .. item)) and item or redis.sha1hex(item)
  return ns .. 'settled:' .. string.sub(digits, 1, 4), fromHex(string.sub(digits, 5, 16))
end
local function readSettled(text)
  local flags, outcome, version, minute, length, at = struct.unpack('>BI3I6I4B', text)
  local article = string.sub(text, at, at + length - 1)
  if length == 16 then article = toHex(article) end
  return {flags = flags, outcome = outcome, version = version, minute = minute, article = article, stamp = string.sub(text, at + length)}
end
local function findSettled(item)
  local bucket, field = settledPlace(item)
  local text = call('HGET', bucket, field)
  return text and readSettled(text)
end
-- Where nothing is left to remember, who owns the article goes back to the owners.
local function saveSettled(item, record)
  local bucket, field = settledPlace(item)
  if bit.band(record.flags, hasPage + hasFate) == 0 then
    if hasFlag(record, isOwner) then call('HSETNX', ns .. 'owners', item, '') end
    call('HDEL', bucket, field)
    call('HINCRBY', ns .. 'meta', 'settled', -1)
    return
  end
  local article = isHash(record.article) and fromHex(record.article) or record.article
  local text = struct.pack('>BI3I6I4B', record.flags, record.outcome, record.version, record.minute, #article) .. article .. record.stamp
  if call('HSET', bucket, field, text) == 1 then call('HINCRBY', ns .. 'meta', 'settled', 1) end
end

local function outcomeOf(field)
  local number = call('HGET', ns .. 'outcomes', field)
  if number then return tonumber(number) end
  number = call('HINCRBY', ns .. 'meta', 'outcomes', 1)
  call('HSET', ns .. 'outcomes', field, number)
  call('HSET', ns .. 'outcome:names', number, field)
  return number
end
-- Rank of the stage, fate, source, reason.
local function outcomeNamed(number)
  local stage, fate, source, reason = string.match(call('HGET', ns .. 'outcome:names', number), '^(%d+)\\n([^\\n]*)\\n([^\\n]*)\\n(.*)$')
  return tonumber(stage), fate, source, reason
end
-- The newest event of a settled item as far as it is known, in the form that fates keep: without address, and without
-- what led to it.
local function settledEvent(item, record)
  local stage, fate, source, reason = outcomeNamed(record.outcome)
  local article = hasFlag(record, isOwnArticle) and item or record.article
  local rest = article == '' and '' or cjson.encode({articleId = article})
  local version = hasFlag(record, isUnfetched) and 0 or record.version
  return {stage, version, 0, record.version, fate, reason, {'', source, record.minute * 60000}, rest}
end
-- The fate of an item that comes back, at its address.
local function wakeFate(item, record, url)
  if not hasFlag(record, hasFate) then return end
  local event = settledEvent(item, record)
  local origin = event[7]
  origin[1], event[7] = url, 1
  call('HSET', ns .. 'fates', item, pack({{origin}, {event}}))
  call('ZADD', ns .. 'seen', origin[3], item)
  setFlag(record, hasFate, false)
end
`;

/** Words of stamps, and the twin of shortStamp (settled.ts). */
export const stampLua = `
local function readWord(word)
  local stop = string.find(word, '.', 1, true)
  if not stop then return 'o', '', word end
  local letter = string.sub(word, 1, 1)
  return string.find('xfot', letter, 1, true) and letter or 'f', string.sub(word, 2, stop - 1), string.sub(word, stop + 1)
end
local function shortStamp(stamp)
  local words = {}
  for word in string.gmatch(stamp, '[^ ]+') do
    local letter, channel, mark = readWord(word)
    words[#words + 1] = letter .. string.sub(channel, 1, 3) .. '.' .. string.sub(mark, 1, string.sub(mark, 1, 1) == '~' and 6 or 5)
  end
  return table.concat(words, ' ')
end
`;
