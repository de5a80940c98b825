import type { EarlierCase } from '../../domain/case/decide-open-case.js';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import type { RegisterRows } from './register-rows.js';
import type { SeededRandom } from './seeded-random.js';
import type { CaseHousehold, World } from './world.js';

/** 建档要素 · What a course begins with. */
export interface CaseOpening {
  readonly openedOn: CalendarDate;
  readonly channel: DiscoveryChannel;
  readonly emergency: boolean;
  /** The household's earlier cases. */
  readonly earlier: readonly EarlierCase[];
  /** Leads that it follows. */
  readonly leads: number;
}

/** 办理过程所需 · What a course is written with. */
export interface CourseParts {
  readonly world: World;
  readonly household: CaseHousehold;
  readonly rows: RegisterRows;
  readonly random: SeededRandom;
  /** Last day on which anything happened. */
  readonly until: CalendarDate;
}

/** 办理中的程序 · A run and what it follows. */
export interface FollowedRun {
  readonly run: ProcedureRun;
  readonly definition: ProcedureDefinition;
}
