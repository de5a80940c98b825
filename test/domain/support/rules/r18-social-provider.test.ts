import { describe, expect, it } from 'vitest';
import { FUNDING_SOURCES } from '../../../../src/domain/support/policy-instrument.js';
import { socialProvider } from '../../../../src/domain/support/rules/r18-social-provider.js';
import { said } from '../../case/a-case.js';
import { planned } from '../a-plan.js';

describe('socialProvider', () => {
  it('asks the four social sources for a provider and the others for none', () => {
    const asked = FUNDING_SOURCES.filter(
      (fundingSource) => socialProvider({ measures: [planned('x', [], { fundingSource })] }).length > 0,
    );
    expect(asked).toEqual(['SOCIAL_DONATION', 'EAST_WEST_COOPERATION', 'PAIRED_ASSISTANCE', 'CENTRAL_UNIT_ASSISTANCE']);
  });

  it('takes a named provider and refuses a blank one, at its place', () => {
    const given = (provider: string) =>
      said(socialProvider({ measures: [planned('donation', [], { fundingSource: 'SOCIAL_DONATION', provider })] }));
    expect(given('Changsha Charity Federation')).toEqual([]);
    expect(given(' ')).toEqual(['BAD_VALUE measures.0.provider']);
  });
});
