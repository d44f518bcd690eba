import { Announcement } from '@newsmill/contracts';

/** An announcement as a state keeps it, in a list; one that another version wrote in a form of its own is left out. */
export function readAnnouncement(text: string): Announcement[] {
  const read = Announcement.safeParse(JSON.parse(text));
  return read.success ? [read.data] : [];
}
