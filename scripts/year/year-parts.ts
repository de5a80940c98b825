import type { Agenda } from './agenda.js';
import type { CasePlan } from './case-plan.js';
import type { Ledger } from './ledger.js';
import type { Picker } from './picker.js';
import type { Stage } from './stage.js';

/** 每月数量 · Leads of a county and month by how they come, and cases of a county in the year. */
export interface Rates {
  readonly declarations: number;
  readonly concerns: number;
  readonly alerts: number;
  readonly casesPerCounty: number;
}

/** 一年所需 · What every part of the year stands on. */
export interface YearParts {
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly ledger: Ledger;
  readonly picker: Picker;
  readonly rates: Rates;
  /** What becomes of a household whose lead is verified, by its id; of the others the lead is dismissed. */
  readonly outcomes: Map<string, CasePlan>;
}

/** 每月数量 · As many as fit a register of a size, one at the least. */
export function ratesOf(perCounty: number): Rates {
  const about = (share: number, least: number): number => Math.max(least, Math.round(perCounty * share));
  return {
    declarations: about(0.0006, 1),
    concerns: about(0.0005, 1),
    alerts: about(0.0006, 1),
    casesPerCounty: about(0.004, 3),
  };
}
