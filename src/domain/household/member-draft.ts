import type { CalendarDate } from '../kernel/calendar-date.js';
import type { HealthCondition, Relationship, Sex } from './household.js';

/** 待录入成员 · What a member's composition rules look at; names and numbers stay outside the domain. @article 2.1 */
export interface MemberDraft {
  readonly relationship: Relationship;
  readonly sex: Sex | null;
  readonly birthDate: CalendarDate | null;
  /** What the ID number says of itself; null where none is given. */
  readonly statedByIdNumber: { readonly birthDate: CalendarDate; readonly sex: Sex } | null;
  readonly education: string | null;
  readonly schooling: string | null;
  readonly health: readonly HealthCondition[];
  readonly disabilityGrade: number | null;
}
