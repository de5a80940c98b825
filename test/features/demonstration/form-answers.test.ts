import { describe, expect, it } from 'vitest';
import { answersTo } from '../../../src/features/demonstration/form-answers.js';
import { faultsOfExtra } from '../../../src/features/procedure/extra-form.js';

const form = {
  type: 'object',
  required: ['kind', 'count', 'seen', 'papers', 'remark', 'place'],
  properties: {
    kind: { type: 'string', enum: ['A', 'B'] },
    count: { type: 'integer', minimum: 3 },
    seen: { type: 'boolean' },
    papers: { type: 'array', minItems: 2, items: { type: 'string', minLength: 4 } },
    remark: { type: 'string', minLength: 5 },
    place: { type: 'object', required: ['code'], properties: { code: { const: '43' } } },
    optional: { type: 'string' },
  },
  additionalProperties: false,
} as const;

describe('answersTo', () => {
  it('answers what a form requires so that the form takes it', () => {
    const answers = answersTo(form);
    expect(answers).toMatchObject({ kind: 'A', count: 3, seen: true, place: { code: '43' } });
    expect(Object.keys(answers)).not.toContain('optional');
    expect(faultsOfExtra(form, answers)).toEqual([]);
  });

  it('answers a pattern that it cannot read with something that the form refuses', () => {
    const strict = {
      type: 'object',
      required: ['code'],
      properties: { code: { type: 'string', pattern: '^X[0-9]{3}$' } },
    };
    expect(faultsOfExtra(strict, answersTo(strict))).toHaveLength(1);
  });
});
