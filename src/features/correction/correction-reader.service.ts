import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selectedBelow, selects } from '../../platform/database/selection.js';
import type { AccessService } from '../access/index.js';
import type { CaseReader } from '../case/index.js';
import type { HouseholdService } from '../household/index.js';
import { type CorrectionIds, OPERATION } from './correction-act.js';
import { findCorrections, placesOf } from './correction-read.repository.js';

/** 所需服务 · What an answer is read with. */
export interface CorrectionReaderNeeds {
  readonly database: Database;
  readonly access: AccessService;
  readonly households: HouseholdService;
  readonly reader: CaseReader;
}

/** 更正后的记录 · What a correction answers. */
export type CorrectionRead = Record<'household' | 'case' | 'correction', Row | null>;

/**
 * 更正查询 · Reads a correction with the household and the case that it concerns, as far as they were asked for.
 *
 * @article 5.3
 */
export class CorrectionReader {
  constructor(private readonly needs: CorrectionReaderNeeds) {}

  /** 作答 · What was asked for of household, case and correction. */
  async read(caller: Caller, { county, correction }: CorrectionIds, asked: Selection): Promise<CorrectionRead> {
    const { access, database, households, reader } = this.needs;
    const reach = await access.reach(caller, OPERATION);
    const wants = (field: string): boolean => selects(asked, field);
    const below = (field: string): Selection => selectedBelow(asked, field);
    const [places, found] = await database.read(reach.scope, (tx) =>
      Promise.all([
        placesOf(tx, county, correction),
        wants('correction') ? findCorrections(tx, below('correction'), county, [correction]) : [],
      ]),
    );
    const [household, row] = await Promise.all([
      wants('household') ? households.one(caller, { county, id: places.household }, below('household')) : null,
      wants('case') && places.case !== null ? reader.find(caller, county, [places.case], below('case')) : [],
    ]);
    return { household, case: row[0] ?? null, correction: found[0] ?? null };
  }
}
