import type { CaseCategory, DiscoveryChannel } from '../case/monitoring-case.js';
import { checkCategory } from '../case/rules/r02-category-fits-former-status.js';
import type { FormerStatus } from '../household/household.js';
import { refuse } from '../kernel/verdict.js';
import { type CaseCorrection, type Corrected, inSet } from './correction.js';

/** 档案现值 · What of a case may be put right, as it is recorded. @article 2.1 */
export interface CaseRecorded {
  readonly category: CaseCategory | null;
  readonly channel: DiscoveryChannel;
}

/**
 * 更正档案 · Puts right the category (R02) or the channel of discovery of a case, closed ones too.
 *
 * A category that was never proposed is not corrected: the verification proposes it. Days and decisions of steps stay as they
 * were done; a run that went wrong is sent back, an elimination is taken back.
 *
 * @article 2.1
 */
export function decideCaseCorrection(
  recorded: CaseRecorded,
  set: CaseCorrection,
  formerStatus: FormerStatus,
): Corrected<CaseRecorded> {
  const { category, channel } = set;
  const refusals = category === undefined ? [] : checkCategory(category, formerStatus, inSet('category'));
  if (category === undefined && channel === undefined)
    refusals.push(refuse('BAD_VALUE', 'say what is put right: category or channel', inSet(), '2.1'));
  if (category !== undefined && recorded.category === null) {
    const message = 'no category was proposed yet; the verification proposes it';
    refusals.push(refuse('INVALID_STATE', message, inSet('category'), '2.1'));
  }
  for (const field of ['category', 'channel'] as const)
    if (set[field] !== undefined && set[field] === recorded[field])
      refusals.push(refuse('BAD_VALUE', `the ${field} is ${String(recorded[field])} already`, inSet(field), '2.1'));
  if (refusals.length > 0) return { refusals };
  const after = { category: category ?? recorded.category, channel: channel ?? recorded.channel };
  const fields = (['category', 'channel'] as const).filter((field) => set[field] !== undefined);
  const of = (values: CaseRecorded) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { after, before: of(recorded), values: of(after), consequences: [] };
}
