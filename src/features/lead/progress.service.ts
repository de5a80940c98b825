import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { BlindIndex } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { type DatabaseScope, regionScope } from '../../platform/database/scope.js';
import { findReceipt, leadStanding, objectionStanding, type ReceiptSubject } from './progress.repository.js';
import { type Stage, wordsOf } from './progress-wording.js';
import { receiptDigest } from './receipt.js';

/** 办理进度 · Where a declaration or an objection stands, in words. @article 3.1 */
export interface Standing {
  readonly status: string;
  readonly updatedOn: CalendarDate;
  readonly nextStep: string | null;
}

/** Sees the directories and no row of anybody's. */
const NOBODY: DatabaseScope = { prefixes: [], householdId: null };

/**
 * 进度查询 · Tells whoever holds a receipt how it stands: no token, nothing personal, and for every text that is no receipt
 * the same answer.
 *
 * @article 3.1
 */
export class ProgressService {
  constructor(
    private readonly database: Database,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** 查询进度 · How the declaration or objection of a receipt stands; null for an unknown one. */
  async find(receipt: string, language: 'zh' | 'en'): Promise<Standing | null> {
    const digest = receiptDigest(this.blindIndex, receipt);
    // A text that cannot be a receipt is looked up too, so that it takes as long as one that could.
    const subject = await this.database.read(NOBODY, (tx) => findReceipt(tx, digest ?? ''));
    if (subject === null) return null;
    const county = regionScope([subject.countyCode as RegionCode]);
    return this.database.read(county, (tx) =>
      subject.type === 'Lead' ? ofLead(tx, subject, language) : ofObjection(tx, subject, language),
    );
  }
}

async function ofLead(tx: Transaction, subject: ReceiptSubject, language: 'zh' | 'en'): Promise<Standing | null> {
  const lead = await leadStanding(tx, subject);
  if (lead === null) return null;
  const stage: Stage = lead.caseStatus === null ? `LEAD_${lead.status}` : `CASE_${lead.caseStatus}`;
  return { ...wordsOf(stage, language, lead.dueOn), updatedOn: lead.updatedOn };
}

async function ofObjection(tx: Transaction, subject: ReceiptSubject, language: 'zh' | 'en'): Promise<Standing | null> {
  const objection = await objectionStanding(tx, subject);
  if (objection === null) return null;
  return { ...wordsOf(`OBJECTION_${objection.status}`, language, null), updatedOn: objection.updatedOn };
}
