import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import { CaseRecordResolver } from './case-record.resolver.js';
import { type CaseRecordNeeds, CaseRecordService } from './case-record.service.js';
import { HistoryResolver } from './history.resolver.js';
import { HistoryService } from './history.service.js';

/** 档案历程室所需 · What the room of histories stands on. @article none — technical */
export interface CaseHistoryRoomParts extends CaseRecordNeeds {
  readonly cursorSeal: CursorSeal;
}

/** 档案历程室 · What happened in a case, and whether its record is what its events tell. @article none — technical */
export function assembleCaseHistory(parts: CaseHistoryRoomParts) {
  const { database, access, cursorSeal, provinces } = parts;
  return {
    resolvers: [
      new HistoryResolver(new HistoryService(database, access), cursorSeal, provinces),
      new CaseRecordResolver(new CaseRecordService(parts)),
    ],
  };
}
