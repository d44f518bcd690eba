import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type AclEntry } from 'kafkajs';
import { serviceNames } from '@newsmill/contracts';
import { judgeDrill } from '../oracle/judge-drill.ts';
import { openKafkaGround, type KafkaGround } from './kafka-ground.ts';
import { runCommand } from '../processes/run-command.ts';
import { serverStartLimitMs } from './start-servers.ts';
import { untilAtRest } from '../processes/start-mill.ts';
import { startServices, type Services } from '../processes/start-services.ts';

interface Row {
  readonly service: string;
  readonly resource: string;
  readonly name: string;
  readonly pattern: string;
  readonly operations: readonly string[];
}

/** The access control list as docs/topics.md shows it. */
function documentedList(): Row[] {
  const page = readFileSync(new URL('../../docs/topics.md', import.meta.url), 'utf8');
  const [, part = ''] = page.split('## Access control list');
  return part
    .split('\n')
    .filter((line) => /^\| (?!service|---)/.test(line))
    .map((line) => {
      const [service = '', resource = '', name = '', pattern = '', operations = ''] = line
        .slice(2, -2)
        .split(' | ');
      return {
        service,
        resource,
        name: name.replaceAll('`', ''),
        pattern,
        operations: operations.split(', '),
      };
    });
}

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const operationOf: Readonly<Record<string, number>> = {
  Create: AclOperationTypes.CREATE,
  Describe: AclOperationTypes.DESCRIBE,
  DescribeConfigs: AclOperationTypes.DESCRIBE_CONFIGS,
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
};

function entriesOf({ service, resource, name, pattern, operations }: Row): AclEntry[] {
  return operations.map((operation) => ({
    principal: `User:${service}`,
    host: '*',
    operation: operationOf[operation] ?? AclOperationTypes.UNKNOWN,
    permissionType: AclPermissionTypes.ALLOW,
    resourceType: resource === 'topic' ? AclResourceTypes.TOPIC : AclResourceTypes.GROUP,
    resourceName: name,
    resourcePatternType:
      pattern === 'prefixed' ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
  }));
}

const loginOf = (user: string): Readonly<Record<string, string>> => ({
  NEWSMILL_KAFKA_SASL_MECHANISM: 'plain',
  NEWSMILL_KAFKA_SASL_USERNAME: user,
  NEWSMILL_KAFKA_SASL_PASSWORD: `${user}-secret`,
});

/** Within so much all that is measured twice a minute has been measured once. */
const measuredMs = 33_000;

describe('the services in a cluster with an authorizer', () => {
  const log: string[] = [];
  let ground: KafkaGround;
  let services: Services;
  let began: number;
  beforeAll(async () => {
    ground = await openKafkaGround('guardedKafka', { articles: 48, seed: 12, delay: '0ms', interval: '1s' });
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await ground?.close();
  });

  it('are refused without a right, in words that name it', async () => {
    const { code, stderr } = await runCommand(['dead', 'list'], { ...ground.settings, ...loginOf('api') });
    expect({ code, stderr }).toEqual({ code: 69, stderr: expect.stringMatching(/not authorized|authoriz/i) });
  });

  it('run with exactly the list of the documents', async () => {
    const rows = documentedList();
    expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(serviceNames));
    const own = rows.map((row) => ({ ...row, name: ground.topic(row.name) }));
    await ground.admin.createAcls({ acl: own.flatMap(entriesOf) });
    began = Date.now();
    services = await startServices(
      (name) => ({ ...ground.settings, ...loginOf(name), NEWSMILL_LOG_LEVEL: 'info' }),
      serviceNames,
      log,
    );
    await untilAtRest(services.address, 36, 240_000);
    // On a busy machine a server may be slow; what counts is that nothing was refused.
    expect(log.filter((line) => /authoriz/i.test(line))).toEqual([]);
  }, 300_000);

  it('let people audit and send dead letters again with the rights of the API: nothing lost, nothing doubled', async () => {
    const api = { ...ground.settings, ...loginOf('api') };
    expect((await runCommand(['dead', 'replay', '--all'], api)).code).toBe(0);
    const replayed = Date.now();
    const audit = await runCommand(['audit'], api);
    expect([audit.code, audit.stderr]).toEqual([0, '']);
    await untilAtRest(services.address, 36, 240_000);
    // Twice a minute the services measure the mill, dead letters too, of which some were sent again by now.
    await sleep(Math.max(0, replayed + measuredMs - Date.now()));
    // On a busy machine a server may be slow; what counts is that nothing was refused.
    expect(log.filter((line) => /authoriz/i.test(line))).toEqual([]);
    await services.stop();
    expect(await judgeDrill(ground.web, api, began)).toMatchObject({
      lost: [],
      doubled: [],
      wrong: [],
      fateless: [],
      phantom: [],
      unbalanced: [],
    });
  }, 300_000);
});
