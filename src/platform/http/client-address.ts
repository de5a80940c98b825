import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** 来访地址 · Reads the address of whoever sent a request. @article none — technical */
export type ReadAddress = (request: IncomingMessage) => string;

/**
 * 来访地址 · The address of whoever sent a request, as far as it can be vouched for: that of the connection, or, where the
 * connection comes from a proxy that we trust, the one that the proxy wrote into X-Forwarded-For. What strangers write there
 * counts for nothing.
 *
 * @param trusted  addresses and networks of our own proxies, e.g. `10.0.0.0/8` or `loopback`; none: nobody is believed
 * @throws TypeError for what is neither an address nor a network
 * @article none — technical
 */
export function addressReader(trusted: readonly string[]): ReadAddress {
  const trust = proxyAddr.compile([...trusted]);
  return (request) => {
    const connected = request.socket.remoteAddress ?? 'unknown';
    const claimed = trusted.length === 0 ? connected : proxyAddr(request, trust);
    return addressKey(ipaddr.isValid(claimed) ? claimed : connected);
  };
}

/**
 * 地址归并 · One text for all addresses of one subscriber: an IPv4 address whole, also where it comes as IPv6; of an IPv6
 * address its /64, since a subscriber holds at least so many and could take a new one for each request.
 *
 * @article none — technical
 * @example addressKey('::ffff:192.0.2.7') // '192.0.2.7'
 * @example addressKey('2001:db8:1:2:3::4') // '2001:db8:1:2::/64'
 */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0])}/64`;
}
