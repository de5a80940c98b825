import hunan from '../../../provinces/hunan/index.js';
import { BASELINE } from '../../../provinces/index.js';
import type { LoadedProvince } from '../../../src/domain/province/province-config.js';
import { loadProvinces, ProvinceService } from '../../../src/features/province/index.js';
import { dated, defineProvince, monitoringLine, source } from '../../../src/province-sdk/index.js';

const A_TEXT = source({ id: 'a-text', title: '某省文件', standing: 'document' });

/** Yunnan with one line from 2021 on, and a county line on demand. */
export function yunnanWithLine(perCapitaIncome: string, countyLine?: string) {
  return defineProvince({
    code: '530000',
    name: { zh: '云南省', en: 'Yunnan' },
    monitoringLines: dated([
      { from: '2021-05-14', value: monitoringLine({ perCapitaIncome }), source: A_TEXT },
      ...(countyLine === undefined
        ? []
        : [
            {
              from: '2021-05-14',
              county: '532328',
              value: monitoringLine({ perCapitaIncome: countyLine }),
              source: A_TEXT,
            },
          ]),
    ]),
  });
}

/** The provinces of the tree with further modules, as the product loads them. */
export function load(modules: readonly unknown[] = [], history: readonly LoadedProvince[] = []) {
  return loadProvinces({ national: BASELINE, modules: [hunan, ...modules], history });
}

export function serviceWith(modules: readonly unknown[] = [], history: readonly LoadedProvince[] = []) {
  return new ProvinceService(load(modules, history));
}
