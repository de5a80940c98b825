import { z } from 'zod';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import type {
  ProcedureDefinition,
  ProcedureKind,
  StepDefinition,
  StepKind,
  StepOutcome,
} from '../../domain/procedure/procedure-definition.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { Deadline } from './time-limit.js';

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
  readonly deadline?: Deadline;
  /** PUBLIC_NOTICE: least days between opening and closing. */
  readonly minimumNoticeDays?: number;
  /** DEMOCRATIC_REVIEW: least share of the eligible that must attend, per cent. */
  readonly quorumPercent?: number;
  /** DEMOCRATIC_REVIEW: share of the votes cast that must be exceeded in favour, per cent. */
  readonly majorityPercent?: number;
  /** All three where left out. */
  readonly outcomes?: readonly StepOutcome[];
  readonly requiredEvidence?: readonly string[];
  /** What the province asks for beside the national fields: a Zod object, or its JSON Schema. */
  readonly extraForm?: z.ZodObject | Readonly<Record<string, unknown>>;
  readonly article?: string;
}

/** 程序草稿 · @article 3.2 */
export interface ProcedureDraft {
  readonly kind: ProcedureKind;
  readonly name: LocalizedText;
  /** For the whole run from its start, in calendar or working days. */
  readonly limit?: Deadline;
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
    ...(draft.deadline?.stopsFor === undefined ? {} : { deadlineStops: draft.deadline.stopsFor }),
    minimumNoticeDays: draft.minimumNoticeDays ?? null,
    quorumPercent: draft.quorumPercent ?? null,
    majorityPercent: draft.majorityPercent ?? null,
    outcomes: draft.outcomes ?? ['PASSED', 'RETURNED', 'REJECTED'],
    requiredEvidence: draft.requiredEvidence ?? [],
    extraForm: draft.extraForm === undefined ? null : formSchema(draft.extraForm),
    article: draft.article ?? null,
  };
}

/** 结果公告草稿 · @article G */
export interface AnnouncementDraft extends Pick<StepDraft, 'level'>, Partial<Pick<StepDraft, AnnouncementField>> {}
type AnnouncementField = 'code' | 'name' | 'after' | 'deadline' | 'requiredEvidence' | 'extraForm' | 'article';

/**
 * 结果公告 · A step that announces what was decided, for `adaptProcedure({ add })` or `procedure({ steps })`.
 *
 * Open to no objection, unlike a notice (公示). It stands after the county's decision where nothing else is said; the
 * household counts as identified, or its risk as eliminated, from the day of the decision, once the result is announced.
 *
 * @article G
 * @example announcement({ level: 'COUNTY', deadline: workingDays(5) })
 */
export function announcement(draft: AnnouncementDraft): StepDefinition {
  return step({
    code: 'result-announcement',
    name: { zh: '结果公告', en: 'Announcement of the result' },
    kind: 'RESULT_ANNOUNCEMENT',
    after: ['county-decision'],
    outcomes: ['PASSED', 'RETURNED'],
    article: 'G',
    ...draft,
  });
}

/**
 * 程序 · The value of one entry of `procedures`: replaces the baseline's procedure of the kind from its day on.
 *
 * Written whole; where little differs, `adaptProcedure` is shorter.
 *
 * @article 3.2
 * @example procedure({ kind: 'SUPPORT', name: { zh: '落实帮扶措施', en: 'Support' }, limit: workingDays(15), steps: nationalProcedure(national, 'SUPPORT', '2023-01-01').steps })
 */
export function procedure(draft: ProcedureDraft): ProcedureDefinition {
  return {
    kind: draft.kind,
    name: draft.name.zh,
    nameEn: draft.name.en,
    limitDays: daysOf(draft.limit),
    limitInWorkingDays: draft.limit?.unit === 'WORKING_DAYS',
    ...(draft.limit?.stopsFor === undefined ? {} : { limitStops: draft.limit.stopsFor }),
    steps: draft.steps,
  };
}

/**
 * 附加表单 · A Zod object as the JSON Schema that is given out and kept; a JSON Schema stays as it is.
 *
 * A Zod form that JSON Schema cannot say is kept as a text that the check names.
 *
 * @article none — technical
 */
export function formSchema(form: NonNullable<StepDraft['extraForm']>): Readonly<Record<string, unknown>> {
  if (!(form instanceof z.ZodType)) return form;
  try {
    return z.toJSONSchema(form, { io: 'input' }) as Readonly<Record<string, unknown>>;
  } catch (error) {
    return (error as Error).message as never;
  }
}

/** 期限天数 · A step's deadline is counted in days; months are kept out as a value that the check refuses. @article none — technical */
export function daysOf(limit: Deadline | undefined): number | null {
  if (limit === undefined) return null;
  return limit.unit === 'MONTHS' ? Number.NaN : limit.amount;
}
