import { expect, it } from 'vitest';
import { checkMatch } from '../../../src/domain/alert/decide-match.js';

it('matches or returns an unmatched alert with a note of up to 4,000 characters', () => {
  expect(checkMatch({ status: 'UNMATCHED', note: '本户' })).toEqual([]);
  expect(checkMatch({ status: 'UNMATCHED', note: '户'.repeat(4_000) })).toEqual([]);
  expect(checkMatch({ status: 'UNMATCHED', note: '户'.repeat(4_001) })).toMatchObject([{ path: ['input', 'note'] }]);
});

it('gives both reasons against a dispatched alert and an empty note', () => {
  const found = checkMatch({ status: 'DISPATCHED', note: ' ' }).map(({ code, path }) => `${code} ${path.join('.')}`);
  expect(found).toEqual(['INVALID_STATE input.alertId', 'BAD_VALUE input.note']);
});
