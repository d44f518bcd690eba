import { ninjsStandard, urnOf } from './ninjs-item.ts';

/** What ninjs 3.1 says of an item that is gone: `pubStatus` is `canceled`. */
export interface CancelledNinjs {
  readonly uri: string;
  readonly standard: { readonly name: 'ninjs'; readonly version: '3.1'; readonly schema: string };
  readonly type: 'text';
  readonly representationType: 'partial';
  readonly pubStatus: 'canceled';
  readonly version: string;
  readonly versionCreated: string;
  readonly edNote?: string;
}

/**
 * An article that was removed, as an item of IPTC ninjs 3.1 that takes back versions up to its own.
 * `indexed`: when, ISO 8601.
 */
export function toCancelledNinjs({
  id,
  version,
  indexed,
  reason,
}: {
  readonly id: string;
  readonly version: number;
  readonly indexed: string;
  readonly reason?: string;
}): CancelledNinjs {
  return {
    uri: urnOf(id),
    standard: ninjsStandard,
    type: 'text',
    representationType: 'partial',
    pubStatus: 'canceled',
    version: String(version),
    versionCreated: indexed,
    ...(reason === undefined ? {} : { edNote: reason }),
  };
}
