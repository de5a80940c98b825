import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromGlobalId, toGlobalId } from '../../../src/platform/graphql/global-id.js';

const UUID = '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f';
const encode = (text: string): string => Buffer.from(text).toString('base64url');

describe('global ids', () => {
  it('carry the type, the county and the id, and read back the same', () => {
    const id = toGlobalId('Household', '430121', UUID);
    expect(id).toBe(encode(`Household:430121:${UUID}`));
    expect(fromGlobalId(id)).toEqual({ type: 'Household', county: '430121', id: UUID });
  });

  it('read back the same for any type, county and UUID', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][A-Za-z]{0,39}$/),
        fc.stringMatching(/^\d{6}$/),
        fc.uuid(),
        (type, county, id) => {
          expect(fromGlobalId(toGlobalId(type, county, id))).toEqual({ type, county, id });
        },
      ),
    );
  });

  it.each(['430000', '430121102', '430121102001'])('take the division code %s of a region', (code) => {
    expect(fromGlobalId(toGlobalId('Region', code.slice(0, 6), code))).toEqual({
      type: 'Region',
      county: code.slice(0, 6),
      id: code,
    });
  });

  it.each([
    ['nothing', ''],
    ['a bare UUID', UUID],
    ['another number of digits of the county', encode(`Household:4301:${UUID}`)],
    ['a UUID in capitals', encode(`Household:430121:${UUID.toUpperCase()}`)],
    ['a number of digits that no region has', encode('Region:430121:4301211')],
    ['a part too many', encode(`Household:430121:${UUID}:x`)],
    ['a line break at the end', encode(`Household:430121:${UUID}\n`)],
    ['a type in lower case', encode(`household:430121:${UUID}`)],
    ['bytes outside ASCII', encode(`Häusehold:430121:${UUID}`)],
    ['a space in front', ` ${toGlobalId('Household', '430121', UUID)}`],
    ['a padded text', `${toGlobalId('Region', '430121', '430121102')}==`],
    ['1,000 letters', 'A'.repeat(1_000)],
  ])('take %s for no id', (_, text) => {
    expect(fromGlobalId(text)).toBeNull();
  });

  it('take only the one writing of an id, not another that decodes to the same bytes', () => {
    const id = toGlobalId('Region', '430121', '430121');
    const twin = `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) + 1)}`;
    const same = Buffer.from(twin, 'base64url').equals(Buffer.from(id, 'base64url'));
    expect(same).toBe(true);
    expect(fromGlobalId(twin)).toBeNull();
  });

  it.each([
    ['household', '430121', UUID],
    ['Household', '43', UUID],
    ['Household', '430121', 'x'],
  ])('are not made of %s, %s, %s', (type, county, id) => {
    expect(() => toGlobalId(type, county, id)).toThrow(RangeError);
  });
});
