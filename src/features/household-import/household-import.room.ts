import { ImportResolver } from './import.resolver.js';
import { type ImportHouseholdsParts, ImportHouseholdsService } from './import-households.service.js';

/** 批量导入室 · Service and resolver of the import of households. @article 5.4 */
export function assembleHouseholdImport(parts: ImportHouseholdsParts) {
  return { resolvers: [new ImportResolver(new ImportHouseholdsService(parts))] };
}
