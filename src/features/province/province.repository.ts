import { sql } from 'drizzle-orm';
import type { LoadedProvince, ProvinceConfig } from '../../domain/province/province-config.js';
import type { Transaction } from '../../platform/database/database.js';
import { provinceConfiguration } from './configuration.table.js';

/** 登记配置 · Keeps the configurations that are loaded now; one that is known already is left as it is. */
export async function registerConfigurations(tx: Transaction, provinces: readonly LoadedProvince[], at: string): Promise<void> {
  const rows = provinces.map(({ configVersion, code, name, config }) => ({
    configVersion, provinceCode: code, name: JSON.stringify(name), content: config, firstUsedAt: at,
  }));
  await tx.orm.insert(provinceConfiguration).values(rows).onConflictDoNothing();
}

/** 历次配置 · Every configuration that was ever used. */
export async function listConfigurations(tx: Transaction): Promise<LoadedProvince[]> {
  const rows = await tx.rows<{ configVersion: string; code: string; name: string; config: ProvinceConfig }>(sql`
    SELECT config_version AS "configVersion", province_code AS code, name, content AS config FROM ${provinceConfiguration}`);
  return rows.map((row) => ({ ...row, name: JSON.parse(row.name) as LoadedProvince['name'], servedByBaseline: row.config.code === '000000' }));
}
