import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type PiiKeys, readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';

const ONE = Buffer.from('0123456789abcdef0123456789ABCDEF');
const TWO = Buffer.from('fedcba9876543210FEDCBA9876543210');
const [one, two] = [ONE.toString('base64'), TWO.toString('base64')];

function keysOf(setting: string): PiiKeys {
  const keys = readPiiKeys(setting);
  if ('fault' in keys) throw new Error(keys.fault);
  return keys;
}
function faultOf(setting: string): string {
  const keys = readPiiKeys(setting);
  if ('fault' in keys) return keys.fault;
  throw new Error('the keys were accepted');
}

describe('readPiiKeys', () => {
  it('takes an entry `figures` as the root of published figures, which seals nothing, and none where there is none', () => {
    const keys = keysOf(`k1:${one},figures:${two}`);
    expect(keys.figures?.export()).toEqual(TWO);
    expect([...keys.byId.keys()]).toEqual(['k1']);
    expect(keys.index.export()).toEqual(ONE);
    expect(keysOf(`k1:${one}`).figures).toBeNull();
    expect(faultOf(`figures:${two}`)).toBe('no key that seals');
  });

  it('reads one key, which seals, opens and roots the index', () => {
    const keys = keysOf(`k1:${one}`);
    expect(keys.current.id).toBe('k1');
    expect(keys.current.key.export()).toEqual(ONE);
    expect([...keys.byId.keys()]).toEqual(['k1']);
    expect(keys.index.export()).toEqual(ONE);
  });

  it('seals with the first of two and roots the index in the last, so that a rotation leaves the index alone', () => {
    const keys = keysOf(`k2:${two}, k1:${one}`);
    expect(keys.current.id).toBe('k2');
    expect([...keys.byId.keys()]).toEqual(['k2', 'k1']);
    expect(keys.index.export()).toEqual(ONE);
  });

  it('roots the index in the entry index, which seals nothing, wherever it stands', () => {
    for (const setting of [`k2:${two},index:${one}`, `index:${one},k2:${two}`]) {
      const keys = keysOf(setting);
      expect([...keys.byId.keys()]).toEqual(['k2']);
      expect(keys.index.export()).toEqual(ONE);
    }
  });

  it('reads the same as a JSON object, in its order', () => {
    const keys = keysOf(`{"k2": "${two}", "k1": "${one}"}\n`);
    expect([keys.current.id, ...keys.byId.keys()]).toEqual(['k2', 'k2', 'k1']);
  });

  it('reads base64 with and without padding, and base64url', () => {
    const bytes = Buffer.from('fbefbefbefbefbefbefbefbefbefbefbefbefbefbefbefbefbefbefbefbefbff', 'hex');
    for (const encoded of [
      bytes.toString('base64'),
      bytes.toString('base64').slice(0, 43),
      bytes.toString('base64url'),
    ])
      expect(keysOf(`k1:${encoded}`).current.key.export()).toEqual(bytes);
  });

  it.each([
    ['31 bytes', `k1:${randomBytes(31).toString('base64')}`, 'of another length'],
    ['33 bytes', `k1:${randomBytes(33).toString('base64')}`, 'of another length'],
    ['no base64', `k1:${'!'.repeat(43)}`, 'of another length'],
    ['a placeholder', `k1:${Buffer.alloc(32).toString('base64')}`, 'placeholder'],
    ['no id', one, 'without a key id'],
    ['an id that JSON would move to the front', `{"k1":"${one}","2024":"${two}"}`, 'without a key id'],
    ['one id twice', `k1:${one},k1:${two}`, 'the key id k1 twice'],
    ['an index alone', `index:${one}`, 'no key that seals'],
    ['no entry', '{}', 'no key that seals'],
    ['broken JSON', `{"k1":"${one}"`, 'JSON that does not parse'],
    ['a number for a key', '{"k1": 5}', 'no text'],
    ['an address that is none', 'file:keys.json', 'cannot be read'],
  ])('refuses %s and shows no key in saying so', (_, setting, fault) => {
    expect(faultOf(setting)).toContain(fault);
    expect(faultOf(setting)).not.toContain(one.slice(0, 12));
  });

  it('shows no byte when it is printed or written as JSON', () => {
    const keys = keysOf(`k2:${two},k1:${one}`);
    for (const shown of [inspect(keys, { depth: 9, showHidden: true }), JSON.stringify(keys)])
      for (const secret of [one, two, ONE.toString('hex'), ONE.toString()]) expect(shown).not.toContain(secret);
  });
});
