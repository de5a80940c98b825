import { describe, expect, it } from 'vitest';
import { registerFieldOf } from '../../src/province-sdk/register-fields.js';

describe('registerFieldOf', () => {
  it.each([
    ['idNumber', 'Member.idNumber'],
    ['id_number', 'Member.idNumber'],
    ['ID-Number', 'Member.idNumber'],
    ['身份证号码', 'Member.idNumber'],
    ['家庭人口数', 'Household.members'],
    ['工资性收入', 'Income.wages'],
    ['drinking water', 'Guarantees.drinkingWater'],
  ])('knows %s as %s', (word, field) => {
    expect(registerFieldOf(word)).toBe(field);
  });

  it("lets a form ask for somebody else's and for what the register does not hold", () => {
    expect(['guarantorName', '施工队联系电话', 'carRegistration', '车辆核查'].map(registerFieldOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
