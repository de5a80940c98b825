import { LRUCache } from 'lru-cache';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { configurationKeyOf, countyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import { everyLine } from '../../domain/province/every-line.js';
import type { MonitoringBand } from '../../domain/province/monitoring-band.js';
import type { MonitoringLineInForce } from '../../domain/province/monitoring-line.js';
import type { LoadedProvince, ProvinceConfig } from '../../domain/province/province-config.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { resolveRules } from '../../domain/province/resolve-rules.js';
import type { RiskType } from '../../domain/risk/risk-type.js';
import type { PolicyInstrument } from '../../domain/support/policy-instrument.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { Fault } from '../../province-sdk/index.js';
import { PROVINCE_NAMES } from './province-names.js';

/** 各省配置 · What the loader made of the modules. */
export interface ProvinceCatalogue {
  /** By province code; provinces without a module are served by the baseline and are here too. */
  readonly provinces: ReadonlyMap<string, LoadedProvince>;
  /** Faults of the modules that were refused, by province; their regions get no answer, never a silent fallback. */
  readonly refused: ReadonlyMap<string, readonly Fault[]>;
  /** Every configuration that was ever used, by content hash; several provinces may share one. */
  readonly history: ReadonlyMap<string, LoadedProvince>;
  /** Content hashes of the registry whose content is not what they say: nothing is decided by it. */
  readonly altered: readonly string[];
}

/** 分期监测线 · A line with the bands around it. @article 2.2 */
export interface LineWithBands {
  readonly line: MonitoringLineInForce;
  readonly bands: readonly MonitoringBand[];
}

/** Days, counties and configurations whose rules are kept; rules of one day weigh a few kilobytes. */
const RULES_KEPT = 4_000;

/**
 * 省级规则 · The rules of a region on a day, under the configuration of now or under the one that a run is pinned to.
 *
 * @article 5.1
 */
export class ProvinceService {
  private readonly resolved = new LRUCache<string, ProvinceRules>({ max: RULES_KEPT });

  constructor(private catalogue: ProvinceCatalogue) {}

  /**
   * 更换配置 · Lets another catalogue rule from now on. Runs under way keep theirs: it must remember every configuration that
   * this one did.
   *
   * @throws Error naming a configuration that would be forgotten
   */
  replace(catalogue: ProvinceCatalogue): void {
    const forgotten = [...this.catalogue.history.keys()].filter((version) => !catalogue.history.has(version));
    if (forgotten.length > 0) throw new Error(`configurations would be forgotten: ${forgotten.join(', ')}`);
    this.catalogue = catalogue;
    this.resolved.clear();
  }

  /** 所有省份 · Every province that is served, in the order of the codes. */
  all(): LoadedProvince[] {
    return [...this.catalogue.provinces.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** 某省 · The province whose configuration rules in a region; null for the nation, and where a module was refused. */
  find(region: RegionCode): LoadedProvince | null {
    const key = configurationKeyOf(region);
    return key === null ? null : (this.catalogue.provinces.get(key) ?? null);
  }

  /**
   * 适用省份 · As `find`, but a refused module is no absence.
   *
   * @returns null for the nation and for what the policy does not address
   * @throws ApiError PROVINCE_CONFIG_INVALID when the province's module was refused at load
   */
  served(region: RegionCode): LoadedProvince | null {
    const key = configurationKeyOf(region);
    if (key !== null && this.catalogue.refused.has(key)) throw this.invalid(region);
    return this.find(region);
  }

  /** 被拒模块 · Faults of the modules that were refused at load, by province. */
  refused(): ReadonlyMap<string, readonly Fault[]> {
    return this.catalogue.refused;
  }

  /** 内容不符 · Content hashes of the registry whose content is not what they say. */
  altered(): readonly string[] {
    return this.catalogue.altered;
  }

  /**
   * 当日规则 · The rules of a region on a day, as configured now.
   *
   * @throws ApiError PROVINCE_CONFIG_INVALID when the province's module was refused at load
   */
  rulesOn(region: RegionCode, on: CalendarDate): ProvinceRules {
    const province = this.find(region);
    if (province === null) throw this.invalid(region);
    return this.resolve(province, region, on);
  }

  /**
   * 既定规则 · The rules of a region on a day under a configuration that a run is pinned to; in the name of the region's
   * province, since provinces without a module share a configuration.
   *
   * @throws ApiError PROVINCE_CONFIG_INVALID when that configuration is not in the registry
   */
  rulesOf(configVersion: string, region: RegionCode, on: CalendarDate): ProvinceRules {
    const pinned = this.catalogue.history.get(configVersion);
    if (pinned === undefined) throw this.unknownVersion(configVersion, region);
    return this.resolve(pinned, region, on);
  }

  /** 所循程序 · The definition that a run follows: its own configuration's, as of its first day. @article 3.2 */
  definitionOf(
    run: Pick<ProcedureRun, 'configVersion' | 'kind' | 'startedOn'>,
    region: RegionCode,
  ): ProcedureDefinition {
    return this.rulesOf(run.configVersion, region, run.startedOn).procedures[run.kind];
  }

  /** 历次监测线 · Every line of a province so far, county lines included, oldest first. @article 2.2 */
  linesOf(province: LoadedProvince, today: CalendarDate): LineWithBands[] {
    return everyLine(province.config, today).map((line) => {
      const { bands } = this.resolve(province, (line.county ?? province.code) as RegionCode, line.from);
      return { line, bands };
    });
  }

  /** 风险类型 · A risk type of a region's province by its code, past ones included; the code stands for itself where it is gone. */
  riskType(region: RegionCode, code: string): RiskType {
    const found = this.findInConfigs(region, ({ riskTypes }) => riskTypes.find((type) => type.code === code));
    return found ?? { code, name: code, nameEn: code, group: 'OTHER' };
  }

  /** 政策工具 · An instrument of a region's province by its code, past ones included; null where none ever had the code. */
  instrument(region: RegionCode, code: string): PolicyInstrument | null {
    return this.findInConfigs(region, ({ instruments }) => instruments.find((offer) => offer.code === code)) ?? null;
  }

  /** In the configuration of now, then in those that were used before, the province's own first. */
  private findInConfigs<T>(region: RegionCode, pick: (config: ProvinceConfig) => T | undefined): T | undefined {
    const now = this.find(region);
    const found = now === null ? undefined : pick(now.config);
    if (found !== undefined) return found;
    const key = configurationKeyOf(region);
    const used = [...this.catalogue.history.values()].map(({ config }) => config);
    const [own, others] = [used.filter(({ code }) => code === key), used.filter(({ code }) => code === NATIONAL)];
    for (const config of [...own, ...others]) {
      const past = pick(config);
      if (past !== undefined) return past;
    }
    return undefined;
  }

  private resolve(province: LoadedProvince, region: RegionCode, on: CalendarDate): ProvinceRules {
    const code = configurationKeyOf(region) ?? province.code;
    const county = countyOf(region);
    const key = `${code}/${province.configVersion}/${county ?? ''}/${on}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const name = this.find(region)?.name ?? PROVINCE_NAMES.get(code) ?? province.name;
    const rules = resolveRules({ ...province, code, name }, on, county);
    this.resolved.set(key, rules);
    return rules;
  }

  private invalid(region: RegionCode): ApiError {
    const code = configurationKeyOf(region) ?? region;
    const faults = this.catalogue.refused.get(code)?.length ?? 0;
    const why = faults > 0 ? `was refused with ${faults} fault(s) when it was loaded` : 'is not loaded';
    const message = `The configuration of ${code} ${why}; provincial IT can see why in /health/ready.`;
    return new ApiError('PROVINCE_CONFIG_INVALID', message, { province: code });
  }

  private unknownVersion(configVersion: string, region: RegionCode): ApiError {
    const code = configurationKeyOf(region) ?? region;
    const message = `The configuration ${configVersion.slice(0, 12)}… of ${code} is not in the registry of those that were used.`;
    return new ApiError('PROVINCE_CONFIG_INVALID', message, { province: code, configVersion });
  }
}

/** The code of the national baseline. */
const NATIONAL = '000000';
