import { describe, expect, it } from '@jest/globals';
import { readSettings } from '@newsmill/settings';
import { explainFailure } from '../../libs/service/src/telling/explain-failure.ts';
import { exitCodes } from '../../libs/service/src/telling/exit-codes.ts';
import { refuseOpenAddress } from '../../libs/service/src/process/refuse-open-address.ts';
import { startMill } from '../../services/mill/src/start-mill.ts';

const settingsOf = (host: string, reads: string) =>
  readSettings({ NEWSMILL_HOST: host, NEWSMILL_OPEN_READS: reads, NEWSMILL_DATA: '/nowhere' });

describe('a public address without a login', () => {
  it.each([
    ['127.0.0.1', 'yes'],
    ['localhost', 'yes'],
    ['::1', 'yes'],
    ['0.0.0.0', 'no'],
    ['0.0.0.0', 'everybody'],
    ['::', 'everybody'],
  ])('%s with open reads: %s is meant', (host, reads) => {
    expect(() => refuseOpenAddress(settingsOf(host, reads))).not.toThrow();
  });
  it.each(['0.0.0.0', '::', '192.0.2.7', 'mill.example'])('%s does not start', async (host) => {
    const error: unknown = await startMill({ settings: settingsOf(host, 'yes') }).catch(
      (reason: unknown) => reason,
    );
    expect(explainFailure(error)).toMatchObject({
      code: exitCodes.configuration,
      text: expect.stringContaining('NEWSMILL_OPEN_READS=everybody'),
    });
  });
  it('is no question for a service without the API', async () => {
    const error: unknown = await startMill({
      settings: settingsOf('0.0.0.0', 'yes'),
      services: ['clean'],
    }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'NotDistributed' });
  });
});
