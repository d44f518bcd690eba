import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  baseImage,
  buildImage,
  commandLines,
  exitCodes,
  killInside,
  openComposeGround,
  powerless,
  rightsOf,
  sourceOf,
  startLimitMs,
  untilBalanced,
  untilFound,
  type ComposeGround,
} from './compose-steps.ts';
import { describeOnEngine } from './describe-on-engine.ts';

await describeOnEngine('docker-compose.yml with the profile embedded', [baseImage], (engine) => {
  let ground: ComposeGround;
  let press: ComposeGround['press'];
  let project: ComposeGround['project'];

  beforeAll(async () => {
    ground = await openComposeGround(engine, 'embedded');
    ({ press, project } = ground);
    // Its volume has sources before it starts, so it does not begin with the list of well-known feeds.
    const write = 'mkdir /data/sources && printf "%s" "$SOURCE" > /data/sources/harbour-post.yaml';
    const source = `SOURCE=${sourceOf('harbour-post', press.paper)}`;
    await project.compose('run', '--rm', '-T', '-e', source, '--entrypoint', 'sh', 'mill', '-c', write);
    await project.start();
  }, startLimitMs);
  afterAll(async () => {
    await ground?.remove();
  });

  it('finds articles through its API, and becomes healthy', async () => {
    await untilFound(project.api, press.publish(5));
    await project.untilHealthy('mill');
  });
  it('has no rights in its container, shows no secret in its processes, and wants the key for changes', async () => {
    expect(await rightsOf(project, 'mill')).toEqual(powerless);
    const lines = await commandLines(engine, project, ['mill']);
    expect(Object.values(project.secrets).filter((secret) => lines.includes(secret))).toEqual([]);
    const change = await fetch(`${project.api}/api/v1/saved-searches`, { method: 'POST' });
    expect(change.status).toBe(401);
  });
  it('comes back by itself after a kill, with nothing lost and nothing doubled', async () => {
    const before = press.publish(5);
    await sleep(1_000);
    await killInside(project, 'mill');
    await untilFound(project.api, [...before, ...press.publish(2)]);
    await untilBalanced(project, 'mill');
  });
  it('ends with exit code 0', async () => {
    expect(await exitCodes(project, ['mill'])).toEqual({ mill: [0] });
  });
  it(
    'has an image that the builder before BuildKit makes as well',
    async () => {
      const classic = await buildImage(engine, 'classic');
      try {
        const version = await engine.docker(['run', '--rm', '--network=none', classic.tag, '--version']);
        expect(version).toMatch(/^\d+\.\d+\.\d+/);
      } finally {
        await classic.remove();
      }
    },
    startLimitMs,
  );
});
