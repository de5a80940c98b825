import { describe, expect, it } from 'vitest';
import type { CaseRisk, EliminationMode } from '../../../../src/domain/case/monitoring-case.js';
import { risksResolved } from '../../../../src/domain/elimination/gates/risks-resolved.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import type { SupportMeasure } from '../../../../src/domain/support/support-measure.js';
import { aCase, aMeasure, aRisk } from '../../case/a-case.js';
import { anElimination } from '../an-elimination.js';

const treated = aMeasure({ status: 'COMPLETED', firstDeliveredOn: date('2023-02-01') });
const resolved = (riskType: string, on = '2023-06-30') => aRisk(riskType, { resolvedOn: date(on) });
const gate = (
  risks: readonly CaseRisk[],
  measures: readonly SupportMeasure[] = [treated],
  mode: EliminationMode = 'SUPPORTED',
) => risksResolved(anElimination({ mode, facts: aCase({ risks, measures }) }));

describe('risksResolved', () => {
  it('is passed with a risk resolved on the day, 31 July, and not on 1 August', () => {
    expect(gate([resolved('illness', '2023-07-31')]).passed).toBe(true);
    expect(gate([resolved('illness', '2023-08-01')]).passed).toBe(false);
  });

  it('names an open risk beside a resolved one', () => {
    const answer = gate([resolved('illness'), aRisk('schooling')]);
    expect(answer.reason.en).toBe('schooling is not resolved');
  });

  it('asks for a measure that addresses the risk and is of a family that fits it', () => {
    expect(gate([resolved('illness')], [aMeasure({ ...treated, addresses: [] })]).passed).toBe(false);
    expect(gate([resolved('illness')], [aMeasure({ ...treated, family: 'INDUSTRY' })]).passed).toBe(false);
    expect(
      gate([resolved('housing')], [aMeasure({ ...treated, family: 'HOUSING', addresses: ['housing'] })]).passed,
    ).toBe(true);
  });

  it('counts what was delivered by the day, urgent help too, and not what was cancelled or only approved', () => {
    const with_ = (set: Partial<SupportMeasure>) =>
      gate([resolved('illness')], [aMeasure({ ...treated, ...set })]).passed;
    expect(with_({ urgent: true, status: 'IN_PROGRESS' })).toBe(true);
    expect(with_({ firstDeliveredOn: date('2023-07-31') })).toBe(true);
    expect(with_({ firstDeliveredOn: date('2023-08-01') })).toBe(false);
    expect(with_({ status: 'CANCELLED' })).toBe(false);
    expect(with_({ status: 'APPROVED', firstDeliveredOn: null })).toBe(false);
  });

  it('asks for no measure in natural elimination, but for the risk to be recorded as resolved', () => {
    expect(gate([resolved('illness')], [], 'NATURAL').passed).toBe(true);
    expect(gate([aRisk('illness')], [], 'NATURAL').passed).toBe(false);
  });
});
