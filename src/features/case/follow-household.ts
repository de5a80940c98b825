import { casePriority } from '../../domain/case/rules/r03-case-priority.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import { reasonsOf } from '../change/index.js';
import type { HouseholdAspect, HouseholdChange, HouseholdListener } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import { openCasesOf } from './case.repository.js';
import type { CaseChangeBasis, CaseChangeService, CaseEffect } from './case-change.service.js';
import { type TrackingColumns, trackingColumns, visitColumns } from './tracking-only.js';

/** 所需服务 · What a case is kept in step by. */
export interface FollowHouseholdNeeds {
  readonly cases: Pick<CaseChangeService, 'bases' | 'writeAll'>;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
}

/** What changes of the case's row. */
type Following = TrackingColumns & { readonly priority?: number };

/**
 * 档案随农户变化 · When a household's members change, or are put right, its open case follows in the same transaction: its rank in
 * the worklists (R03), and whether it is tracked only (R12). When a household that is tracked only is visited, its next visit
 * counts from that day. A case that stays as it is has no event; a household that is registered has no case.
 *
 * @article 2.1, 3.3
 */
export function followHousehold({ cases, provinces }: FollowHouseholdNeeds): HouseholdListener {
  const following = ({ row, parts, facts }: CaseChangeBasis, { aspects, after, on }: HouseholdChange): Following => {
    const rules = provinces.rulesOn(row.regionCode, on);
    if (!aspects.includes('MEMBERS')) return visitColumns(row, on, rules);
    const { measures } = facts;
    const tracking = trackingColumns({ row, status: row.status, measures, members: parts.members, rules, on });
    const priority = casePriority(after.specialGroups, rules.specialGroupPriority?.value);
    return { ...(priority === row.priority ? {} : { priority }), ...tracking };
  };
  const follow: HouseholdListener = async ({ tx, reach, caller, county, changes }) => {
    const followed = changes.filter(
      ({ before, aspects }) => before !== null && aspects.some((one) => FOLLOWED.has(one)),
    );
    if (followed.length === 0) return;
    const byHousehold = new Map(followed.map((change) => [change.after.id, change]));
    const open = await openCasesOf(tx, county, [...byHousehold.keys()]);
    if (open.length === 0) return;
    const ids = open.map(({ id }) => id);
    const bases = await cases.bases(tx, reach, caller, county, ids);
    await cases.writeAll(
      [...bases.values()].flatMap((basis) => {
        const change = byHousehold.get(basis.row.householdId)!;
        const set = following(basis, change);
        return Object.keys(set).length === 0 ? [] : [{ basis, effect: effectOf(basis, set, change.on) }];
      }),
    );
  };
  /** An open case follows the configuration of its place, which may have been refused. */
  const hinders: HouseholdListener['hinders'] = async ({ tx, county, changes }) => {
    const why = new Map<string, readonly Refusal[]>();
    for (const { before, aspects, on } of changes)
      if (aspects.some((one) => FOLLOWED.has(one)))
        try {
          provinces.rulesOn(before.regionCode, on);
        } catch (error) {
          why.set(before.id, reasonsOf(error, ['householdId']));
        }
    if (why.size === 0) return why;
    const open = new Set((await openCasesOf(tx, county, [...why.keys()])).map(({ householdId }) => householdId));
    return new Map([...why].filter(([id]) => open.has(id)));
  };
  return Object.assign(follow, { hinders });
}

const FOLLOWED: ReadonlySet<HouseholdAspect> = new Set(['MEMBERS', 'VISIT']);

function effectOf({ row }: CaseChangeBasis, set: Following, occurredOn: CalendarDate): CaseEffect {
  const was = set.priority === undefined ? {} : { wasPriority: row.priority };
  return { set, action: 'followHousehold', occurredOn, change: { ...set, ...was } };
}
