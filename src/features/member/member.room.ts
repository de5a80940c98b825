import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { HouseholdChangeService, HouseholdService } from '../household/index.js';
import { HouseholdMembersResolver } from './household-members.resolver.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { MemberMutationResolver } from './member-mutation.resolver.js';
import { MemberReader, type MemberReaderParts } from './member-reader.service.js';

/** 成员室所需 · What the services of the room stand on. */
export interface MemberRoomParts extends MemberReaderParts {
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly households: HouseholdService;
  readonly householdChanges: HouseholdChangeService;
}

/** 成员室 · Services and resolvers of members. @article none — technical */
export function assembleMembers(parts: MemberRoomParts) {
  const { households, householdChanges, cipher, blindIndex } = parts;
  const service = new MemberService(householdChanges, cipher, blindIndex);
  return {
    reader: new MemberReader(parts),
    resolvers: [new MemberResolver(), new HouseholdMembersResolver(), new MemberMutationResolver(households, service)],
  };
}
