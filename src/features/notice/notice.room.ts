import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { CaseReader } from '../case/index.js';
import type { RegionTree } from '../region/index.js';
import { AnnouncementReader } from './announcement-reader.service.js';
import { AnnouncementResolver } from './announcement.resolver.js';
import { type JointNoticeNeeds, JointNoticeService } from './joint-notice.service.js';
import { NoticeEntryResolver, NoticeResolver, ObjectionResolver, StepNoticeResolver } from './notice.resolver.js';
import { NoticeService } from './notice.service.js';
import { NoticeMutationResolver } from './notice-mutation.resolver.js';
import { NoticeReader } from './notice-reader.service.js';
import { ObjectionMutationResolver } from './objection.resolver.js';
import { type ObjectionNeeds, ObjectionService } from './objection.service.js';

/** 公示室所需 · What the room of notices stands on. @article none — technical */
export interface NoticeRoomParts extends JointNoticeNeeds, ObjectionNeeds {
  readonly tree: RegionTree;
  readonly cursorSeal: CursorSeal;
  readonly reader: CaseReader;
}

/** 公示室 · Notices, of one case and of many households, and objections to them. @article none — technical */
export function assembleNotices(parts: NoticeRoomParts) {
  const { database, access, tree, cipher, cursorSeal, cases, reader } = parts;
  const notices = new NoticeReader(database, access);
  return {
    reader: notices,
    resolvers: [
      new NoticeMutationResolver(new NoticeService(cases, parts), new JointNoticeService(parts), reader),
      new ObjectionMutationResolver(new ObjectionService(parts), notices, reader),
      new NoticeResolver(notices, cursorSeal, tree),
      new AnnouncementResolver(new AnnouncementReader(database, access), cursorSeal, tree, cipher),
      new StepNoticeResolver(),
      new NoticeEntryResolver(cipher),
      new ObjectionResolver(cipher),
    ],
  };
}
