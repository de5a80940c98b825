import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GraphQLSchema, buildSchema as parseSchema, printSchema } from 'graphql';
import { buildSchema, Query, Resolver } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { scalarsMap } from '../../../src/platform/graphql/scalars/index.js';
import { compareSchemas } from '../../architecture/compare-schemas.js';
import { undescribed } from '../../architecture/undescribed.js';

const FEATURES = fileURLToPath(new URL('../../../src/features/', import.meta.url));
const CONTRACT = fileURLToPath(new URL('../../architecture/contract.graphql', import.meta.url));
const ROOMS = [
  'audit',
  'region',
  'province',
  'household',
  'member',
  'income',
  'guarantee',
  'assessment',
  'lead',
  'case',
  'risk',
  'opening',
  'elimination',
  'procedure',
  'notice',
  'available-action',
  'case-history',
  'support',
  'worklist',
  'account',
];

/** Fields that need loading or point to another room: resolvers add them, the classes do not declare them. */
const LEFT_TO_RESOLVERS = [
  'CaseRisk: riskType',
  'Grant: region',
  'Household: assessment cases departmentAlerts guarantees head income incomes leads members openCase region',
  'Lead: alert case household region',
  'LeadPayload: case',
  'Member: age household idNumber name phone',
  'MonitoringCase: currentSteps eliminationGates history household leads measures previousCase procedures region responsiblePersons risks',
  'MonitoringLine: county',
  'NoticeEntry: case objections',
  'ProcedureStep: canAct definition notice',
  'Province: instruments monitoringLine monitoringLines procedures region riskTypes',
  'PublicNotice: entries region',
  'Region: ancestors children households monitoringCases parent province',
  'SupportMeasure: addresses case deliveries instrument',
  'Viewer: household',
  'WorkItem: alert case lead',
  'Assessment: household',
].sort();

/** Decorators are called as functions, since only files of the product are compiled with them. */
function questionNobodyAsks(): new () => object {
  class Asked {
    nothing(): boolean {
      return true;
    }
  }
  const method = Object.getOwnPropertyDescriptor(Asked.prototype, 'nothing')!;
  Query(() => Boolean, { description: 'A question that nobody asks' })(Asked.prototype, 'nothing', method);
  Resolver()(Asked);
  return Asked;
}

async function declaredClasses(): Promise<object[]> {
  const found = new Set<object>();
  for (const room of ROOMS) {
    const files = readdirSync(`${FEATURES}${room}`).filter((file) => /\.(graphql|input)\.ts$/.test(file));
    for (const file of files) {
      const exported: Record<string, unknown> = await import(`${FEATURES}${room}/${file}`);
      for (const each of Object.values(exported))
        if (typeof each === 'function' && /^class\b/.test(String(each))) found.add(each);
    }
  }
  return [...found];
}

let schema: GraphQLSchema;
beforeAll(async () => {
  const orphanedTypes = (await declaredClasses()) as never;
  schema = await buildSchema({ resolvers: [questionNobodyAsks()], orphanedTypes, validate: false, scalarsMap });
});

describe('the declared classes, resolved by nobody', () => {
  it('agree with the contract in every signature, nullability and default that they declare', () => {
    expect(compareSchemas(readFileSync(CONTRACT, 'utf8'), printSchema(schema)).changed).toEqual([]);
  });

  it('leave to resolvers what needs loading or points to another room, and nothing else', () => {
    const declared = new Set(Object.keys(schema.getTypeMap()));
    const { missing } = compareSchemas(readFileSync(CONTRACT, 'utf8'), printSchema(schema));
    const left = new Map<string, string[]>();
    for (const name of missing) {
      const [type, field] = name.split('.') as [string, string | undefined];
      if (field === undefined || !declared.has(type) || type === 'Query') continue;
      left.set(type, [...(left.get(type) ?? []), field]);
    }
    expect([...left].map(([type, fields]) => `${type}: ${fields.sort().join(' ')}`).sort()).toEqual(LEFT_TO_RESOLVERS);
  });

  it('are described each and all', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('print amounts, flags and lists as defaults in the way callers write them', () => {
    const sdl = parseSchema(printSchema(schema));
    const defaults = (type: string): string[] => {
      const node = sdl.getType(type)?.astNode;
      if (node?.kind !== 'InputObjectTypeDefinition') return [];
      return (node.fields ?? []).flatMap(({ name, defaultValue }) =>
        defaultValue === undefined
          ? []
          : [`${name.value} ${JSON.stringify('value' in defaultValue ? defaultValue.value : defaultValue.kind)}`],
      );
    };
    expect(defaults('MemberInput')).toEqual([
      'health "ListValue"',
      'selfCare "FULL"',
      'medicalInsurance false',
      'pensionInsurance false',
      'safetyNet "NONE"',
    ]);
    const [source, ...amounts] = defaults('IncomeInput');
    expect(source).toBe('source "VISIT"');
    expect(new Set(amounts.map((line) => line.split(' ')[1]))).toEqual(new Set(['"0.00"']));
    expect(defaults('MemberPatchInput')).toEqual([]);
  });
});
