import { describe, expect, it } from 'vitest';
import { articleOfParameter } from '../../../src/domain/province/parameter-articles.js';
import { MARKED_FIELDS } from '../../../src/domain/province/province-config.js';

describe('articleOfParameter', () => {
  it('gives the line to 2.2, a procedure to 3.2, and to practice what no text of the nation says', () => {
    expect(['monitoringLines', 'procedures', 'deadlineStops'].map(articleOfParameter)).toEqual(['2.2', '3.2', 'G']);
  });

  it('knows every parameter that the baseline marks, and gives 5.1 to what it does not know', () => {
    for (const field of MARKED_FIELDS) expect(articleOfParameter(field), field).not.toBe('5.1');
    expect(articleOfParameter('name')).toBe('5.1');
  });
});
