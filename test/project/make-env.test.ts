import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('deploy/make-env', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-make-env-'));
    mkdirSync(join(folder, 'deploy'));
    for (const file of ['.env.example', 'deploy/make-env'])
      copyFileSync(join(root, file), join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const makeEnv = (...words: string[]): number | null =>
    spawnSync('sh', [join(folder, 'deploy', 'make-env'), ...words]).status;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const modeOf = (path: string): string => (statSync(join(folder, path)).mode & 0o777).toString(8);
  const secrets = (): string[] =>
    [...read('.env').matchAll(/^\w+(?:PASSWORD|KEY|TOKEN)=(.*)$/gm)].map(([, value = '']) => value);

  it('gives each secret a value of its own, for its owner alone, and never another one', () => {
    expect(makeEnv()).toBe(0);
    expect(modeOf('.env')).toBe('600');
    const first = secrets();
    expect(first.length).toBeGreaterThan(5);
    for (const secret of first) expect(secret).toMatch(/^[\da-f]{48}$/);
    expect(new Set(first).size).toBe(first.length);
    expect(makeEnv()).toBe(1);
    expect(secrets()).toEqual(first);
    expect(readdirSync(folder)).not.toContain('certificates');
  });

  it('gives each server of a cluster a key, and a certificate of its name by one authority', () => {
    expect(makeEnv('--cluster')).toBe(0);
    const authority = new X509Certificate(read('certificates/ca/ca.pem'));
    expect(authority.ca).toBe(true);
    expect([modeOf('certificates'), modeOf('certificates/authority-key.pem')]).toEqual(['700', '600']);
    const servers = readdirSync(join(folder, 'certificates')).filter(
      (name) => !/^(ca|authority.*)$/.test(name),
    );
    expect(servers).toHaveLength(12);
    const serials = servers.map((server) => {
      const certificate = new X509Certificate(read(`certificates/${server}/certificate.pem`));
      expect(certificate.verify(authority.publicKey)).toBe(true);
      expect(certificate.checkHost(server)).toBe(server);
      expect(certificate.checkHost('elsewhere')).toBeUndefined();
      expect(certificate.ca).toBe(false);
      expect(certificate.checkPrivateKey(createPrivateKey(read(`certificates/${server}/key.pem`)))).toBe(
        true,
      );
      expect(read(`certificates/${server}/ca.pem`)).toBe(read('certificates/ca/ca.pem'));
      return certificate.serialNumber;
    });
    expect(new Set(serials).size).toBe(servers.length);
  });

  it('renews the certificate whose folder was removed, and leaves all else', () => {
    expect(makeEnv()).toBe(0);
    const before = read('.env');
    expect(makeEnv('--cluster')).toBe(0);
    const file = (server: string): string => read(`certificates/${server}/certificate.pem`);
    const [redis, kafka] = [file('redis'), file('kafka')];
    rmSync(join(folder, 'certificates', 'redis'), { recursive: true });
    expect(makeEnv('--cluster')).toBe(0);
    expect(read('.env')).toBe(before);
    expect(file('kafka')).toBe(kafka);
    expect(file('redis')).not.toBe(redis);
    const authority = new X509Certificate(read('certificates/ca/ca.pem'));
    expect(new X509Certificate(file('redis')).verify(authority.publicKey)).toBe(true);
  });

  it('refuses other options', () => {
    expect(makeEnv('--clutser')).toBe(64);
    expect(readdirSync(folder)).not.toContain('.env');
  });
});
