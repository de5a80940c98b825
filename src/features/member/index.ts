export { compositionColumns } from './composition-columns.js';
export { type MemberEntry, memberColumns, type ReadMember, readMember, repeatedNumbers } from './member-entry.js';
export type { MemberObject } from './member-object.js';
export { openIdNumber } from './member-patch.js';
export type { MemberReader } from './member-reader.service.js';
export { insertMembers, membersOfHousehold, updateMemberRow } from './member-row.repository.js';
