import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import type { CaseChangeService, CaseReader } from '../case/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import { DeliveryService } from './delivery.service.js';
import { CaseMeasuresResolver, DeliveryResolver, SupportMeasureResolver } from './measure.resolver.js';
import { MeasureReader } from './measure-reader.service.js';
import { PlanSupportService } from './plan-support.service.js';
import { SupportResolver } from './support.resolver.js';
import { UrgentHelpService } from './urgent-help.service.js';

/** 帮扶室所需 · What the room of support stands on. @article none — technical */
export interface SupportRoomParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly holidays: HolidayCalendar;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly cursorSeal: CursorSeal;
  readonly households: HouseholdService;
  readonly cases: CaseChangeService;
  readonly reader: CaseReader;
}

/** 帮扶室 · Services and resolvers of measures and deliveries. @article none — technical */
export function assembleSupport(parts: SupportRoomParts) {
  const { database, access, provinces, cipher, cursorSeal, reader } = parts;
  const needs = { ...parts, changes: parts.cases };
  const measures = new MeasureReader(database, access, cursorSeal);
  const plans = new PlanSupportService(needs);
  const urgent = new UrgentHelpService(needs);
  const deliveries = new DeliveryService(needs);
  return {
    measures,
    plans,
    urgent,
    deliveries,
    resolvers: [
      new SupportResolver({ reader, plans, urgent, deliveries }),
      new SupportMeasureResolver(provinces, cipher),
      new DeliveryResolver(cipher, access),
      new CaseMeasuresResolver(measures),
    ],
  };
}
