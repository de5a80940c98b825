import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { PolicySource } from '../../domain/kernel/source.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type {
  Department,
  FundingSource,
  InstrumentFamily,
  InstrumentNature,
  PolicyInstrument,
} from '../../domain/support/policy-instrument.js';
import { writtenYuan } from './written-yuan.js';

/** 政策工具草稿 · @article 4.1 */
export interface InstrumentDraft {
  /** Unique in the province, kebab-case; one of the baseline's replaces it. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly family: InstrumentFamily;
  readonly nature: InstrumentNature;
  /** Codes of the risk types that it answers. */
  readonly addresses: readonly string[];
  /** Only for households with labour capacity; no where left out. */
  readonly requiresLabour?: boolean;
  /** Statutory entitlement that never counts as a second instrument (R15); no where left out. */
  readonly statutory?: boolean;
  readonly fundingSources: readonly FundingSource[];
  /** Yuan, the most that one measure may deliver. */
  readonly cap?: string;
  readonly department?: Department;
  readonly from: string;
  /** Last day, inclusive. */
  readonly to?: string;
  readonly source: PolicySource;
}

/**
 * 帮扶政策工具 · One entry of `instruments`: what the province offers against a risk.
 *
 * @article 4.1
 * @example instrument({ code: 'apple-storage-subsidy', name: { zh: '苹果冷藏补贴', en: 'Subsidy of cold storage' }, family: 'INDUSTRY', nature: 'DEVELOPMENTAL', addresses: ['INDUSTRY_FAILURE'], fundingSources: ['SECTOR_POLICY'], cap: '5000.00', from: '2023-02-20', source: WORK_RULES })
 */
export function instrument(draft: InstrumentDraft): PolicyInstrument {
  return {
    code: draft.code,
    name: draft.name.zh,
    nameEn: draft.name.en,
    family: draft.family,
    nature: draft.nature,
    addresses: draft.addresses,
    requiresLabour: draft.requiresLabour ?? false,
    statutory: draft.statutory ?? false,
    fundingSources: draft.fundingSources,
    cap: draft.cap === undefined ? null : writtenYuan(draft.cap),
    department: draft.department ?? null,
    from: draft.from as CalendarDate,
    to: (draft.to ?? null) as CalendarDate | null,
    source: draft.source,
  };
}
