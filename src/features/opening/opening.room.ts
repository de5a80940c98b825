import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { CaseReader } from '../case/index.js';
import type { ChangeService } from '../change/index.js';
import type { LeadReader } from '../lead/index.js';
import type { ProvinceService } from '../province/index.js';
import { CaseLeadResolver, LeadCaseResolver, VerifyLeadResolver } from './lead-case.resolver.js';
import { OpenCaseResolver } from './open-case.resolver.js';
import { OpenCaseService } from './open-case.service.js';
import { VerifyLeadService } from './verify-lead.service.js';

/** 建档室所需 · What the room of openings stands on. @article none — technical */
export interface OpeningRoomParts {
  readonly changes: ChangeService;
  readonly provinces: ProvinceService;
  readonly holidays: HolidayCalendar;
  readonly cipher: FieldCipher;
  readonly leads: LeadReader;
  readonly reader: CaseReader;
}

/** 建档室 · How cases begin: by themselves, from leads, from the national system. @article none — technical */
export function assembleOpenings({ changes, provinces, holidays, cipher, leads, reader }: OpeningRoomParts) {
  const openings = new OpenCaseService(changes, provinces, holidays, cipher);
  return {
    resolvers: [
      new OpenCaseResolver(openings, reader),
      new LeadCaseResolver(),
      new CaseLeadResolver(),
      new VerifyLeadResolver(new VerifyLeadService(changes, openings, cipher), leads),
    ],
  };
}
