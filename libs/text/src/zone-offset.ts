import { ianaOffsetAtLocal } from './iana-offset.ts';

/**
 * Minutes east of UTC of zone names in feeds (RFC 822 and what publishers add). Of names with several
 * meanings the commonest in news.
 */
// biome-ignore format: a table, read by its rows
const named: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, cut: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, met: 60, mez: 60, wat: 60,
  cest: 120, cedt: 120, mest: 120, mesz: 120, eet: 120, cat: 120, sast: 120, wast: 120,
  eest: 180, eedt: 180, msk: 180, eat: 180, idt: 180, trt: 180, irst: 210, msd: 240, gst: 240, samt: 240, irdt: 270, aft: 270,
  pkt: 300, uzt: 300, yekt: 300, ist: 330, npt: 345, omst: 360, mmt: 390, krat: 420, wib: 420, ict: 420,
  irkt: 480, hkt: 480, sgt: 480, pht: 480, myt: 480, wita: 480, awst: 480, yakt: 540, wit: 540, jst: 540, kst: 540,
  acst: 570, acdt: 630, vlat: 600, aest: 600, aedt: 660, magt: 660, pett: 720, nzst: 720, nzdt: 780,
  est: -300, edt: -240, et: -300, cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, mt: -420,
  pst: -480, pdt: -420, pt: -480, ast: -240, adt: -180, at: -240, nst: -210, ndt: -150,
  akst: -540, akdt: -480, hst: -600, hdt: -540, sst: -660,
  brt: -180, brst: -120, art: -180, clt: -240, clst: -180, uyt: -180, bot: -240, vet: -240, cot: -300, pet: -300, ect: -300,
};

/**
 * Minutes east of UTC that a zone text means at the local time `local` (epoch ms as if it were UTC): `Z`,
 * `+02:00`, `GMT+1`, `EST`, `Europe/Paris`. undefined when it is none, or an offset of more than 14 hours.
 */
export function zoneOffset(zone: string, local: number): number | undefined {
  if (zone === 'Z') return 0;
  const text = zone.trim();
  const numeric = /^(?:gmt|utc|ut|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?(?::?\d{2})?([a-z]{1,5})?$/i.exec(text);
  if (numeric !== null) {
    if (numeric[4]?.toLowerCase() === 'z') return 0;
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 14 * 60 || Number(numeric[3] ?? 0) > 59) return undefined;
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const name = text.toLowerCase();
  if (Object.hasOwn(named, name)) return named[name];
  // Letters were defined with the wrong sign, so they say nothing of the zone (RFC 5322, 4.3).
  if (/^[a-z]$/i.test(text)) return 0;
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(text)) return undefined;
  return ianaOffsetAtLocal(text, local);
}
