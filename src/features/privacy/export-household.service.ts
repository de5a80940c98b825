import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import { EVERY_RECORD } from '../../platform/database/scope.js';
import { sealedColumns } from '../../platform/database/sealed-columns.js';
import { appendAudit, openPurposes, sealPurposes } from '../audit/index.js';
import { type KeptRows, lockByNumber, moveHead, rowsOfHousehold } from './privacy.repository.js';

/** 导出所需 · What it stands on. */
export interface ExportParts {
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
}

/** 导出请求 · Whose data, for whom, by which operator. */
export interface ExportRequest {
  /** Number of the household. */
  readonly number: string;
  /** Who asked, and on what ground; it is sealed beside the audit event. */
  readonly purpose: string;
  readonly operator: string;
  readonly when: Pick<Caller, 'now' | 'today' | 'requestId'>;
}

/** 一户的个人信息 · All that is kept of a household, in the open, and who read it or changed it. */
export interface HouseholdExport {
  readonly household: string;
  readonly exportedAt: string;
  readonly kept: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/**
 * 导出个人信息 · What a person has a right to see: every row that is kept of the household, opened, and every event of it with who
 * acted and what a read was said to be for. The export is itself an event, written before anything is given out.
 *
 * Objections to its notices stay out, and so do the words and the contact of a lead that somebody else told: they are what others
 * said, and name them.
 *
 * @returns null where no household has the number
 * @article 5.3
 */
export async function exportHousehold(parts: ExportParts, request: ExportRequest): Promise<HouseholdExport | null> {
  const { cipher, database } = parts;
  const kept = await database.write(EVERY_RECORD, async (tx) => {
    const own = await lockByNumber(tx, request.number);
    if (own === null) return null;
    const { told, purpose } = sealPurposes(parts, [request.purpose]);
    const head = { ...own, householdId: own.id, subjectType: 'Household' as const, subjectId: own.id };
    const event = appendAudit(
      tx,
      head,
      { ...request.when, principal: null },
      {
        action: 'exportPersonalData',
        occurredOn: request.when.today,
        change: { purposes: told },
        role: null,
        actor: `operator:${request.operator}`,
        purpose,
      },
    );
    await Promise.all([event.written, moveHead(tx, own, event.head)]);
    return rowsOfHousehold(tx, own);
  });
  if (kept === null) return null;
  const opened = kept.map(ownWords).map((rows) => openRows(cipher, rows));
  const events = (kept.find(({ table }) => table === 'audit_event')?.rows ?? []).map((row) => tellEvent(parts, row));
  return {
    household: request.number,
    exportedAt: request.when.now.toISOString(),
    kept: Object.fromEntries(
      opened.filter(({ table }) => table !== 'audit_event').map(({ table, rows }) => [table, rows]),
    ),
    events,
  };
}

const OTHERS_WORDS = ['statement_sealed', 'contact_name_sealed', 'contact_phone_sealed'];

/** A lead that the household did not declare itself keeps who told it, and what. */
function ownWords({ table, rows }: KeptRows): KeptRows {
  if (table !== 'lead') return { table, rows };
  const told = ([name]: [string, unknown]): boolean => !OTHERS_WORDS.includes(name);
  return {
    table,
    rows: rows.map((row) =>
      row['channel'] === 'SELF_DECLARATION' ? row : Object.fromEntries(Object.entries(row).filter(told)),
    ),
  };
}

function openRows(cipher: FieldCipher, { table, rows }: KeptRows): KeptRows {
  const columns = sealedColumns().filter((column) => column.table === table);
  return {
    table,
    rows: rows.map((row) => {
      const open = { ...row };
      for (const { column } of columns) {
        if (!(column in row)) continue;
        const sealed = row[column];
        delete open[column];
        open[column.replace(/_sealed$/, '')] =
          typeof sealed === 'string' ? cipher.open(sealed, { table, column, rowId: String(row['id']) }) : null;
      }
      return open;
    }),
  };
}

function tellEvent(parts: ExportParts, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { at, occurred_on: occurredOn, actor, role, action, change } = row;
  const purposeSealed = row['purpose_sealed'] as string | null;
  return {
    at,
    occurredOn,
    actor,
    role,
    action,
    change,
    purposes: openPurposes(parts, { rowId: String(row['id']), purposeSealed, change }),
  };
}
