import type { StatSubject } from '../../domain/statistics/definition.js';
import { caseSource } from './case-source.repository.js';
import { householdSource } from './household-source.repository.js';
import { measureSource } from './measure-source.repository.js';
import type { StatSource } from './stat-source.repository.js';

/** 各对象的来源 · Where the units of each subject are read; none where the register has no such table yet. */
export const SOURCES: Readonly<Record<Exclude<StatSubject, 'ALERTS'>, StatSource>> = {
  HOUSEHOLDS: householdSource,
  CASES: caseSource,
  MEASURES: measureSource,
};
