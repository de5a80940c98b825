import { describe, expect, it } from 'vitest';
import {
  checkNationalRecord,
  type NationalRecord,
  type NationalRecordQuestion,
} from '../../../../src/domain/case/rules/r30-national-record.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { RISK_TYPES, said } from '../a-case.js';

const record = {
  number: '4301210010010001-01',
  identifiedOn: date('2021-06-30'),
  category: 'MARGINAL_AT_RISK' as const,
  risks: [{ riskType: 'illness', primary: true }],
  evidence: [{ kind: 'national-record', title: '系统截图', sha256: 'a'.repeat(64) }],
};
const against = (changed: Partial<NationalRecord> = {}, set: Partial<NationalRecordQuestion> = {}): string[] =>
  said(
    checkNationalRecord({
      record: { ...record, ...changed },
      formerStatus: 'GENERAL',
      riskTypes: RISK_TYPES,
      openedOn: date('2021-06-20'),
      today: date('2023-03-06'),
      beside: { emergency: false, leads: false },
      ...set,
    }),
  );

describe('R30: a case of the national system', () => {
  it('keeps its number and its day, without a pledge and without an identification', () => {
    expect(against()).toEqual([]);
  });

  it('has a number of 4 to 40 digits, letters and hyphens', () => {
    expect(against({ number: '1234' })).toEqual([]);
    expect(against({ number: '123' })).toEqual(['BAD_VALUE nationalRecord.number']);
    expect(against({ number: '1'.repeat(40) })).toEqual([]);
    expect(against({ number: '1'.repeat(41) })).toEqual(['BAD_VALUE nationalRecord.number']);
    expect(against({ number: "4301'; --" })).toEqual(['BAD_VALUE nationalRecord.number']);
  });

  it('was identified on the day it was opened or later, and by today', () => {
    expect(against({ identifiedOn: date('2021-06-20') })).toEqual([]);
    expect(against({ identifiedOn: date('2021-06-19') })).toEqual(['DATE_ORDER nationalRecord.identifiedOn']);
    expect(against({ identifiedOn: date('2023-03-06') })).toEqual([]);
    expect(against({ identifiedOn: date('2023-03-07') })).toEqual(['DATE_IN_FUTURE nationalRecord.identifiedOn']);
  });

  it('has a category that fits the former status, and risks that the province knows, each once', () => {
    expect(against({}, { formerStatus: 'FORMERLY_POOR' })).toEqual(['RULE_VIOLATION nationalRecord.category']);
    expect(against({ risks: [] })).toEqual(['BAD_VALUE nationalRecord.risks']);
    const unknown = [...record.risks, { riskType: 'weather', primary: false }];
    expect(against({ risks: unknown })).toEqual(['BAD_VALUE nationalRecord.risks.1.riskType']);
    expect(against({ risks: [...record.risks, ...record.risks] })).toEqual([
      'DUPLICATE nationalRecord.risks.1.riskType',
    ]);
  });

  it('is proved by its record, each piece with its SHA-256', () => {
    expect(against({ evidence: [] })).toEqual(['EVIDENCE_REQUIRED nationalRecord.evidence']);
    expect(against({ evidence: null })).toEqual(['EVIDENCE_REQUIRED nationalRecord.evidence']);
    const [paper] = record.evidence;
    expect(against({ evidence: [paper!, { ...paper!, sha256: 'a'.repeat(63) }] })).toEqual([
      'EVIDENCE_REQUIRED nationalRecord.evidence.1.sha256',
    ]);
  });

  it('is taken over on the day it was identified or later, and by today', () => {
    expect(against({ takenOverOn: date('2021-06-30') })).toEqual([]);
    expect(against({ takenOverOn: date('2021-06-29') })).toEqual(['DATE_ORDER nationalRecord.takenOverOn']);
    expect(against({ takenOverOn: date('2023-03-06') })).toEqual([]);
    expect(against({ takenOverOn: date('2023-03-07') })).toEqual(['DATE_IN_FUTURE nationalRecord.takenOverOn']);
  });

  it('goes with neither an emergency nor leads', () => {
    expect(against({}, { beside: { emergency: true, leads: true } })).toEqual([
      'BAD_VALUE emergency',
      'BAD_VALUE leadIds',
    ]);
  });
});
