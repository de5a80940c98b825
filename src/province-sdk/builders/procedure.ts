import type { RegionLevel } from '../../domain/kernel/region-code.js';
import type {
  ProcedureDefinition,
  ProcedureKind,
  StepDefinition,
  StepKind,
  StepOutcome,
} from '../../domain/procedure/procedure-definition.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { TimeLimit } from '../../domain/province/time-limit.js';

/** 环节草稿 · @article 3.2 */
export interface StepDraft {
  /** Unique in the procedure, kebab-case. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly kind: StepKind;
  /** The level whose officers complete it. */
  readonly level: RegionLevel;
  /** Steps that must be done before; several may wait side by side. None for a first step. */
  readonly after?: readonly string[];
  /** In calendar or working days from the day the step became current. */
  readonly deadline?: TimeLimit;
  /** PUBLIC_NOTICE: least days between opening and closing. */
  readonly minimumNoticeDays?: number;
  /** DEMOCRATIC_REVIEW: least share of the eligible that must attend, per cent. */
  readonly quorumPercent?: number;
  /** DEMOCRATIC_REVIEW: share of the votes cast that must be exceeded in favour, per cent. */
  readonly majorityPercent?: number;
  /** All three where left out. */
  readonly outcomes?: readonly StepOutcome[];
  readonly requiredEvidence?: readonly string[];
  /** JSON Schema of what the province asks for beside the national fields. */
  readonly extraForm?: Readonly<Record<string, unknown>>;
  readonly article?: string;
}

/** 程序草稿 · @article 3.2 */
export interface ProcedureDraft {
  readonly kind: ProcedureKind;
  readonly name: LocalizedText;
  /** For the whole run from its start, in calendar or working days. */
  readonly limit?: TimeLimit;
  readonly steps: readonly StepDefinition[];
}

/**
 * 环节 · One step of a procedure, configured in `procedure({ steps })`.
 *
 * @article 3.2
 * @example step({ code: 'village-notice', name: { zh: '村级公示', en: 'Village notice' }, kind: 'PUBLIC_NOTICE', level: 'VILLAGE', after: ['village-review'], minimumNoticeDays: 7 })
 */
export function step(draft: StepDraft): StepDefinition {
  return {
    code: draft.code,
    name: draft.name.zh,
    nameEn: draft.name.en,
    kind: draft.kind,
    level: draft.level,
    after: draft.after ?? [],
    deadlineDays: daysOf(draft.deadline),
    workingDays: draft.deadline?.unit === 'WORKING_DAYS',
    minimumNoticeDays: draft.minimumNoticeDays ?? null,
    quorumPercent: draft.quorumPercent ?? null,
    majorityPercent: draft.majorityPercent ?? null,
    outcomes: draft.outcomes ?? ['PASSED', 'RETURNED', 'REJECTED'],
    requiredEvidence: draft.requiredEvidence ?? [],
    extraForm: draft.extraForm ?? null,
    article: draft.article ?? null,
  };
}

/**
 * 程序 · The value of one entry of `procedures`: replaces the baseline's procedure of the kind from its day on.
 *
 * @article 3.2
 */
export function procedure(draft: ProcedureDraft): ProcedureDefinition {
  return {
    kind: draft.kind,
    name: draft.name.zh,
    nameEn: draft.name.en,
    limitDays: daysOf(draft.limit),
    limitInWorkingDays: draft.limit?.unit === 'WORKING_DAYS',
    steps: draft.steps,
  };
}

/** A step's deadline is counted in days; months are kept out as a value that the check refuses. */
function daysOf(limit: TimeLimit | undefined): number | null {
  if (limit === undefined) return null;
  return limit.unit === 'MONTHS' ? Number.NaN : limit.amount;
}
