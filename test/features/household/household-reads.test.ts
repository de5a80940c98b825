import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { county, type HouseholdRoom, openHouseholdRoom } from './a-household-room.js';

let room: HouseholdRoom;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

afterAll(() => room.register.close());

describe('an empty register', () => {
  test('answers a page of no households', async () => {
    const { data, errors } = await room.ask(
      county(),
      '{ households { totalCount nodes { id head { name } members { id age household { id } } income { perCapita } } } region(code: "430121") { households { totalCount } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ households: { totalCount: 0, nodes: [] } });
  });
});
