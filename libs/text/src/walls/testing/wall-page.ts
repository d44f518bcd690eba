import type { WallKind } from '../read-passage.ts';

/** A page as a publisher or guard sends it, and which wall it is. */
export interface WallPage {
  readonly name: string;
  readonly kind: WallKind;
  readonly url: string;
  readonly html: string;
  /** 200 by default. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}
