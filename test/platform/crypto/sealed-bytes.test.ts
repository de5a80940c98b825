import { createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openText, sealText } from '../../../src/platform/crypto/sealed-bytes.js';

const key = createSecretKey(randomBytes(32));

describe('sealText', () => {
  it('is plain AES-256-GCM: nonce, ciphertext, tag, the context authenticated', () => {
    const bytes = Buffer.from(sealText(key, '守线', 'here'), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from('here'));
    decipher.setAuthTag(bytes.subarray(-16));
    expect(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString()).toBe('守线');
  });
});

describe('openText', () => {
  it('opens under its context and under no other', () => {
    const sealed = sealText(key, '守线', 'here');
    expect(openText(key, sealed, 'here')).toBe('守线');
    expect(() => openText(key, sealed, 'there')).toThrow();
  });

  it('refuses one foreign character anywhere, whatever the length of the text', () => {
    for (const plain of ['', 'a', 'ab', 'abc']) {
      const sealed = sealText(key, plain, 'here');
      for (let at = 0; at <= sealed.length; at += 1)
        for (const foreign of [' ', '=', '.', '守', '\u0000'])
          expect(() => openText(key, sealed.slice(0, at) + foreign + sealed.slice(at), 'here')).toThrow(
            'not base64url',
          );
    }
  });

  it('refuses 27 bytes as too short', () => {
    expect(() => openText(key, Buffer.alloc(27).toString('base64url'), '')).toThrow('too short');
    expect(() => openText(key, Buffer.alloc(28).toString('base64url'), '')).toThrow(/auth/i);
  });
});
