import type { MemberFacts } from '../../domain/household/household.js';
import { labourCount } from '../../domain/household/labour.js';
import { specialGroupsOf } from '../../domain/household/special-groups.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { household } from '../household/household.table.js';

/** 家庭构成派生列 · What the household's row keeps of its present members. */
export function compositionColumns(
  members: readonly Pick<MemberFacts, 'labour' | 'health' | 'disabilityGrade' | 'selfCare' | 'birthDate'>[],
  today: CalendarDate,
): Pick<typeof household.$inferInsert, 'size' | 'labourCount' | 'specialGroups'> {
  return {
    size: members.length,
    labourCount: labourCount(members),
    specialGroups: specialGroupsOf(members, today),
  };
}
