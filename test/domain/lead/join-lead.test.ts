import { describe, expect, it } from 'vitest';
import { joinLead } from '../../../src/domain/lead/join-lead.js';

describe('joinLead', () => {
  it('stands by itself on a household with nothing open', () => {
    expect(joinLead({ openCase: null, openLead: null })).toEqual({ status: 'OPEN', joinsCase: null, joinsLead: null });
  });

  it('joins the open case, before the open lead', () => {
    const joined = (openCase: string | null) => joinLead({ openCase, openLead: 'lead-1' });
    expect(joined('case-1')).toEqual({ status: 'DUPLICATE', joinsCase: 'case-1', joinsLead: null });
    expect(joined(null)).toEqual({ status: 'DUPLICATE', joinsCase: null, joinsLead: 'lead-1' });
  });
});
