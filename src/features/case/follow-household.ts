import { casePriority } from '../../domain/case/rules/r03-case-priority.js';
import type { SpecialGroup } from '../../domain/household/household.js';
import type { HouseholdAspect, HouseholdChanged, HouseholdListener } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import { openCaseIdOf } from './case.repository.js';
import type { CaseChangeBasis, CaseChangeService } from './case-change.service.js';
import { type TrackingColumns, trackingColumns, visitColumns } from './tracking-only.js';

/** 所需服务 · What a case is kept in step by. */
export interface FollowHouseholdNeeds {
  readonly cases: Pick<CaseChangeService, 'basis' | 'write'>;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
}

/**
 * 档案随农户变化 · When a household's members change, or are put right, its open case follows in the same transaction: its rank in
 * the worklists (R03), and whether it is tracked only (R12). When a household that is tracked only is visited, its next visit
 * counts from that day. A case that stays as it is has no event.
 *
 * @article 2.1, 3.3
 */
export function followHousehold({ cases, provinces }: FollowHouseholdNeeds): HouseholdListener {
  return async (changed) => {
    if (!changed.aspects.some((aspect) => FOLLOWED.includes(aspect))) return;
    const { tx, reach, caller, before, on } = changed;
    const id = await openCaseIdOf(tx, before.countyCode, before.id);
    if (id === null) return;
    const basis = await cases.basis(tx, reach, caller, { county: before.countyCode, id }, 'householdId');
    const { row, parts, facts } = basis;
    const rules = provinces.rulesOn(row.regionCode, on);
    if (!changed.aspects.includes('MEMBERS')) {
      const visited = visitColumns(row, on, rules);
      if (Object.keys(visited).length > 0) await cases.write(basis, effectOf(basis, visited, on));
      return;
    }
    const { measures } = facts;
    const tracking = trackingColumns({ row, status: row.status, measures, members: parts.members, rules, on });
    const priority = casePriority(groupsAfter(changed), rules.specialGroupPriority?.value);
    const ranked = priority === row.priority ? {} : { priority };
    const set = { ...ranked, ...tracking };
    if (Object.keys(set).length > 0) await cases.write(basis, effectOf(basis, set, on));
  };
}

const FOLLOWED: readonly HouseholdAspect[] = ['MEMBERS', 'VISIT'];

function groupsAfter({ before, set }: HouseholdChanged): readonly SpecialGroup[] {
  return (set.specialGroups as readonly SpecialGroup[] | undefined) ?? before.specialGroups;
}

function effectOf(
  { row }: CaseChangeBasis,
  set: TrackingColumns & { readonly priority?: number },
  occurredOn: HouseholdChanged['on'],
): Parameters<CaseChangeService['write']>[1] {
  const was = set.priority === undefined ? {} : { wasPriority: row.priority };
  return { set, action: 'followHousehold', occurredOn, change: { ...set, ...was } };
}
