import { LRUCache } from 'lru-cache';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { configurationKeyOf, countyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import type { LoadedProvince } from '../../domain/province/province-config.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { resolveRules } from '../../domain/province/resolve-rules.js';
import type { RiskType } from '../../domain/risk/risk-type.js';
import { ApiError } from '../../platform/errors/api-error.js';

/** 各省配置 · What the loader made of the modules. */
export interface ProvinceCatalogue {
  /** By province code; provinces without a module are served by the baseline and are here too. */
  readonly provinces: ReadonlyMap<string, LoadedProvince>;
  /** Modules that were refused, with a sentence a fault; their regions get no answer, never a silent fallback. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
  /** Every configuration that was ever used, by content hash. */
  readonly history: ReadonlyMap<string, LoadedProvince>;
}

/**
 * 省级规则 · The rules of a region on a day, under the configuration of now or under the one that a run is pinned to.
 *
 * @article 5.1
 */
export class ProvinceService {
  private readonly resolved = new LRUCache<string, ProvinceRules>({ max: 4_000 });

  constructor(private readonly catalogue: ProvinceCatalogue) {}

  /** 所有省份 · Every province that is served, in the order of the codes. */
  all(): LoadedProvince[] {
    return [...this.catalogue.provinces.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** 某省 · The province whose configuration rules in a region; null for the nation. */
  find(region: RegionCode): LoadedProvince | null {
    const key = configurationKeyOf(region);
    return key === null ? null : (this.catalogue.provinces.get(key) ?? null);
  }

  /** 被拒模块 · Modules that were refused at load, by province. */
  refused(): ReadonlyMap<string, readonly string[]> {
    return this.catalogue.refused;
  }

  /**
   * 当日规则 · The rules of a region on a day, as configured now.
   *
   * @throws ApiError PROVINCE_CONFIG_INVALID when the province's module was refused at load
   */
  rulesOn(region: RegionCode, on: CalendarDate): ProvinceRules {
    const province = this.find(region);
    if (province === null) throw invalid(String(configurationKeyOf(region)), this.catalogue.refused);
    return this.resolve(province, region, on);
  }

  /**
   * 既定规则 · The rules of a region on a day under a configuration that a run is pinned to.
   *
   * @throws ApiError PROVINCE_CONFIG_INVALID when that configuration is not in the registry
   */
  rulesOf(configVersion: string, region: RegionCode, on: CalendarDate): ProvinceRules {
    const province = this.catalogue.history.get(configVersion);
    if (province === undefined) throw invalid(String(configurationKeyOf(region)), this.catalogue.refused);
    return this.resolve(province, region, on);
  }

  /** 所循程序 · The definition that a run follows: its own configuration's, as of its first day. @article 3.2 */
  definitionOf(run: Pick<ProcedureRun, 'configVersion' | 'kind' | 'startedOn'>, region: RegionCode): ProcedureDefinition {
    return this.rulesOf(run.configVersion, region, run.startedOn).procedures[run.kind];
  }

  /** 风险类型 · A risk type of a region's province by its code, past ones included; the code stands for itself where it is gone. */
  riskType(region: RegionCode, code: string): RiskType {
    const found = this.find(region)?.config.riskTypes.find((type) => type.code === code);
    return found ?? { code, name: code, nameEn: code, group: 'OTHER' };
  }

  private resolve(province: LoadedProvince, region: RegionCode, on: CalendarDate): ProvinceRules {
    const county = countyOf(region);
    const key = `${province.code}/${province.configVersion}/${county ?? ''}/${on}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const rules = resolveRules(province, on, county);
    this.resolved.set(key, rules);
    return rules;
  }
}

function invalid(code: string, refused: ReadonlyMap<string, readonly string[]>): ApiError {
  const faults = refused.get(code)?.length ?? 0;
  const why = faults > 0 ? `was refused with ${faults} fault(s) when it was loaded` : 'is not loaded';
  return new ApiError('PROVINCE_CONFIG_INVALID', `The configuration of ${code} ${why}; provincial IT can see why in /health/ready.`);
}
