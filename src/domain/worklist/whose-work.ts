import { ROLE_OF_LEVEL } from '../jurisdiction/level-roles.js';
import { OPERATIONS, type OperationName } from '../jurisdiction/operations.js';
import type { Grant, Role } from '../jurisdiction/role.js';
import { scopesOf } from '../jurisdiction/scopes-of.js';
import { REGION_LEVELS, type RegionLevel } from '../kernel/region-code.js';

/** 本级待办环节 · Steps of a level that wait for a viewer, and where. @article 5.1 */
export interface WaitingSteps {
  readonly level: RegionLevel;
  /** Digits that the regions start with. */
  readonly scopes: readonly string[];
}

/** 待办归属 · What waits for a viewer, and where; no scope: nothing of the kind. @article 5.1 */
export interface OwnWork {
  readonly steps: readonly WaitingSteps[];
  /** By level: a level above the township sees a lead from the day on which it has risen there. */
  readonly leads: readonly WaitingSteps[];
  /** Alerts that found nobody, to be matched or returned. */
  readonly unmatched: readonly string[];
  readonly reviews: readonly string[];
  readonly missingSupport: readonly string[];
  readonly missingPerson: readonly string[];
  readonly emergencies: readonly string[];
  /** Identifications past their limit: the county's, and by level those that a province's warning sets above it. */
  readonly identifications: readonly WaitingSteps[];
}

/** The county decides; a province's overdue warning names who follows it up. */
const WARNED_LEVELS: readonly RegionLevel[] = ['COUNTY', 'CITY', 'PROVINCE'];

/** Villages and townships verify leads; those above look when nobody did in time. */
const LEAD_LEVELS: readonly RegionLevel[] = ['VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY', 'PROVINCE'];

/** 终结待办的操作 · What ends each thing that is no step; whoever may do it has it in the worklist. @article 5.1 */
const ENDED_BY = {
  unmatched: 'Mutation.matchAlert',
  reviews: 'Mutation.requestElimination',
  missingSupport: 'Mutation.recordDelivery',
  missingPerson: 'Mutation.assignResponsiblePerson',
  // The township, on whose word help was given first, answers for what must follow; the county above it.
  emergencies: 'Mutation.giveUrgentHelp',
} as const satisfies Readonly<Record<string, OperationName>>;

/**
 * 待办归属 · What waits for the holder of some grants: steps for the role of their own level, so that a county is not shown
 * every village's; leads by level, since an overdue one rises; alerts that found nobody, reviews, cases without support or without a person responsible, and emergencies past their limit for
 * whoever may do what ends them.
 *
 * @article 5.1
 * @example whoseWork([{ role: 'COUNTY_OFFICER', region: '430121' }]).steps // [{ level: 'COUNTY', scopes: ['430121'] }]
 */
export function whoseWork(grants: readonly Grant[]): OwnWork {
  const byLevel = (level: RegionLevel): WaitingSteps[] => {
    const role = ROLE_OF_LEVEL[level];
    const scopes = role === null ? [] : scopesOf(grants, [role]);
    return scopes.length === 0 ? [] : [{ level, scopes }];
  };
  const steps = REGION_LEVELS.flatMap(byLevel);
  const of = (operation: OperationName): string[] => scopesOf(grants, rolesOf(operation));
  return {
    steps,
    leads: LEAD_LEVELS.flatMap((level) => byLevel(level)),
    unmatched: of(ENDED_BY.unmatched),
    reviews: of(ENDED_BY.reviews),
    missingSupport: of(ENDED_BY.missingSupport),
    missingPerson: of(ENDED_BY.missingPerson),
    emergencies: of(ENDED_BY.emergencies),
    identifications: WARNED_LEVELS.flatMap((level) => byLevel(level)),
  };
}

function rolesOf(operation: OperationName): readonly Role[] {
  const allowed = OPERATIONS[operation];
  return allowed === undefined || allowed === 'open' ? [] : allowed;
}
