import { type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { CaseStatus } from '../../../src/domain/case/monitoring-case.js';
import type { LabourCapacity, SafetyNetStatus, SpecialGroup } from '../../../src/domain/household/household.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { caseRisk, monitoringCase } from '../../../src/features/case/case.table.js';
import { guaranteeCheck } from '../../../src/features/guarantee/guarantee.table.js';
import { household } from '../../../src/features/household/household.table.js';
import { member } from '../../../src/features/member/member.table.js';
import { lead } from '../../../src/features/lead/lead.table.js';
import { supportMeasure } from '../../../src/features/support/support.table.js';
import type { FieldCipher } from '../../../src/platform/crypto/field-cipher.js';
import type { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';

const AT = '2023-01-01T00:00:00.000Z';

/** A case to be written; whatever is not said is a case of 甲村, monitored since 2023-03-01 for illness, with one able head. */
export interface CaseWritten {
  /** The household of a case that was written before; one of its own unless told. */
  readonly householdId?: string;
  readonly region?: string;
  readonly status?: CaseStatus;
  readonly openedOn?: string;
  readonly identifiedOn?: string | null;
  readonly nextReviewOn?: string | null;
  readonly supportedOn?: string | null;
  readonly trackingOnly?: boolean;
  readonly priority?: number;
  readonly risks?: readonly string[];
  readonly labour?: LabourCapacity;
  readonly safetyNet?: SafetyNetStatus;
  readonly members?: number;
  readonly notSecure?: 'drinkingWater' | 'safeHousing';
}

/** A case that was written, with its keys. */
export interface WrittenCase {
  readonly id: string;
  readonly county: string;
  readonly householdId: string;
  readonly globalId: string;
  readonly region: string;
}

/** Rows that other rooms would write. */
export function writersOf(database: Database, cipher: FieldCipher) {
  let count = 0;
  const next = (): string => {
    count += 1;
    return String(count).padStart(5, '0');
  };

  const aHousehold = async (region: string, specialGroups: readonly SpecialGroup[] = [], size = 1): Promise<string> => {
    const id = uuidv7();
    await database.write(WHOLE_REGISTER, (tx) =>
      tx.orm.insert(household).values({
        countyCode: region.slice(0, 6),
        id,
        regionCode: region as RegionCode,
        number: `H${next()}`,
        formerStatus: 'GENERAL',
        resettled: false,
        size,
        labourCount: size,
        specialGroups: [...specialGroups],
        version: 1,
        auditSequence: 0,
        auditHash: null,
        synthetic: true,
        createdAt: AT,
        updatedAt: AT,
      }),
    );
    return id;
  };

  const aCase = async (written: CaseWritten = {}): Promise<WrittenCase> => {
    const { region = '430121104201', status = 'MONITORED', identifiedOn = '2023-03-01', members = 1 } = written;
    const countyCode = region.slice(0, 6);
    const isFirst = written.householdId === undefined;
    const householdId = written.householdId ?? (await aHousehold(region, [], members));
    const id = uuidv7();
    const place = { countyCode, regionCode: region as RegionCode, householdId };
    await database.write(WHOLE_REGISTER, async (tx) => {
      for (let position = 0; isFirst && position < members; position += 1) {
        const memberId = uuidv7();
        await tx.orm.insert(member).values({
          ...place,
          id: memberId,
          position,
          nameSealed: cipher.seal(`张${position}`, { table: 'member', column: 'name_sealed', rowId: memberId }),
          sex: 'MALE',
          relationship: position === 0 ? 'HEAD' : 'CHILD',
          health: [],
          selfCare: 'FULL',
          labour: written.labour ?? 'ORDINARY',
          medicalInsurance: true,
          pensionInsurance: true,
          safetyNet: written.safetyNet ?? 'NONE',
        });
      }
      if (written.notSecure !== undefined)
        await tx.orm.insert(guaranteeCheck).values(checkOf(place, written.notSecure));
      await tx.orm.insert(monitoringCase).values({
        ...place,
        id,
        number: `${countyCode}-2023-${next()}`,
        category: 'MARGINAL_AT_RISK',
        status,
        channel: 'CADRE_INSPECTION',
        emergency: false,
        openedOn: written.openedOn ?? '2023-02-01',
        identifiedOn,
        trackingOnly: written.trackingOnly ?? false,
        supportContinued: false,
        nextReviewOn: written.nextReviewOn ?? null,
        supportedOn: written.supportedOn ?? null,
        priority: written.priority ?? 100,
        configVersion: 'written',
        version: 1,
        auditSequence: 0,
        auditHash: null,
        createdAt: AT,
        updatedAt: AT,
      });
      for (const [index, riskType] of (written.risks ?? ['ILLNESS']).entries())
        await tx.orm.insert(caseRisk).values({
          ...place,
          id: uuidv7(),
          caseId: id,
          riskType,
          primary: index === 0,
          identifiedOn: '2023-02-10',
        });
    });
    return { id, county: countyCode, householdId, region, globalId: toGlobalId('MonitoringCase', countyCode, id) };
  };

  /** A measure of a case; an approved one of 2023-03-10 unless told. */
  const aMeasure = async (of: WrittenCase, set: Partial<typeof supportMeasure.$inferInsert> = {}) => {
    const id = uuidv7();
    const { county: countyCode, householdId, region } = of;
    await database.write(WHOLE_REGISTER, (tx) =>
      tx.orm.insert(supportMeasure).values({
        countyCode,
        regionCode: region as RegionCode,
        householdId,
        caseId: of.id,
        id,
        runId: null,
        instrument: 'medical-assistance',
        family: 'HEALTH',
        nature: 'GUARANTEE',
        addresses: ['ILLNESS'],
        status: 'APPROVED',
        timing: 'AFTER_THE_FACT',
        fundingSource: 'SECTOR_POLICY',
        deliveredFen: 0,
        urgent: false,
        plannedOn: '2023-03-10',
        createdAt: AT,
        ...set,
      }),
    );
    return { id, globalId: toGlobalId('SupportMeasure', countyCode, id) };
  };

  /** An open lead in a region; on a household where one is given. */
  const aLead = async (region: string, dueOn: string, householdId: string | null = null): Promise<string> => {
    const id = uuidv7();
    const place = { table: 'lead', column: 'statement_sealed', rowId: id };
    await database.write(WHOLE_REGISTER, (tx) =>
      tx.orm.insert(lead).values({
        countyCode: region.slice(0, 6),
        id,
        regionCode: region as RegionCode,
        householdId,
        channel: 'SELF_DECLARATION',
        reportedOn: '2023-06-01',
        statementSealed: cipher.seal('家中有人患病。', place),
        status: 'OPEN',
        dueOn,
        auditSequence: 0,
        receiptDigest: `receipt-${id}`,
        createdAt: AT,
        updatedAt: AT,
      }),
    );
    return toGlobalId('Lead', region.slice(0, 6), id);
  };

  /** Gives the household's members the subsistence allowance. */
  const grantAllowance = (of: WrittenCase) =>
    database.write(WHOLE_REGISTER, (tx) =>
      tx.rows(
        sql`UPDATE member SET safety_net = 'SUBSISTENCE_ALLOWANCE' WHERE county_code = ${of.county} AND household_id = ${of.householdId}::uuid`,
      ),
    );

  /** Changes columns of a case's row. */
  const setCase = (of: WrittenCase, set: Partial<typeof monitoringCase.$inferInsert>) =>
    database.write(WHOLE_REGISTER, (tx) =>
      tx.orm.update(monitoringCase).set(set).where(sql`county_code = ${of.county} AND id = ${of.id}::uuid`),
    );

  const read = <T>(statement: SQL): Promise<T[]> => database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(statement));

  /** Rows of a case's measures, in the order of their ids. */
  const measuresOf = (of: WrittenCase) =>
    read<{ id: string; status: string; overrideReasonSealed: string | null; urgent: boolean; plannedOn: string }>(sql`
      SELECT id, status, override_reason_sealed AS "overrideReasonSealed", urgent, planned_on AS "plannedOn" FROM support_measure
      WHERE county_code = ${of.county} AND case_id = ${of.id}::uuid ORDER BY id`);

  /** The row of a case. */
  const caseRow = async (of: WrittenCase) => {
    const [row] = await read<{
      supportedOn: string | null;
      trackingOnly: boolean;
      nextReviewOn: string | null;
      dueOn: string | null;
      priority: number;
      version: number;
    }>(sql`
      SELECT supported_on AS "supportedOn", tracking_only AS "trackingOnly", next_review_on AS "nextReviewOn", due_on AS "dueOn", priority, version
      FROM monitoring_case WHERE county_code = ${of.county} AND id = ${of.id}::uuid`);
    return row!;
  };

  /** Events of a chain, oldest first. */
  const auditOf = (countyCode: string, subjectId: string) =>
    read<{ action: string; occurredOn: string; role: string; sequence: number; change: Record<string, unknown> }>(sql`
      SELECT action, occurred_on AS "occurredOn", role, sequence, change FROM audit_event
      WHERE county_code = ${countyCode} AND subject_id = ${subjectId}::uuid ORDER BY sequence`);

  return { aHousehold, aCase, aMeasure, aLead, setCase, grantAllowance, measuresOf, caseRow, auditOf };
}

function checkOf(place: { countyCode: string; regionCode: RegionCode; householdId: string }, notSecure: string) {
  const secure = { food: 'SECURE', clothing: 'SECURE', compulsoryEducation: 'SECURE', basicMedicalCare: 'SECURE' };
  return {
    ...place,
    id: uuidv7(),
    checkedOn: '2023-02-10',
    ...secure,
    safeHousing: notSecure === 'safeHousing' ? 'NOT_SECURED' : 'SECURE',
    drinkingWater: notSecure === 'drinkingWater' ? 'NOT_SECURED' : 'SECURE',
    recordedAt: AT,
  };
}
