import { statfs } from 'node:fs/promises';
import { readJson, daysLeft, roomMemoryMs, type Room, type RoomSample } from '@newsmill/contracts';
import type { State } from '@newsmill/store';
import { z } from 'zod';

/** So often it is looked how full things are, and so often that is written down. */
const [lookMs, sampleMs] = [60_000, 6 * 3_600_000];
const Samples = z.array(z.tuple([z.number(), z.number()]));

type Ports = { readonly state: Pick<State, 'usage' | 'read' | 'write'> };

/** How full a disk is; undefined where there is no such folder. */
async function diskOf(folder: string): Promise<Omit<Room, 'daysLeft'> | undefined> {
  const told = await statfs(folder).catch(() => undefined);
  if (told === undefined) return undefined;
  const limit = told.blocks * told.bsize;
  return { of: 'data', limit, bytes: Math.max(0, limit - told.bavail * told.bsize) };
}

function readSamples(text: string | undefined): readonly RoomSample[] {
  return readJson(Samples, text) ?? [];
}

/** Looks how full the state and a disk are, and how many days are left; the state remembers what was seen. */
export class RoomWatch {
  readonly #folder: string;
  readonly #host: string;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #seen: readonly Room[] = [];

  /** @param folder Whose disk is watched. @param host Which host's disk that is. */
  constructor(folder: string, host: string) {
    this.#folder = folder;
    this.#host = host;
  }

  async look(ports: Ports, now: number): Promise<readonly Room[]> {
    if (now - this.#lookedAt < lookMs) return this.#seen;
    this.#lookedAt = now;
    const [state, disk] = await Promise.all([ports.state.usage(), diskOf(this.#folder)]);
    const found = [
      ...(state?.limit === undefined
        ? []
        : [{ of: 'state' as const, bytes: state.bytes, limit: state.limit }]),
      ...(disk === undefined ? [] : [disk]),
    ];
    this.#seen = await Promise.all(found.map((room) => this.#withDays(ports, room, now)));
    return this.#seen;
  }

  async #withDays({ state }: Ports, room: Omit<Room, 'daysLeft'>, now: number): Promise<Room> {
    const key = room.of === 'state' ? 'room:state' : `room:data:${this.#host}`;
    const known = readSamples((await state.read([key], now)).get(key));
    const last = known.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
    const samples = now - last < sampleMs ? known : [...known, [now, room.bytes] as const];
    if (samples !== known) {
      const kept = samples.filter(([at]) => at > now - roomMemoryMs);
      await state.write([{ key, value: JSON.stringify(kept), expiresAt: now + roomMemoryMs }]);
    }
    const left = daysLeft([...known, [now, room.bytes]], room, now);
    return left === undefined ? room : { ...room, daysLeft: Math.round(left * 10) / 10 };
  }
}
