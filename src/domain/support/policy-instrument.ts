import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import type { PolicySource } from '../kernel/source.js';

/** 帮扶类别 · Families of instruments, after the national form's groups. @article 4.1 */
export const INSTRUMENT_FAMILIES = [
  'INDUSTRY',
  'EMPLOYMENT',
  'PUBLIC_WELFARE_JOB',
  'MICROCREDIT',
  'HEALTH',
  'COMPULSORY_EDUCATION',
  'EDUCATION',
  'HOUSING',
  'DRINKING_WATER',
  'SAFETY_NET',
  'TEMPORARY_ASSISTANCE',
  'INSURANCE',
  'MOTIVATION',
  'SOCIAL',
  'RELOCATION_FOLLOW_UP',
  'LIVING_CONDITIONS',
  'INFRASTRUCTURE',
  'OTHER',
] as const;
export type InstrumentFamily = (typeof INSTRUMENT_FAMILIES)[number];

/** 性质 · 开发式、兜底、保障、救助、其他. @article 4.2 */
export const INSTRUMENT_NATURES = ['DEVELOPMENTAL', 'SAFETY_NET', 'GUARANTEE', 'RELIEF', 'OTHER'] as const;
export type InstrumentNature = (typeof INSTRUMENT_NATURES)[number];

/** 资金来源 · 行业政策、衔接资金、保险、社会捐赠、东西部协作、对口支援、中央单位定点帮扶、自筹. @article 4.1, 4.3 */
export const FUNDING_SOURCES = [
  'SECTOR_POLICY',
  'BRIDGING_FUND',
  'INSURANCE',
  'SOCIAL_DONATION',
  'EAST_WEST_COOPERATION',
  'PAIRED_ASSISTANCE',
  'CENTRAL_UNIT_ASSISTANCE',
  'OWN',
] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** 部门 · The departments that the policy calls on. @article 5.2 */
export const DEPARTMENTS = [
  'RURAL_REVITALIZATION',
  'CIVIL_AFFAIRS',
  'MEDICAL_SECURITY',
  'HEALTH',
  'EDUCATION',
  'HOUSING',
  'WATER',
  'HUMAN_RESOURCES',
  'AGRICULTURE',
  'EMERGENCY',
  'PUBLIC_SECURITY',
  'DISABLED_FEDERATION',
  'PETITIONS',
  'NATURAL_RESOURCES',
  'MARKET_REGULATION',
  'FINANCE',
  'OTHER',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** 帮扶政策工具 · What a province offers against a risk. @article 4.1 */
export interface PolicyInstrument {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly family: InstrumentFamily;
  readonly nature: InstrumentNature;
  /** Codes of the risk types that it addresses. */
  readonly addresses: readonly string[];
  /** Only for households with labour capacity. */
  readonly requiresLabour: boolean;
  /** Statutory entitlement (insurance payment, school aid): never counts as a second instrument (R15). */
  readonly statutory: boolean;
  readonly fundingSources: readonly FundingSource[];
  /** Most that one measure may deliver, fen; null for no cap. */
  readonly cap: Fen | null;
  readonly department: Department | null;
  readonly from: CalendarDate;
  /** Last day, inclusive; null while open. */
  readonly to: CalendarDate | null;
  readonly source: PolicySource;
}
