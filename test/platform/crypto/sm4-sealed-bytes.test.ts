import { createDecipheriv, createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openTextSm4, sealTextSm4 } from '../../../src/platform/crypto/sm4-sealed-bytes.js';

const key = createSecretKey(randomBytes(32));

describe('the platform', () => {
  it('has SM4 and SM3 as the standards say: the examples of GB/T 32907 and GB/T 32905', () => {
    const vector = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    // One block of counter mode over zeros is the block cipher on the counter itself.
    const decipher = createDecipheriv('sm4-ctr', vector, vector);
    expect(decipher.update(Buffer.alloc(16)).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });
});

describe('sealTextSm4', () => {
  it('is SM4-CTR and then HMAC-SM3 over context, nonce and ciphertext, each under its own key', () => {
    const derive = (what: string) => createHmac('sm3', key).update(`holdline/sm4/${what}`).digest();
    const bytes = Buffer.from(sealTextSm4(key, '守线', 'here'), 'base64url');
    const start = Buffer.concat([bytes.subarray(0, 12), Buffer.alloc(4)]);
    const decipher = createDecipheriv('sm4-ctr', derive('encryption').subarray(0, 16), start);
    expect(decipher.update(bytes.subarray(12, -32)).toString()).toBe('守线');
    const authenticated = Buffer.concat([Buffer.from([0, 0, 0, 4]), Buffer.from('here'), bytes.subarray(0, -32)]);
    const tag = createHmac('sm3', derive('authentication')).update(authenticated).digest();
    expect(bytes.subarray(-32)).toEqual(tag);
  });

  it('never seals one value to the same text twice, 2,000 times over', () => {
    expect(new Set(Array.from({ length: 2000 }, () => sealTextSm4(key, '张三', 'here'))).size).toBe(2000);
  });
});

describe('openTextSm4', () => {
  it.each(['', '张三', 'Ünï𠮷\u0000\n', '长'.repeat(20_000)])('opens what was sealed: %.20j', (plain) => {
    expect(openTextSm4(key, sealTextSm4(key, plain, 'here'), 'here')).toBe(plain);
  });

  it('opens under its context and key and under no other', () => {
    const sealed = sealTextSm4(key, '守线', 'here');
    expect(() => openTextSm4(key, sealed, 'there')).toThrow('tag');
    expect(() => openTextSm4(createSecretKey(randomBytes(32)), sealed, 'here')).toThrow('tag');
  });

  it('does not open when any one byte is changed', () => {
    const bytes = Buffer.from(sealTextSm4(key, '守线', 'here'), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openTextSm4(key, changed.toString('base64url'), 'here')).toThrow('tag');
    }
  });

  it('refuses 43 bytes as too short, and a foreign character', () => {
    expect(() => openTextSm4(key, Buffer.alloc(43).toString('base64url'), '')).toThrow('too short');
    expect(() => openTextSm4(key, Buffer.alloc(44).toString('base64url'), '')).toThrow('tag');
    expect(() => openTextSm4(key, `${sealTextSm4(key, '守', 'here')}=`, 'here')).toThrow('not base64url');
  });
});
