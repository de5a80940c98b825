import type { Row } from '../../platform/database/read-rows.js';
import { readAheadKey } from '../../platform/database/read-shape.js';
import { type Selection, selectedBelow } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { LeadReader } from '../lead/index.js';

/** Under which the payload's case lies beside whatever was asked for of the lead itself. */
const PAYLOAD = 'of the payload';

/** 匹配的回答 · The lead that a matched alert became, and the case that it joined; nothing of either where it was returned. */
export async function leadAnswer(
  leads: LeadReader,
  ctx: RequestContext,
  { county, lead: id }: { readonly county: string; readonly lead: string },
  asked: Selection,
): Promise<{ lead: Row | null; case: Row | null; userErrors: readonly object[] }> {
  const itsCase = { name: 'case', key: PAYLOAD, args: {}, selection: selectedBelow(asked, 'case') };
  const wanted = [...selectedBelow(asked, 'lead'), itsCase];
  const [lead] = await leads.find(ctx, county, [id], wanted, 'Mutation.matchAlert');
  return {
    lead: lead ?? null,
    case: (lead?.[readAheadKey('case', PAYLOAD)] as Row | undefined) ?? null,
    userErrors: [],
  };
}
