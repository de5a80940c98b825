import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { mayCall, OPERATION_NAMES, OPERATIONS } from '../../../src/domain/jurisdiction/operations.js';
import { ROLES, type Role } from '../../../src/domain/jurisdiction/role.js';

const callersOf = (operation: string): readonly Role[] => ROLES.filter((role) => mayCall([role], operation));
const callsOf = (role: Role): string[] => OPERATION_NAMES.filter((name) => mayCall([role], name) && !mayCall([], name));

/** `Query.viewer` and the like, of a schema's file. */
function rootFields(file: string): string[] {
  const schema = buildSchema(readFileSync(file, 'utf8'));
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
  );
}

describe('OPERATIONS', () => {
  it('knows every root field of the emitted schema, and beside them only what the contract still promises', () => {
    const emitted = rootFields('schema.graphql');
    const promised = new Set(rootFields('test/architecture/contract.graphql'));
    expect(emitted.filter((name) => !Object.hasOwn(OPERATIONS, name))).toEqual([]);
    expect(OPERATION_NAMES.filter((name) => !emitted.includes(name) && !promised.has(name))).toEqual([]);
  });

  it('needs no token for notices, announcements, progress, what provinces and indicators are, and an objection, and for nothing else', () => {
    expect(OPERATION_NAMES.filter((name) => OPERATIONS[name] === 'open')).toEqual([
      'Query.publicNotices',
      'Query.resultAnnouncements',
      'Query.progress',
      'Query.riskIndicators',
      'Query.provinces',
      'Query.province',
      'Mutation.fileObjection',
    ]);
  });

  it('lets every role ask who it is', () => {
    expect(callersOf('Query.viewer')).toEqual([...ROLES]);
  });

  it('lets a resident declare, read the own household and case, and change nothing else', () => {
    expect(callsOf('RESIDENT').filter((name) => name.startsWith('Mutation'))).toEqual(['Mutation.submitLead']);
    expect(callsOf('RESIDENT')).toContain('Query.monitoringCase');
    expect(callsOf('RESIDENT')).not.toContain('Query.monitoringCases');
  });

  it('keeps households, cases and leads from analysts, departments and provincial IT', () => {
    for (const role of ['ANALYST', 'DEPARTMENT_CLIENT', 'PROVINCE_IT'] as const)
      for (const name of [
        'household',
        'households',
        'householdByIdNumber',
        'monitoringCase',
        'monitoringCases',
        'leads',
      ])
        expect(mayCall([role], `Query.${name}`)).toBe(false);
  });

  it('lets the nation and the auditors change nothing of the register but findings; the nation names segments of figures', () => {
    const changes = (role: Role) => callsOf(role).filter((name) => name.startsWith('Mutation'));
    const segments = ['Mutation.defineSegment', 'Mutation.changeSegment', 'Mutation.retireSegment'];
    expect(changes('NATIONAL_OFFICER')).toEqual(segments);
    expect(changes('ANALYST')).toEqual([]);
    expect(changes('PROVINCE_IT')).toEqual([]);
    expect(changes('AUDITOR')).toEqual(['Mutation.settleFinding']);
  });

  it('leaves withdrawal, rollback, corrections and matching to the county', () => {
    for (const name of ['withdrawCase', 'rollBackElimination', 'correctRecord', 'matchAlert'])
      expect(callersOf(`Mutation.${name}`)).toEqual(['COUNTY_OFFICER']);
  });

  it('lets a village worker request an elimination and not plan support', () => {
    expect(mayCall(['VILLAGE_WORKER'], 'Mutation.requestElimination')).toBe(true);
    expect(mayCall(['VILLAGE_WORKER'], 'Mutation.planSupport')).toBe(false);
    expect(mayCall(['TOWNSHIP_OFFICER'], 'Mutation.planSupport')).toBe(true);
  });

  it('knows no operation that is not in the table, and none of Object', () => {
    expect(mayCall([...ROLES], 'Query.lottery')).toBe(false);
    expect(mayCall([...ROLES], 'toString')).toBe(false);
  });
});
