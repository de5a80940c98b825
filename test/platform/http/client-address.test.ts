import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressKey, addressReader } from '../../../src/platform/http/client-address.js';

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    connection: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('addressReader', () => {
  it('believes no stranger: without trusted proxies the address is that of the connection', () => {
    const read = addressReader([]);
    expect(read(request('198.51.100.7', '203.0.113.9'))).toBe('198.51.100.7');
    expect(read(request('127.0.0.1', '203.0.113.9'))).toBe('127.0.0.1');
    expect(read(request(undefined))).toBe('unknown');
  });

  it('believes a proxy of ours for the hop that it saw, and nobody behind that hop', () => {
    const read = addressReader(['10.0.3.0/24', 'loopback']);
    expect(read(request('10.0.3.5', '203.0.113.9'))).toBe('203.0.113.9');
    expect(read(request('10.0.3.5', '192.0.2.66, 203.0.113.9'))).toBe('203.0.113.9');
    expect(read(request('127.0.0.1', '203.0.113.9, 10.0.3.5'))).toBe('203.0.113.9');
    expect(read(request('10.0.4.5', '203.0.113.9'))).toBe('10.0.4.5');
  });

  it('falls back to the connection where the proxy tells no address', () => {
    const read = addressReader(['10.0.3.0/24']);
    expect(read(request('10.0.3.5'))).toBe('10.0.3.5');
    expect(read(request('10.0.3.5', 'unknown'))).toBe('10.0.3.5');
    expect(read(request('10.0.3.5', `x'); DROP`))).toBe('10.0.3.5');
  });

  it('refuses what is neither an address nor a network', () => {
    for (const entry of ['proxy.example.org', '10.0.3.0/33', '10.0.3', '*'])
      expect(() => addressReader([entry]), entry).toThrow();
  });
});

describe('addressKey', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['::1', '::/64'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
