import { decodeText } from '@newsmill/text';
import { learnList } from '../lists/learn-list.ts';
import { readList } from '../lists/read-list.ts';
import type { OfferedRecord } from './channel-record.ts';

/**
 * Pages that list articles. Of an answer that nobody has named they are not recognised: a page that stands
 * where a feed was looked for is none.
 */
export const listChannel: OfferedRecord = {
  read({ url, bytes, contentType, maxItems }, { select }) {
    const { text } = decodeText(bytes, { contentType, kind: 'html' });
    const entries =
      select === undefined
        ? learnList(text, { url, maxItems })
        : readList(text, { url, select }).slice(0, maxItems);
    return { entries, sitemaps: [] };
  },
  rank: () => 3,
  mayBeEmpty: false,
};
