import type { DiscoveryChannel } from '../case/monitoring-case.js';
import { faultOfText } from '../kernel/entered-text.js';
import { levelOf, type RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 报告人 · Who reports: the household itself, a department's system, or an office. @article 3.1 */
export type LeadTeller = 'HOUSEHOLD' | 'DEPARTMENT' | 'OFFICE';

/** 线索录入 · A lead as it is entered. @article 3.1 */
export interface LeadEntry {
  readonly channel: DiscoveryChannel;
  /** Whether a registered household is named. */
  readonly householdKnown: boolean;
  /** Where a household that is not registered lives; null where nothing is said. */
  readonly region: RegionCode | null;
  readonly statement: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly means: string | null;
}

/** Longest texts, in characters. */
const LONGEST = { statement: 4_000, contactName: 100, contactPhone: 50, means: 200 } as const;

const CHANNELS: Readonly<Record<LeadTeller, readonly DiscoveryChannel[] | null>> = {
  HOUSEHOLD: ['SELF_DECLARATION'],
  DEPARTMENT: ['DEPARTMENT_SCREENING', 'MEDIA', 'PETITION', 'HAZARD_SCREENING'],
  OFFICE: null,
};

/**
 * 线索录入审查 · Whoever reports uses a channel of its own: a household declares for itself, a department does not speak in its
 * place, an office may enter what came by any. The place is a village, or at least a township, since somebody must visit.
 *
 * What a lead must say at all is `checkLead`'s.
 *
 * @article 3.1
 */
export function checkLeadEntry(entry: LeadEntry, teller: LeadTeller): Refusal[] {
  return [...checkChannel(entry, teller), ...checkTexts(entry), ...checkPlace(entry, teller)];
}

function checkChannel({ channel }: LeadEntry, teller: LeadTeller): Refusal[] {
  const allowed = CHANNELS[teller];
  if (allowed === null || allowed.includes(channel)) return [];
  const who = teller === 'HOUSEHOLD' ? 'a household' : "a department's system";
  return [refuse('BAD_VALUE', `${who} reports by ${allowed.join(', ')}, not by ${channel}`, ['channel'], '3.1')];
}

function checkTexts(entry: LeadEntry): Refusal[] {
  return Object.entries(LONGEST).flatMap(([name, longest]) => {
    const text = entry[name as keyof typeof LONGEST] ?? '';
    const fault = text.trim() === '' ? null : faultOfText(text, longest);
    return fault === null ? [] : [refuse('BAD_VALUE', `the text ${fault}`, [name])];
  });
}

function checkPlace({ householdKnown, region }: LeadEntry, teller: LeadTeller): Refusal[] {
  if (householdKnown) return [];
  if (teller === 'HOUSEHOLD')
    return [refuse('BAD_VALUE', 'a resident declares for the own household; name it', ['householdId'], '3.1')];
  if (region === null || ['TOWNSHIP', 'VILLAGE'].includes(levelOf(region))) return [];
  return [refuse('BAD_VALUE', `name the village, or at least the township; ${region} is above`, ['region'], '3.1')];
}
