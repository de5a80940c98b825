import { sql } from 'drizzle-orm';
import type { LoadedProvince, ProvinceConfig } from '../../domain/province/province-config.js';
import type { Transaction } from '../../platform/database/database.js';
import { provinceConfiguration } from './configuration.table.js';

/**
 * 登记配置 · Keeps the configurations that are loaded now, each content hash once; one that is known already is left as it is.
 *
 * @param at  instant of the first use
 * @article 2.2
 */
export async function registerConfigurations(
  tx: Transaction,
  provinces: readonly LoadedProvince[],
  at: string,
): Promise<void> {
  const byVersion = new Map(provinces.map(({ configVersion, config }) => [configVersion, config]));
  const rows = [...byVersion].map(([configVersion, config]) => ({
    configVersion,
    provinceCode: config.code,
    name: JSON.stringify(config.name),
    content: config,
    firstUsedAt: at,
  }));
  if (rows.length === 0) return;
  await tx.run(tx.orm.insert(provinceConfiguration).values(rows).onConflictDoNothing());
}

/**
 * 历次配置 · Every configuration that was ever used, the newest first; the national baseline under its own code and name.
 *
 * @article 2.2
 */
export async function listConfigurations(tx: Transaction): Promise<LoadedProvince[]> {
  const rows = await tx.rows<{ configVersion: string; config: ProvinceConfig }>(sql`
    SELECT config_version AS "configVersion", content AS config FROM ${provinceConfiguration}
    ORDER BY first_used_at DESC, config_version`);
  return rows.map(({ configVersion, config }) => ({
    code: config.code,
    name: config.name,
    configVersion,
    servedByBaseline: config.code === '000000',
    config,
  }));
}
