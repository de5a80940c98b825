import type { LeadStatus } from './lead.js';

/** 线索归并 · What a new lead on a household meets. @article 3.1 */
export interface LeadArrival {
  /** The household's open case. */
  readonly openCase: string | null;
  /** The household's lead that waits for verification. */
  readonly openLead: string | null;
}

/** 归并结果 · How the new lead begins: open by itself, or joined to what is there. @article 3.1 */
export interface LeadJoined {
  readonly status: LeadStatus;
  readonly joinsCase: string | null;
  readonly joinsLead: string | null;
}

/**
 * R05 线索归并 · A second lead on a household with an open case or an open lead joins it: it is kept, with its own report
 * and receipt, and asks for no second verification or form.
 *
 * @article 5.4
 */
export function joinLead({ openCase, openLead }: LeadArrival): LeadJoined {
  if (openCase !== null) return { status: 'DUPLICATE', joinsCase: openCase, joinsLead: null };
  if (openLead !== null) return { status: 'DUPLICATE', joinsCase: null, joinsLead: openLead };
  return { status: 'OPEN', joinsCase: null, joinsLead: null };
}
