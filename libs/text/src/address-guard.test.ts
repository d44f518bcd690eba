import { describe, expect, it } from '@jest/globals';
import { blockedReason, isPublicAddress } from './address-guard.ts';

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.216.34',
    '2606:4700::1',
    '2a00:1450:4001::1',
    '64:ff9b:1:101:1:100::',
  ])('lets %s pass', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '192.0.2.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '64:ff9b:1:7f00:0:100::',
    '64:ff9b:1:101:1:100:7f00:1',
    '64:ff9b:1:101:101:100::',
    '64:ff9b:2:101:1:100::',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'fec0::1',
    'ff02::1',
    '100::1',
    '5f00::1',
    'nonsense',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('blockedReason', () => {
  it.each([
    'http://127.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://0/',
    'http://a@127.0.0.1/',
    'http:\\\\127.0.0.1\\x',
    'http://localhost:8080/',
    'http://printer.local/',
    'http://router/',
    'http://news.example.org:22/',
    'http://news.example.org:9200/',
  ])('refuses %s', (url) => {
    expect(blockedReason(new URL(url))).toBeDefined();
  });
  it('lets ordinary addresses pass, also on odd ports', () => {
    expect(blockedReason(new URL('https://news.example.org/'))).toBeUndefined();
    expect(blockedReason(new URL('http://news.example.org:8080/'))).toBeUndefined();
  });
});
