import { settings } from '@newsmill/settings';

/** A mill would let everybody read who reaches a public address, and nobody has said that this is meant. */
export class OpenAddress extends Error {
  override readonly name = 'OpenAddress';
  constructor(host: string) {
    const [address, reads] = [settings.host.env, settings.openReads.env];
    super(
      `${reads}=yes and ${address}=${host}: everybody who reaches this address would read without a key. Leave ${reads} out and give readers keys (./newsmill keys add), set ${address}=127.0.0.1, or, where all may read or a login stands in front, say so: ${reads}=everybody`,
    );
  }
}
