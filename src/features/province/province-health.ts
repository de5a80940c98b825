import type { Fault } from '../../province-sdk/index.js';
import type { ProvinceService } from './province.service.js';
import { tellFault } from './tell-fault.js';

/** 配置状况 · What `/health/ready` and the log say of the configurations. @article none — technical */
export interface ProvinceHealth {
  /** How many provinces are served, the Corps included. */
  readonly loaded: number;
  /** How many of them have no module and are served by the national baseline. */
  readonly servedByBaseline: number;
  /** Every module that was refused, with all its faults; its region is served by nothing. */
  readonly refused: readonly RefusedModule[];
  /** Content hashes of the registry whose content is not what they say. */
  readonly altered: readonly string[];
}

/** 被拒模块 · A module that was refused at load. @article none — technical */
export interface RefusedModule {
  readonly province: string;
  readonly faults: readonly (Fault & { readonly sentence: string })[];
}

/** 配置状况 · Which provinces are served and which modules were refused, each fault as data and as a sentence. @article none — technical */
export function provinceHealth(provinces: ProvinceService): ProvinceHealth {
  const all = provinces.all();
  return {
    loaded: all.length,
    servedByBaseline: all.filter((province) => province.servedByBaseline).length,
    refused: tellRefused(provinces.refused()),
    altered: provinces.altered(),
  };
}

/** 被拒模块 · Modules that were refused, each fault as data and as a sentence. @article none — technical */
export function tellRefused(refused: ReadonlyMap<string, readonly Fault[]>): RefusedModule[] {
  return [...refused].map(([province, faults]) => ({
    province,
    faults: faults.map((fault) => ({ ...fault, sentence: tellFault(fault) })),
  }));
}
