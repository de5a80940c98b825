import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import type { Person } from './cast.js';
import type { Dice } from './dice.js';
import { type CaseRow, type Dossier, newestCase, openRunOf, type RunRow, type StepRow } from './dossier.js';
import type { StartedRegion } from './places.js';

/** One mutation as somebody asks for it. */
export interface Asked {
  readonly person: Person;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** It follows every rule: asked alone, it must be done. */
  readonly must?: boolean;
}

/** What whoever decides upon an act knows: all of the household, as it was when the turn began. */
export class Scene {
  constructor(
    readonly dossier: Dossier,
    readonly place: StartedRegion,
    readonly today: CalendarDate,
    readonly dice: Dice,
  ) {}

  get case(): CaseRow | null {
    return newestCase(this.dossier);
  }

  get run(): RunRow | null {
    return openRunOf(this.case);
  }

  get currentSteps(): readonly StepRow[] {
    return this.run?.steps.filter(({ status }) => status === 'CURRENT') ?? [];
  }

  get household(): string {
    return this.id('Household', this.dossier.id);
  }

  id(type: string, row: string): string {
    return toGlobalId(type, this.dossier.county, row);
  }

  /** What most inputs of a case begin with. */
  onCase(found: CaseRow): { caseId: string; expectedVersion: number } {
    return { caseId: this.id('MonitoringCase', found.id), expectedVersion: found.version };
  }
}

/** How somebody acts upon what is known; null where there is nothing to act upon. */
export type Act = (scene: Scene) => Asked | null;
