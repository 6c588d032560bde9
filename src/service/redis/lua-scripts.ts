import { script } from './connection.ts';

// Each runs as one step between all others. Keys and arguments are named in their first lines, in order.
// A hash holds a meeting: its document, and a number that grows with every change.

/**
 * Times are the store's. Redis forgets by its own clock, from which the last argument tells the difference. Keys of the
 * index live as long as the last meeting in them: they are never younger than what they name.
 */
const times = `
local shift = tonumber(ARGV[#ARGV])
local function by_redis(at) return string.format('%.0f', at - shift) end
`;
const index = `${times}
local function keep_until(key, at)
  redis.call('PEXPIREAT', key, by_redis(at), 'NX')
  redis.call('PEXPIREAT', key, by_redis(at), 'GT')
end
`;

/** Answers 'created', 'busy', 'too-many', or what the replay's key opened before. */
export const createMeeting = script(`${index}
local meeting, due, rooms, places, replay, agent = unpack(KEYS)
local id, doc, due_at, gone_at, entry, room, most, most_of_agent, replayed, replay_until, created_at = unpack(ARGV)
if replayed ~= '' then
  local used = redis.call('GET', replay)
  if used then return used end
end
if redis.call('ZCARD', due) >= tonumber(most) then return 'busy' end
if agent ~= '' and most_of_agent ~= '' then
  -- One that nobody removed, because no instance was there at its end, counts no longer than it can have lived.
  local oldest = created_at - (gone_at - created_at)
  if redis.call('ZCOUNT', agent, oldest, '+inf') >= tonumber(most_of_agent) then return 'too-many' end
end
redis.call('HSET', meeting, 'changes', 1, 'doc', doc)
redis.call('PEXPIREAT', meeting, by_redis(gone_at))
redis.call('ZADD', due, due_at, id)
keep_until(due, gone_at)
redis.call('HSET', rooms, id, entry)
keep_until(rooms, gone_at)
redis.call('HSET', places, room, id)
keep_until(places, gone_at)
if replayed ~= '' then redis.call('SET', replay, replayed, 'PXAT', by_redis(replay_until)) end
if agent ~= '' then
  redis.call('ZADD', agent, created_at, id)
  keep_until(agent, gone_at)
end
return 'created'
`);

/** Writes a changed meeting; 0 if somebody else has changed it since it was read, or it is gone. */
export const changeMeeting = script(`${index}
local meeting, due, rooms, places, doomed = unpack(KEYS)
local id, changes, doc, due_at, entry, room, doomed_room, gone_at = unpack(ARGV)
if redis.call('HGET', meeting, 'changes') ~= changes then return 0 end
redis.call('HSET', meeting, 'changes', changes + 1, 'doc', doc)
redis.call('PEXPIREAT', meeting, by_redis(gone_at))
local now_due = redis.call('ZSCORE', due, id)
if not now_due or tonumber(now_due) > tonumber(due_at) then redis.call('ZADD', due, due_at, id) end
redis.call('HSET', rooms, id, entry)
if doomed_room ~= '' then
  redis.call('HSET', places, room, id)
  redis.call('HDEL', places, doomed_room)
  redis.call('ZADD', doomed, gone_at, doomed_room)
  keep_until(doomed, gone_at)
end
return 1
`);

/** Removes a meeting; 0 as above. With an empty number of changes whatever its state is. */
export const removeMeeting = script(`${index}
local meeting, due, rooms, places, doomed, agent, replay = unpack(KEYS)
local id, changes, doomed_room, gone_at = unpack(ARGV)
if changes ~= '' and redis.call('HGET', meeting, 'changes') ~= changes then return 0 end
redis.call('DEL', meeting)
redis.call('ZREM', due, id)
redis.call('HDEL', rooms, id)
redis.call('HDEL', places, doomed_room)
redis.call('ZADD', doomed, gone_at, doomed_room)
keep_until(doomed, gone_at)
if agent ~= '' then redis.call('ZREM', agent, id) end
if replay ~= '' then redis.call('DEL', replay) end
return 1
`);

/**
 * Leases meetings that are due, no more than the reconciliations left in this second; drops what has expired by
 * itself.
 */
export const claimDue = script(`
local due, rooms, looks = unpack(KEYS)
local now, most, lease, per_second, meetings = unpack(ARGV)
local left = tonumber(per_second) - tonumber(redis.call('GET', looks) or 0)
local found = redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, math.max(0, math.min(tonumber(most), left)))
local claimed = {}
for _, id in ipairs(found) do
  if redis.call('EXISTS', meetings .. id) == 1 then
    redis.call('ZADD', due, lease, id)
    claimed[#claimed + 1] = id
  else
    redis.call('ZREM', due, id)
    redis.call('HDEL', rooms, id)
  end
end
if #claimed > 0 then
  redis.call('INCRBY', looks, #claimed)
  redis.call('PEXPIRE', looks, 2000)
end
return claimed
`);

/** Sets when a leased meeting is due next, unless it was brought forward in the meantime. */
export const reschedule = script(`
local due = KEYS[1]
local id, lease, at = unpack(ARGV)
local now_due = redis.call('ZSCORE', due, id)
if not now_due then return 0 end
if tonumber(now_due) == tonumber(lease) or tonumber(now_due) > tonumber(at) then redis.call('ZADD', due, at, id) end
return 1
`);

export const bringForward = script(`
redis.call('ZADD', KEYS[1], 'XX', 'LT', ARGV[2], ARGV[1])
return 1
`);

/** The rooms to delete, without those whose time is over. */
export const listRoomsToDelete = script(`
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
return redis.call('ZRANGE', KEYS[1], 0, -1)
`);

/** Shortens how long a room stays marked for deletion. */
export const confirmDeleted = script(`
return redis.call('ZADD', KEYS[1], 'XX', 'LT', ARGV[2], ARGV[1])
`);

/** How many meetings there are, and when the first of them is due. */
export const backlog = script(`
return { redis.call('ZCARD', KEYS[1]), redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2] or false }
`);

export const takeTurn = script(`
return redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) and 1 or 0
`);

export const claimPin = script(`${times}
return redis.call('SET', KEYS[1], '1', 'NX', 'PXAT', by_redis(ARGV[1])) and 1 or 0
`);

export const releasePin = script(`
return redis.call('DEL', KEYS[1])
`);

export const lock = script(`
return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0
`);

/** A slow holder must not release what somebody else holds by now. */
export const unlock = script(`
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
`);
