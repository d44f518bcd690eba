import type { WarcRecord } from './read-warc.ts';
import { areHeadsWhole, payloadDigest } from './warc-record.ts';

const headEnd = '\r\n\r\n';

/**
 * What is wrong with a record of an archive: its payload, which is not what its WARC-Payload-Digest says (WARC 1.1,
 * 5.9), its heads, or else its place in the file. undefined: nothing; a payload that is whole is so, whatever lies
 * behind it.
 */
export function recordFault({ fields, block, problem }: WarcRecord): string | undefined {
  const isHeadWhole = block === undefined || areHeadsWhole(fields, block);
  const ofHead = isHeadWhole ? undefined : 'its head is not what its digest says';
  const digest = fields.get('warc-payload-digest');
  if (fields.get('warc-type') !== 'response' || digest?.startsWith('sha256:') !== true)
    return problem ?? ofHead;
  const httpEnd = block?.indexOf(headEnd) ?? -1;
  if (block === undefined || httpEnd < 0) return problem ?? 'the head of its answer is gone';
  return payloadDigest(block.subarray(httpEnd + headEnd.length)) === digest
    ? ofHead
    : (problem ?? 'its payload is not what its digest says');
}
