import { CORPS } from '../../domain/kernel/region-code.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';

/**
 * 省份名称 · The provinces that the policy addresses, by the code of their configuration: those of the mainland and, with a
 * code of its own, the Production and Construction Corps. Hong Kong, Macau and Taiwan have none.
 *
 * @article 5.1
 */
export const PROVINCE_NAMES: ReadonlyMap<string, LocalizedText> = new Map(
  Object.entries({
    '110000': { zh: '北京市', en: 'Beijing' },
    '120000': { zh: '天津市', en: 'Tianjin' },
    '130000': { zh: '河北省', en: 'Hebei' },
    '140000': { zh: '山西省', en: 'Shanxi' },
    '150000': { zh: '内蒙古自治区', en: 'Inner Mongolia' },
    '210000': { zh: '辽宁省', en: 'Liaoning' },
    '220000': { zh: '吉林省', en: 'Jilin' },
    '230000': { zh: '黑龙江省', en: 'Heilongjiang' },
    '310000': { zh: '上海市', en: 'Shanghai' },
    '320000': { zh: '江苏省', en: 'Jiangsu' },
    '330000': { zh: '浙江省', en: 'Zhejiang' },
    '340000': { zh: '安徽省', en: 'Anhui' },
    '350000': { zh: '福建省', en: 'Fujian' },
    '360000': { zh: '江西省', en: 'Jiangxi' },
    '370000': { zh: '山东省', en: 'Shandong' },
    '410000': { zh: '河南省', en: 'Henan' },
    '420000': { zh: '湖北省', en: 'Hubei' },
    '430000': { zh: '湖南省', en: 'Hunan' },
    '440000': { zh: '广东省', en: 'Guangdong' },
    '450000': { zh: '广西壮族自治区', en: 'Guangxi' },
    '460000': { zh: '海南省', en: 'Hainan' },
    '500000': { zh: '重庆市', en: 'Chongqing' },
    '510000': { zh: '四川省', en: 'Sichuan' },
    '520000': { zh: '贵州省', en: 'Guizhou' },
    '530000': { zh: '云南省', en: 'Yunnan' },
    '540000': { zh: '西藏自治区', en: 'Tibet' },
    '610000': { zh: '陕西省', en: 'Shaanxi' },
    '620000': { zh: '甘肃省', en: 'Gansu' },
    '630000': { zh: '青海省', en: 'Qinghai' },
    '640000': { zh: '宁夏回族自治区', en: 'Ningxia' },
    '650000': { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
    [CORPS]: { zh: '新疆生产建设兵团', en: 'Xinjiang Production and Construction Corps' },
  }),
);

/** 省份代码 · Codes of every configuration that is served: 31 provinces and the Corps. @article 5.1 */
export const PROVINCE_CODES: readonly string[] = [...PROVINCE_NAMES.keys()].sort();
