import type { StatSubject } from '../../domain/statistics/definition.js';
import { alertSource } from './alert-source.repository.js';
import { caseSource } from './case-source.repository.js';
import { householdSource } from './household-source.repository.js';
import { measureSource } from './measure-source.repository.js';
import type { StatSource } from './stat-source.repository.js';

/** 各对象的来源 · Where the units of each subject are read. */
export const SOURCES: Readonly<Record<StatSubject, StatSource>> = {
  HOUSEHOLDS: householdSource,
  CASES: caseSource,
  MEASURES: measureSource,
  ALERTS: alertSource,
};
