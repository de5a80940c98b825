import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { ChangeService } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { HouseholdResolver } from './household.resolver.js';
import { HouseholdService, type HouseholdServiceParts } from './household.service.js';
import { HouseholdChangeService } from './household-change.service.js';
import type { HouseholdListener } from './household-listener.js';
import { HouseholdMutationResolver } from './household-mutation.resolver.js';
import { RegionHouseholdsResolver } from './region-households.resolver.js';
import { UpdateHouseholdService } from './update-household.service.js';

/** 农户室所需 · What the services of the room stand on. */
export interface HouseholdRoomParts extends HouseholdServiceParts {
  readonly changes: ChangeService;
  readonly tree: RegionTree;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  /** What later rooms do when a household changes. */
  readonly listeners: readonly HouseholdListener[];
}

/** 农户室 · Services and resolvers of households. @article none — technical */
export function assembleHouseholds(parts: HouseholdRoomParts) {
  const { tree, cipher, blindIndex } = parts;
  const service = new HouseholdService(parts);
  const changes = new HouseholdChangeService(parts.changes, parts.listeners);
  const updates = new UpdateHouseholdService(changes, tree, cipher, blindIndex);
  return {
    service,
    changes,
    resolvers: [
      new HouseholdResolver(service, tree),
      new RegionHouseholdsResolver(service),
      new HouseholdMutationResolver(service, updates),
    ],
  };
}
