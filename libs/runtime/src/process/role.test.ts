import { describe, expect, it } from '@jest/globals';
import { readSettings } from '@newsmill/settings';
import { openTestPorts } from '../testing/open-test-ports.ts';
import { defineRole, type ProcessPorts } from './role.ts';

describe('a role', () => {
  it('gets the settings that it takes, and no secret of others', async () => {
    const open = await openTestPorts();
    const settings = readSettings({ NEWSMILL_ADMIN_KEY: 'sixteen letters!', NEWSMILL_POLL_MIN: '2m' });
    let given: object = {};
    const role = defineRole({
      name: 'poll',
      takes: ['pollMin', 'demo'],
      async start(ports) {
        given = ports.settings;
        return { stop: async () => undefined };
      },
    });
    // The plan and the like are not asked for here.
    await role.start({ ...open, settings } as unknown as ProcessPorts);
    await open.close();
    expect(given).toEqual({ pollMin: 120_000, demo: undefined });
    expect(Object.keys(given)).toEqual(['pollMin', 'demo']);
    expect(role.takes).toEqual(['pollMin', 'demo']);
  });
});
