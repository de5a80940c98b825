import { describe, expect, it } from 'vitest';
import { comparedName } from '../../../src/domain/procedure/same-person.js';

describe('names as they are compared', () => {
  it.each([
    ['张三', '张三'],
    [' 张 三 ', '张三'],
    ['张　三', '张三'],
    ['张三(村支书)', '张三'],
    ['张三（村支书）', '张三'],
    ['阿卜杜拉·买买提', '阿卜杜拉买买提'],
    ['Zhang-San', 'zhangsan'],
    ['ＺＨＡＮＧ san', 'zhangsan'],
    ['张\u200b三', '张三'],
  ])('takes %s for %s', (written, compared) => {
    expect(comparedName(written)).toBe(compared);
  });

  it('keeps logins apart that differ by a hyphen or a dot beside a digit', () => {
    expect(comparedName('clerk-1-1')).not.toBe(comparedName('clerk-11'));
    expect(comparedName('county.1.2')).not.toBe(comparedName('county.12'));
    expect(comparedName('zhang-san')).toBe(comparedName('Zhang San'));
  });

  it('keeps two people apart who differ by a character, and never comes to nothing', () => {
    expect(comparedName('张三')).not.toBe(comparedName('张三丰'));
    expect(comparedName('李')).not.toBe(comparedName('王'));
    expect(comparedName('(村支书)')).toBe('(村支书)');
    expect(comparedName('-')).toBe('-');
  });
});
