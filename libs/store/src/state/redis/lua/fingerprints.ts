import { mostInPiece } from '../../state.ts';
import { guardedScript, unguardedScript } from '../redis-script.ts';

/*
 * prints            hash   place -> {id, expires at, payload, band, band, ...}; places count up in the order of
 * recording print:ids         hash   id -> place print:band:<n>    hash   band -> places, 5 bytes each, upwards:
 * small hashes, which Redis packs print:bands       hash   the same of crowded bands, the newest places of each
 * print:expiry      zset   places by the time they expire meta              hash   place: the last one given
 */
/** Small hashes of bands. */
export const bandBuckets = 16_384;

const printsLua = `
local meta, prints, ids, crowded, expiry = ns .. 'meta', ns .. 'prints', ns .. 'print:ids', ns .. 'print:bands', ns .. 'print:expiry'
-- Redis packs hashes whose values have at most 64 bytes.
local width, mostKept, mostPacked = 5, 256, 60

-- The last letters of a band are those of a hash, base 36.
local function bucketOf(band) return ns .. 'print:band:' .. (tonumber(string.sub(band, -4), 36) or 0) % ${bandBuckets} end
local function placesOf(band) return call('HGET', bucketOf(band), band) or call('HGET', crowded, band) or '' end
local function savePlaces(band, places)
  local isCrowded = #places > mostPacked
  if places == '' or isCrowded then call('HDEL', bucketOf(band), band) else call('HSET', bucketOf(band), band, places) end
  if isCrowded then call('HSET', crowded, band, places) else call('HDEL', crowded, band) end
end

local function find(place)
  local text = call('HGET', prints, place)
  return text and unpacked(text)
end
local function addToBand(band, place)
  local places = placesOf(band)
  local after = #places
  local own = struct.pack('>I5', place)
  while after > 0 do
    local before = struct.unpack('>I5', places, after - width + 1)
    if before == place then return end
    if before < place then break end
    after = after - width
  end
  places = string.sub(places, 1, after) .. own .. string.sub(places, after + 1)
  if #places > mostKept * width then places = string.sub(places, -mostKept * width) end
  savePlaces(band, places)
end
local function takeFromBand(band, place)
  local places = placesOf(band)
  for at = 1, #places, width do
    if struct.unpack('>I5', places, at) == place then
      places = string.sub(places, 1, at - 1) .. string.sub(places, at + width)
      savePlaces(band, places)
      return
    end
  end
end
local function forget(place)
  local print = find(place)
  call('ZREM', expiry, place)
  if not print then return end
  for i = 4, #print do takeFromBand(print[i], place) end
  call('HDEL', prints, place)
  if call('HGET', ids, print[1]) == tostring(place) then call('HDEL', ids, print[1]) end
end
local function insert(print)
  local place = call('HINCRBY', meta, 'place', 1)
  call('HSET', prints, place, pack(print))
  call('HSET', ids, print[1], place)
  call('ZADD', expiry, print[2], place)
  for i = 4, #print do addToBand(print[i], place) end
  return place
end
local function takePrint()
  local print = {take(), takeNumber(), take()}
  for _ = 1, takeNumber() do print[#print + 1] = take() end
  return print
end
`;

/** Expired fingerprints that one call takes away at most. */
const mostForgotten = 64;
const mostCandidates = 32;
/** Members of one band that are counted, the newest. */
const mostInBand = 200;

/**
 * Records, then answers: the payloads that stood there before, and the candidates. Mode: `both`, or one of
 * the two where the entries do not fit into one run.
 */
export const matchScript = guardedScript(
  printsLua,
  `
local now, mode = takeNumber(), take()
local function record(print)
  local place = tonumber(call('HGET', ids, print[1]))
  local known = place and find(place)
  if not known or known[2] <= now then
    if known then forget(place) end
    return insert(print), {}
  end
  call('HSET', prints, place, pack(print))
  call('ZADD', expiry, print[2], place)
  if table.concat(known, ' ', 4) ~= table.concat(print, ' ', 4) then
    for i = 4, #known do takeFromBand(known[i], place) end
    for i = 4, #print do addToBand(print[i], place) end
  end
  return place, known[3] == print[3] and {} or {known[3]}
end
local function byShared(a, b) return a[2] > b[2] or (a[2] == b[2] and a[1] < b[1]) end
-- Those that share the most bands (a formula that thousands share proves nothing), told in the order of recording.
local function candidates(print, place)
  local found, at = {}, {}
  for i = 4, #print do
    local places = placesOf(print[i])
    for from = math.max(1, #places - ${mostInBand} * width + 1), #places, width do
      local other = struct.unpack('>I5', places, from)
      if at[other] then at[other][2] = at[other][2] + 1
      elseif other ~= place then
        at[other] = {other, 1}
        found[#found + 1] = at[other]
      end
    end
  end
  table.sort(found, byShared)
  local nearest = {}
  for i = 1, math.min(#found, ${mostCandidates}) do nearest[i] = found[i][1] end
  table.sort(nearest)
  local answers = {}
  for _, other in ipairs(nearest) do
    local near = find(other)
    if near and near[2] > now then answers[#answers + 1] = {near[1], near[3], other < place and 1 or 0} end
  end
  return answers
end

-- befores: what stood there, where it was another payload.
local list, places, befores, answers = {}, {}, {}, {}
while more() do list[#list + 1] = takePrint() end
if mode ~= 'match' then
  for _, place in ipairs(call('ZRANGEBYSCORE', expiry, '-inf', now, 'LIMIT', 0, ${mostForgotten})) do forget(tonumber(place)) end
  for i, print in ipairs(list) do places[i], befores[i] = record(print) end
end
if mode == 'record' then return {befores, {}} end
for i, print in ipairs(list) do answers[i] = candidates(print, places[i] or tonumber(call('HGET', ids, print[1]))) end
return {befores, answers}
`,
);

export const importPrintsScript = unguardedScript(
  printsLua,
  `
while more() do
  local print = takePrint()
  if call('HEXISTS', ids, print[1]) == 0 then insert(print) end
end
`,
);

/** Places, in no order, and the cursor, empty at the end. */
export const exportPlacesScript = unguardedScript(
  printsLua,
  `
local page = call('HSCAN', ids, take(), 'COUNT', ${mostInPiece})
local places = {}
for i = 2, #page[2], 2 do places[#places + 1] = tonumber(page[2][i]) end
return {page[1] == '0' and '' or page[1], places}
`,
);

export const exportPrintsScript = unguardedScript(
  printsLua,
  `
local found = {}
while more() do found[#found + 1] = find(take()) end
return found
`,
);
