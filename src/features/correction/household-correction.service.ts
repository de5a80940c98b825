import { uuidv7 } from 'uuidv7';
import { decideHouseholdCorrection } from '../../domain/correction/decide-household-correction.js';
import { decideMemberCorrection } from '../../domain/correction/decide-member-correction.js';
import { decisionsThatDiffer } from '../../domain/correction/decided-anew.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { readIdNumber } from '../../domain/household/id-number.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { GlobalIdParts } from '../../platform/graphql/global-id.js';
import type { Reach } from '../access/index.js';
import { type CaseChangeBasis, verifiedFacts } from '../case/index.js';
import { type Changed, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import {
  appendToHousehold,
  type HouseholdRow,
  lockHousehold,
  lockHouseholdsOf,
  rowAfter,
  tellListeners,
  updateHouseholdRow,
} from '../household/index.js';
import { membersOfHousehold, openIdNumber } from '../member/index.js';
import { checksEnteredLater, insertCorrection, newestCaseOf, recordedSources } from './correction.repository.js';
import { type CorrectionIds, type CorrectionNeeds, type CorrectRecordAct, OPERATION } from './correction-act.js';
import { correctionFaults, correctionRow } from './correction-entry.js';
import { decideAnew } from './decide-anew.js';
import {
  aspectsOf,
  type CorrectedHousehold,
  correctedSources,
  derivedColumns,
  recordWrites,
} from './household-correction-rows.js';
import { readSet } from './read-set.js';

/** What stands locked while a correction of a household or of a member is decided. */
interface Locked {
  readonly tx: Transaction;
  readonly caller: Caller;
  readonly row: HouseholdRow;
  readonly facts: HouseholdFacts;
  /** The newest case that was not given up, locked; null for none. */
  readonly newest: CaseChangeBasis | null;
}

/**
 * 更正农户服务 · Puts a household's former status, a window of income, a check, or what the rules read of a member right; its derived
 * columns and its open case follow, and what would now be decided otherwise is said.
 *
 * @article 2.1
 */
export class HouseholdCorrectionService {
  constructor(private readonly needs: CorrectionNeeds) {}

  /** 更正农户或成员 · Household before case: the lock order of the register. */
  correct(caller: Caller, input: CorrectRecordAct, named: GlobalIdParts): Promise<Changed<CorrectionIds>> {
    const { county } = named;
    const ids = { county, household: '', case: '', correction: uuidv7() };
    const missing = notFound('subjectId');
    const request = { caller, operation: OPERATION, input, county, ids, missing };
    return this.needs.changes.make(request, async (tx, reach) => {
      const row = await lock(tx, reach, named);
      if (row === null) throw new Refused([missing]);
      const [known, newestId] = await Promise.all([
        this.needs.households.factsOf(tx, county, [row.id]),
        newestCaseOf(tx, county, row.id),
      ]);
      const facts = known.get(row.id);
      if (facts === undefined) throw new Refused([missing]);
      if (input.expectedVersion !== row.version) refuseAny([versionConflict(input.expectedVersion, row.version)]);
      const newest =
        newestId === null
          ? null
          : await this.needs.cases.basis(tx, reach, caller, { county, id: newestId }, 'subjectId');
      const locked = { tx, caller, row, facts, newest };
      const decided =
        named.type === 'Member' ? await this.ofMember(locked, input, named.id) : await this.ofHousehold(locked, input);
      await this.write(reach, locked, input, decided, { id: ids.correction, subjectId: named.id });
    });
  }

  private async ofHousehold({ tx, caller, row, facts, newest }: Locked, input: CorrectRecordAct) {
    const read = readSet('Household', input.set);
    refuseAny([...correctionFaults(input), ...('refusals' in read ? read.refusals : [])]);
    if ('refusals' in read) throw new Refused(read.refusals);
    const { guarantees } = read.set;
    const [checks, sources] = await Promise.all([
      guarantees === undefined ? 0 : checksEnteredLater(tx, row.countyCode, row.id, guarantees),
      recordedSources(tx, row.countyCode, row.id, read.set),
    ]);
    const rules = this.needs.provinces.rulesOn(row.regionCode, caller.today);
    const category = isOpen(newest) ? newest.row.category : null;
    const { today } = caller;
    const question = { facts, set: read.set, category, rules, today, checksEnteredLater: checks, sources };
    const decision = decideHouseholdCorrection(question);
    if ('refusals' in decision) throw new Refused(decision.refusals);
    return { ...decision, subject: 'Household' as const, set: read.set, aspects: aspectsOf(read.set) };
  }

  private async ofMember({ tx, caller, row, facts }: Locked, input: CorrectRecordAct, memberId: string) {
    const read = readSet('Member', input.set);
    refuseAny([...correctionFaults(input), ...('refusals' in read ? read.refusals : [])]);
    if ('refusals' in read) throw new Refused(read.refusals);
    const members = await membersOfHousehold(tx, { county: row.countyCode, id: row.id });
    const own = members.find(({ id }) => id === memberId);
    const number = own === undefined ? null : openIdNumber(own, this.needs.cipher);
    const stated = number === null ? null : readIdNumber(number);
    const statedByIdNumber = stated === null || 'fault' in stated ? null : stated;
    const education = own?.education ?? null;
    const { today } = caller;
    const decision = decideMemberCorrection({ facts, memberId, set: read.set, statedByIdNumber, education, today });
    if ('refusals' in decision) throw new Refused(decision.refusals);
    return { ...decision, subject: 'Member' as const, set: read.set, memberId, aspects: ['MEMBERS' as const] };
  }

  private async write(
    reach: Reach,
    { tx, caller, row, facts, newest }: Locked,
    input: CorrectRecordAct,
    decided: CorrectedHousehold,
    { id, subjectId }: { readonly id: string; readonly subjectId: string },
  ): Promise<void> {
    const { subject, values, before, after, set } = decided;
    const consequences = [...decided.consequences, ...(await this.differing(facts, after, newest, caller))];
    const open = isOpen(newest) ? newest : null;
    const place = {
      countyCode: row.countyCode,
      regionCode: row.regionCode,
      householdId: row.id,
      caseId: open?.row.id ?? null,
    };
    const formerStatus = 'formerStatus' in set ? set.formerStatus : undefined;
    const sources = correctedSources(decided);
    const told = {
      correctionId: id,
      subject,
      ...(subject === 'Member' ? { member: subjectId } : {}),
      corrected: Object.keys(values),
      ...(formerStatus === undefined ? {} : { formerStatus, was: facts.formerStatus }),
      ...(sources.length === 0 ? {} : { sources }),
      consequences: consequences.map(({ code }) => code),
      sealed: ['before', 'after', 'reason'],
    };
    const version = row.version + 1;
    const evidence = (input.evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 }));
    const change = { ...told, evidence, version };
    const event = appendToHousehold(tx, reach, caller, row, { action: 'correctRecord', change });
    const decision = { before, values, consequences };
    const updatedAt = caller.now.toISOString();
    const written = { ...derivedColumns(decided, caller.today), ...event.head, version, updatedAt };
    await Promise.all([
      event.written,
      insertCorrection(
        tx,
        correctionRow({ id, place, subject, subjectId, decision, caller, input }, this.needs.cipher),
      ),
      ...recordWrites(tx, row, decided),
      updateHouseholdRow(tx, row, written),
    ]);
    if (open !== null && (formerStatus !== undefined || sources.length > 0 || consequences.length > 0)) {
      // The head of the case's chain is as it was locked: nothing was written to it since.
      await this.needs.cases.note(open, { action: 'correctRecord', occurredOn: caller.today, change: told });
    }
    const changes = [{ before: row, after: rowAfter(row, written), aspects: decided.aspects, on: caller.today }];
    await tellListeners(this.needs.listeners, { tx, reach, caller, county: row.countyCode, changes });
  }

  private async differing(
    before: HouseholdFacts,
    after: HouseholdFacts,
    newest: CaseChangeBasis | null,
    { today }: Caller,
  ) {
    const own =
      newest === null
        ? null
        : { row: newest.row, facts: newest.facts, verified: verifiedFacts(newest.parts, this.needs.cipher) };
    const [was, is] = await Promise.all(
      [before, after].map((household) => decideAnew(this.needs, { household, own }, today)),
    );
    return decisionsThatDiffer(was!, is!);
  }
}

async function lock(tx: Transaction, reach: Reach, { county, type, id }: GlobalIdParts): Promise<HouseholdRow | null> {
  if (type === 'Household') return lockHousehold(tx, reach, county, id);
  return (await lockHouseholdsOf(tx, reach, county, [id]))[0] ?? null;
}

function isOpen(basis: CaseChangeBasis | null): basis is CaseChangeBasis {
  return basis !== null && basis.row.status !== 'RISK_ELIMINATED';
}
