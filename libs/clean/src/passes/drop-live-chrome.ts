import type { PageLine } from '../body/page-lines.ts';
import { takeWhere, type Pass } from './pass.ts';

/** bounded: 90, the length of a short line. */
const stamp =
  /^(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?(?:\s*(?:uhr|h|[ap]\.?m\.?|[a-z]{3,4}\b))?|\.[0-5]\d\s*(?:uhr|h\b))\s*(?:(?:key event|breaking|update|eilmeldung|new|neu)\s*)?(?:(?:by|von|par|por)\s)?((?:\p{Lu}[\p{L}'’.-]*(?:\s+|$)){0,4})$/iu;
const label =
  /^\W*(?:key events?|live(?: updates?| blog| ticker)?|(?:show|load|see|view) (?:\d+ )?(?:new|more|earlier|older|latest) (?:posts?|updates?|entries)|\d+ new (?:posts?|updates?)|new posts? will be shown here|follow along (?:with|for) .{0,40}(?:below|here)\.?|(?:this|our) live (?:blog|coverage) (?:is|has) (?:now )?(?:closed|ended)\.?.{0,60}|auto-?refresh.{0,20}|liveticker|(?:neue|ältere|weitere|mehr) (?:beiträge|einträge|meldungen)(?: (?:an)?zeigen| laden)?|neueste (?:beiträge |einträge )?zuerst|voir plus de (?:publications|messages)|le direct|en direct|ver más (?:entradas|actualizaciones)|en directo|実況|直播|실시간 (?:업데이트|중계)|ещё сообщения|прямой эфир|مباشر|canlı)\W*$/iu;
const moment =
  /^(?:\d{1,2}|an?|one|two) (?:min(?:ute)?s?|hours?|hrs?|m|h) ago$|^vor \d{1,2} (?:minuten?|stunden?)$|^il y a \d{1,2} (?:min(?:utes)?|heures?)$|^hace \d{1,2} (?:min(?:utos)?|horas?)$/i;

/** So many stamped lines make a live blog; a programme of three is none. */
const fewestStamps = 4;

/** Stamps, labels and buttons of a live blog: what stands around its posts, never the posts. */
export const dropLiveChrome: Pass = ({ lines }) => {
  const isShort = (line: PageLine): boolean =>
    line.text.length <= 90 && line.kind !== 'list-item' && line.kind !== 'table' && line.kind !== 'code';
  const stamped = new Set(
    lines.filter((line) => isShort(line) && (stamp.test(line.text) || moment.test(line.text))),
  );
  const isLive = stamped.size >= fewestStamps;
  return takeWhere(lines, (line) => {
    if (isLive && stamped.has(line)) return 'is the stamp of a post in a live blog';
    return isShort(line) && (isLive || !line.isBody) && label.test(line.text)
      ? 'belongs to the frame of a live blog'
      : undefined;
  });
};
