import { decodeText } from '@newsmill/text';
import { learnList } from '../lists/learn-list.ts';
import { readList } from '../lists/read-list.ts';
import type { ChannelRecord } from './channel-record.ts';

/** Pages that list articles. */
export const listChannel: ChannelRecord = {
  read({ url, bytes, contentType, maxItems }, { select }) {
    const { text } = decodeText(bytes, { contentType, kind: 'html' });
    const entries =
      select === undefined
        ? learnList(text, { url, maxItems })
        : readList(text, { url, select }).slice(0, maxItems);
    return { entries, sitemaps: [] };
  },
};
